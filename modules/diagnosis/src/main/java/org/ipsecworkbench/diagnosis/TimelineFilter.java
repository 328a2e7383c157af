package org.ipsecworkbench.diagnosis;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.ipsecworkbench.ike.Cookies;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a {@link Timeline} are wanted. What is empty, or null, wants all.
 *
 * @param host the name of a host or lane, or an address, in any case
 * @param cookie beginning of the cookie of an initiator or responder, in hexadecimal digits
 * @param spi the SPI of an SA, decimal or hexadecimal behind {@code 0x}; eight hexadecimal digits need no {@code 0x}
 * @param kinds the kinds of entries; empty for all
 * @param from no entry that ended before
 * @param to no entry that began later
 */
public record TimelineFilter(
        String host,
        String cookie,
        String spi,
        Set<TimelineKind> kinds,
        @Nullable Instant from,
        @Nullable Instant to) {
    /** Wants all entries. */
    public static final TimelineFilter ALL = new TimelineFilter("", "", "", Set.of(), null, null);

    private static final Pattern COOKIE = Pattern.compile("[0-9a-f]{1,16}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,10}");
    private static final Pattern HEX = Pattern.compile("(0x[0-9a-f]{1,8})|[0-9a-f]{8}");
    private static final long MAX_SPI = 0xffff_ffffL;
    private static final HexFormat DIGITS = HexFormat.of();

    /** Takes the texts as people write them: blanks around them, and {@code 0x} before a cookie, mean nothing. */
    public TimelineFilter {
        host = host.strip();
        String plain = cookie.strip().toLowerCase(Locale.ROOT);
        cookie = plain.startsWith("0x") ? plain.substring(2) : plain;
        spi = spi.strip().toLowerCase(Locale.ROOT);
        kinds = kinds.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(kinds));
    }

    /** Why it cannot be used, for people; empty where it can. */
    public String fault() {
        if (!cookie.isEmpty() && !COOKIE.matcher(cookie).matches()) {
            return "A cookie is up to 16 hexadecimal digits, such as 5fb0c0a2b86e1d07.";
        }
        if (!spi.isEmpty() && number() == null) {
            return "An SPI is a number up to 4,294,967,295, such as 0xc0ffee01 or 3237998081.";
        }
        return "";
    }

    private @Nullable Long number() {
        boolean isDecimal = DECIMAL.matcher(spi).matches();
        // Eight digits could be both; whoever copies an SPI copies it in hexadecimal most often.
        if (HEX.matcher(spi).matches() && !(isDecimal && spi.length() != 8)) {
            return Long.parseLong(spi.startsWith("0x") ? spi.substring(2) : spi, 16);
        }
        if (!isDecimal || Long.parseLong(spi) > MAX_SPI) {
            return null;
        }
        return Long.parseLong(spi);
    }

    /** Whether an entry is wanted; none is by a filter with a {@link #fault}. */
    public boolean test(TimelineEntry entry) {
        return (kinds.isEmpty() || kinds.contains(entry.kind()))
                && (from == null || !entry.end().isBefore(from))
                && (to == null || !entry.time().isAfter(to))
                && (host.isEmpty() || isAbout(entry))
                && (cookie.isEmpty() || hasCookie(entry.cookies()))
                && (spi.isEmpty() || hasSpi(entry));
    }

    private boolean isAbout(TimelineEntry entry) {
        return entry.lane().equalsIgnoreCase(host)
                || entry.hosts().stream().anyMatch(host::equalsIgnoreCase)
                || entry.addresses().stream().anyMatch(host::equalsIgnoreCase);
    }

    private boolean hasCookie(@Nullable Cookies cookies) {
        return cookies != null
                && (isCookie(cookies.initiator()) || cookies.isAnswered() && isCookie(cookies.responder()));
    }

    private boolean isCookie(long one) {
        return one != 0 && DIGITS.toHexDigits(one).startsWith(cookie);
    }

    private boolean hasSpi(TimelineEntry entry) {
        Long wanted = number();
        return wanted != null && entry.spis().contains(wanted.intValue());
    }
}
