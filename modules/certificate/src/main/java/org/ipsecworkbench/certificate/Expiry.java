package org.ipsecworkbench.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that ends, and with it negotiations.
 *
 * @param host where it is
 * @param kind what it is
 * @param label what to call it
 * @param end when it ends
 * @param counts whether IKE depends on it
 */
public record Expiry(String host, Kind kind, String label, Moment end, boolean counts) {
    /** What ends. */
    public enum Kind {
        CERTIFICATE("certificate"),
        AUTHORITY("authority"),
        REVOCATION_LIST("revocation list");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** For people. */
        public String label() {
            return label;
        }
    }

    /** Days from then until it ends, rounded down; negative where it has ended. */
    public long days(Instant now) {
        return days(end, now);
    }

    /** Days from then until a time, rounded down; negative where that has passed. */
    public static long days(Moment end, Instant now) {
        return Math.floorDiv(
                Duration.between(now, end.earliest()).toSeconds(),
                Duration.ofDays(1).toSeconds());
    }

    /** All that ends at a host, the earliest first. */
    public static List<Expiry> of(HostCertificates host) {
        List<Expiry> all = new ArrayList<>();
        Set<StoredCertificate> own = new HashSet<>(host.personal());
        for (StoredCertificate one : host.stored()) {
            boolean isOwn = own.contains(one);
            add(
                    all,
                    host.name(),
                    isOwn ? Kind.CERTIFICATE : Kind.AUTHORITY,
                    one.facts().label(),
                    one.facts().notAfter(),
                    one.store().location().counts());
        }
        for (RevocationList list : host.lists()) {
            add(
                    all,
                    host.name(),
                    Kind.REVOCATION_LIST,
                    DistinguishedNames.label(list.issuer()),
                    list.nextUpdate(),
                    true);
        }
        all.sort(Comparator.comparing((Expiry expiry) -> expiry.end().earliest()));
        return all;
    }

    private static void add(
            List<Expiry> all, String host, Kind kind, String label, @Nullable Moment end, boolean counts) {
        if (end != null) {
            all.add(new Expiry(host, kind, label, end, counts));
        }
    }
}
