package org.ipsecworkbench.ike.oakley;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.ike.table.Table;

/** What kind of line a text is, by how it begins: the resource {@code families.tsv}. */
final class Families {
    /** What a line is about. */
    enum Kind {
        ACQUIRE,
        START,
        FILTER,
        POLICY,
        OFFER,
        AUTH_OFFER,
        QUICK_OFFER,
        ALGORITHM,
        BUILD,
        NOTIFY_SENT,
        SEND,
        RECEIVE,
        HEADER,
        COOKIE_I,
        COOKIE_R,
        EXCHANGE,
        FLAGS,
        NEXT_PAYLOAD,
        MESSAGE_ID,
        PROCESS,
        TRANSFORM,
        ATTRIBUTE,
        ACCEPT,
        NAT,
        MAIN_DONE,
        QUICK_DONE,
        SOFT,
        EXHAUSTED,
        RESEND,
        NOTIFY_RECEIVED,
        STATUS,
        DEAD,
        FAILURE,
        /** About Kerberos or a certificate; may carry a code of SSPI. */
        PROOF,
        /** Another one that is known. */
        TOLD,
        UNKNOWN;

        /** Whether it belongs to the header of the message that was begun before. */
        boolean isHeader() {
            return compareTo(HEADER) >= 0 && compareTo(MESSAGE_ID) <= 0;
        }

        /** Whether lines of it in a row are one step. */
        boolean isPolicy() {
            return compareTo(FILTER) >= 0 && compareTo(ALGORITHM) <= 0;
        }
    }

    /**
     * A row of the table.
     *
     * @param payload what the line names; empty where it names none
     */
    record Family(byte[] prefix, boolean isAll, Kind kind, String payload) {}

    /** Anything else. */
    static final Family UNKNOWN = new Family(new byte[0], false, Kind.UNKNOWN, "");

    private static final Family[][] BY_FIRST = load();

    private Families() {}

    private static Family[][] load() {
        List<List<Family>> byFirst = new ArrayList<>();
        for (int i = 0; i < 128; i++) {
            byFirst.add(new ArrayList<>());
        }
        for (String[] row : Table.rows(Families.class, "families.tsv")) {
            boolean isAll = row[0].endsWith("$");
            String prefix = isAll ? row[0].substring(0, row[0].length() - 1) : row[0];
            Kind kind = Kind.valueOf(row[1].toUpperCase(Locale.ROOT).replace('-', '_'));
            byFirst.get(prefix.charAt(0))
                    .add(new Family(prefix.getBytes(StandardCharsets.US_ASCII), isAll, kind, row[2]));
        }
        Comparator<Family> longestFirst = Comparator.comparingInt(family -> -family.prefix.length);
        return byFirst.stream()
                .map(list -> list.stream().sorted(longestFirst).toArray(Family[]::new))
                .toArray(Family[][]::new);
    }

    /** The family of a line's text. */
    static Family of(LogLine line) {
        byte[] bytes = line.bytes();
        int from = line.text;
        while (from < line.end() && (bytes[from] == ' ' || bytes[from] == '\t')) {
            from++;
        }
        if (from >= line.end() || bytes[from] < 0) {
            return UNKNOWN;
        }
        for (Family family : BY_FIRST[lower(bytes[from])]) {
            if (matches(family, bytes, from, line.end())) {
                return family;
            }
        }
        return UNKNOWN;
    }

    private static boolean matches(Family family, byte[] bytes, int from, int end) {
        byte[] prefix = family.prefix;
        if (prefix.length > end - from) {
            return false;
        }
        for (int i = 1; i < prefix.length; i++) {
            if (lower(bytes[from + i]) != prefix[i]) {
                return false;
            }
        }
        if (!family.isAll) {
            return true;
        }
        for (int i = from + prefix.length; i < end; i++) {
            if (bytes[i] != ' ') {
                return false;
            }
        }
        return true;
    }

    private static int lower(byte one) {
        return one >= 'A' && one <= 'Z' ? one + 32 : one;
    }
}
