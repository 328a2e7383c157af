package org.ipsecworkbench.ike.oakley;

import java.util.List;
import org.ipsecworkbench.ike.Failure.Numbering;
import org.ipsecworkbench.ike.FailureClass;
import org.ipsecworkbench.ike.FailureCodes;

/** The error numbers of a log, in all their writings, as the numbers of Windows. */
final class Statuses {
    /** No number. */
    static final long NONE = -1;

    // The message tables of oakley.dll: Windows 2000 numbers the same errors, in the same order, in two ranges of its
    // own.
    private static final long STATUS_2000 = 0xcbad0320L;
    private static final long LAST_STATUS_2000 = 0xcbad0351L;
    private static final long POLICY_2000 = 0x8bad0223L;
    private static final long LAST_POLICY_2000 = 0x8bad0232L;
    private static final long GET_SPI_2000 = 0xcbad0210L;
    private static final long FIRST_STATUS = 13_800;
    private static final long FIRST_POLICY = 13_861;
    private static final long GET_SPI = 13_857;
    private static final long IPSEC_ERRORS = 13_000;
    private static final long LAST_IPSEC_ERROR = 13_999;

    private Statuses() {}

    /** The number behind the word status: {@code 35ed}, {@code 0x35ed}, {@code 13805}, {@code 800735ed}, {@code cbad0325}. */
    static long of(String text) {
        long status = NONE;
        // The word is also a part of the name isadb_set_status.
        for (int at = Words.indexOf(text, "status", 0); at >= 0 && status == NONE; ) {
            status = of(text, Words.skip(text, at + 6, " :=\t"));
            at = Words.indexOf(text, "status", at + 6);
        }
        return status;
    }

    /** The number that begins at a place. */
    static long of(String text, int at) {
        int from = text.startsWith("0x", at) || text.startsWith("0X", at) ? at + 2 : at;
        int end = Words.hexEnd(text, from);
        if (end == from || end - from > 8) {
            return NONE;
        }
        if (from == at && end - from == 5) {
            long decimal = Words.decimal(text, from);
            if (decimal >= IPSEC_ERRORS && decimal <= LAST_IPSEC_ERROR) {
                return decimal;
            }
        }
        return windows(Long.parseLong(text, from, end, 16));
    }

    /** A code of SSPI or of certificates anywhere in a text; {@link #NONE} where there is none. */
    static long proof(String text) {
        for (String family : new String[] {"8009", "800b"}) {
            int at = Words.indexOf(text, family, 0);
            while (at >= 0) {
                boolean isWhole = Words.hexEnd(text, at) == at + 8
                        && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) || text.charAt(at - 1) == 'x');
                if (isWhole) {
                    long code = Long.parseLong(text, at, at + 8, 16);
                    // Some are steps on the way, such as 80090312: go on.
                    return isKnown(code) ? code : NONE;
                }
                at = Words.indexOf(text, family, at + 1);
            }
        }
        return NONE;
    }

    static boolean isKnown(long code) {
        return FailureCodes.of(Numbering.WIN32, code, List.of()).failureClass() != FailureClass.UNKNOWN;
    }

    private static long windows(long code) {
        if (code > STATUS_2000 && code <= LAST_STATUS_2000) {
            return code - STATUS_2000 + FIRST_STATUS;
        }
        if (code >= POLICY_2000 && code <= LAST_POLICY_2000) {
            return code - POLICY_2000 + FIRST_POLICY;
        }
        if (code == GET_SPI_2000) {
            return GET_SPI;
        }
        return code >>> 16 == 0x8007 ? code & 0xffff : code;
    }
}
