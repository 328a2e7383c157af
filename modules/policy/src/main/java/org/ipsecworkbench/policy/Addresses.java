package org.ipsecworkbench.policy;

import java.util.List;

/**
 * One side of a filter: which addresses it means.
 *
 * @param kind how they are told
 * @param ranges those of {@link Kind#RANGES}, else none
 * @param text as it was read
 */
public record Addresses(Kind kind, List<AddressRange> ranges, String text) {
    /** Ways to tell addresses. */
    public enum Kind {
        /** All. */
        ANY,
        /** The host's own. */
        ME,
        /** Ranges. */
        RANGES,
        /** A name that only the host can resolve, such as its DNS servers or its subnet. */
        NAMED
    }

    /** Whether an address is meant: a third answer where only the host could tell. */
    public enum Match {
        /** It is meant. */
        YES,
        /** It is not meant. */
        NO,
        /** Only the host could tell. */
        UNKNOWN
    }

    private static final int HOST = 32;
    private static final int NAMED = 24;

    /** All. */
    public static final Addresses ANY = new Addresses(Kind.ANY, List.of(), "any");

    /** The host's own. */
    public static final Addresses ME = new Addresses(Kind.ME, List.of(), "me");

    /** Copies the list. */
    public Addresses {
        ranges = List.copyOf(ranges);
    }

    /**
     * Whether one address is meant.
     *
     * @param isOwn whether it is the host's own
     */
    public Match matches(AddressRange address, boolean isOwn) {
        return switch (kind) {
            case ANY -> Match.YES;
            case ME -> isOwn ? Match.YES : Match.NO;
            case RANGES -> ranges.stream().anyMatch(range -> range.contains(address)) ? Match.YES : Match.NO;
            case NAMED -> isOwn ? Match.NO : Match.UNKNOWN;
        };
    }

    /** Bits that are fixed, 0 to 32: of a host or its own addresses 32, of any 0; the widest of several ranges counts. */
    public int specificity() {
        return switch (kind) {
            case ANY -> 0;
            case ME -> HOST;
            case NAMED -> NAMED;
            case RANGES ->
                ranges.stream().mapToInt(AddressRange::specificity).min().orElse(0);
        };
    }

    /** Whether everything that another one means is meant here too, as far as that can be told. */
    public boolean covers(Addresses other) {
        return switch (kind) {
            case ANY -> true;
            case ME -> other.kind == Kind.ME;
            case NAMED -> other.kind == Kind.NAMED && other.text.equalsIgnoreCase(text);
            case RANGES ->
                other.kind == Kind.RANGES
                        && other.ranges.stream()
                                .allMatch(one -> ranges.stream().anyMatch(range -> range.contains(one)));
        };
    }
}
