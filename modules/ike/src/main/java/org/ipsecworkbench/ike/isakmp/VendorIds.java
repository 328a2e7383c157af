package org.ipsecworkbench.ike.isakmp;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ipsecworkbench.ike.Bytes;
import org.ipsecworkbench.ike.table.Table;

/** What vendor IDs are known to mean; they stand in the resource {@code vendor-ids.tsv}. */
final class VendorIds {
    private static final Map<Bytes, String> KNOWN = new HashMap<>();
    private static final int SHORTEST;
    private static final int LONGEST;

    static {
        int shortest = Integer.MAX_VALUE;
        int longest = 0;
        for (String[] row : Table.rows(VendorIds.class, "vendor-ids.tsv")) {
            Bytes beginning = Bytes.wrap(HexFormat.of().parseHex(row[0]));
            KNOWN.put(beginning, row[1]);
            shortest = Math.min(shortest, beginning.length());
            longest = Math.max(longest, beginning.length());
        }
        SHORTEST = shortest;
        LONGEST = longest;
    }

    /** IDs that were met lately: most messages have the same few. */
    private static final int MAX_MET = 1000;

    private static final Map<Bytes, String> MET = new ConcurrentHashMap<>();

    /** What IKE of Windows begins with: the MD5 of MS NT5 ISAKMPOAKLEY. */
    private static final long MICROSOFT = 0x1e2b516905991c7dL;

    /** The MD5 of GSSAPI. */
    private static final long GSSAPI = 0x621b04bb09882ac1L;

    private VendorIds() {}

    /** What an ID means, by the longest beginning that is known; its text where it is one; else empty. */
    static String name(Bytes id) {
        String known = MET.get(id);
        if (known == null) {
            known = find(id);
            if (MET.size() < MAX_MET && id.length() <= 2 * LONGEST) {
                // A copy, since the ID holds the whole message that it is a part of.
                MET.put(Bytes.wrap(id.toArray()), known);
            }
        }
        return known;
    }

    private static String find(Bytes id) {
        for (int length = Math.min(LONGEST, id.length()); length >= SHORTEST; length--) {
            String name = KNOWN.get(id.slice(0, length));
            if (name != null) {
                return isNamedByText(id, length) ? name + " (" + text(id) + ")" : name;
            }
        }
        return text(id);
    }

    private static boolean isNamedByText(Bytes id, int known) {
        return known < id.length() && !text(id).isEmpty();
    }

    private static String text(Bytes id) {
        StringBuilder text = new StringBuilder(id.length());
        for (int i = 0; i < id.length(); i++) {
            int c = id.u8(i);
            if (c < ' ' || c > '~') {
                return "";
            }
            text.append((char) c);
        }
        return text.toString();
    }

    /** Whether the sender of an ID between two offsets counts authentication method 65001 as Kerberos. */
    static boolean usesKerberos(Bytes message, int from, int to) {
        return to - from >= 16 && (message.i64(from) == MICROSOFT || message.i64(from) == GSSAPI);
    }
}
