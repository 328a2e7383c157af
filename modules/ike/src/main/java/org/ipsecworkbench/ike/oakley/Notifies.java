package org.ipsecworkbench.ike.oakley;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.ipsecworkbench.ike.Failure.Numbering;
import org.ipsecworkbench.ike.isakmp.Numbers;

/** Notifications that a log tells of, by number or by name. */
final class Notifies {
    private static final int LAST_ERROR = 30;

    /** Microsoft's private notification, whose data is an error of Windows (MS-IKEE). */
    private static final long MICROSOFT_STATUS = 12_345;

    private static final Map<String, Long> BY_NAME = new HashMap<>();

    static {
        for (long type = 1; type <= LAST_ERROR; type++) {
            BY_NAME.put(Numbers.NOTIFY.name(type), type);
        }
    }

    private Notifies() {}

    /** Notes what a line about a notification means, where that is an error. */
    static void read(String text, LogNegotiation into, long line) {
        long type = type(text);
        if (type > 0 && type <= LAST_ERROR) {
            into.finding(Numbering.IKEV1_NOTIFY, type, line);
        } else if (type == MICROSOFT_STATUS) {
            int data = Words.indexOf(text, "data", 0);
            long status = data < 0 ? Statuses.of(text) : Statuses.of(text, Words.skip(text, data + 4, " :=\t"));
            if (status > 0) {
                into.finding(Numbering.WIN32, status, line);
            }
        }
    }

    private static long type(String text) {
        int at = Words.indexOf(text, "notify", 0);
        String[] words = text.substring(Math.max(0, at)).split("[ :=(),\\t]+", 20);
        for (String word : words) {
            String name = word.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
            Long known = BY_NAME.get(name);
            if (known != null) {
                return known;
            }
        }
        for (String word : words) {
            long number = Words.decimal(word, 0);
            if (number > 0 && Words.hexEnd(word, 0) == word.length()) {
                return number;
            }
        }
        return 0;
    }
}
