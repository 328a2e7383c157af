package org.ipsecworkbench.hostconnection.ntlm;

import java.util.ArrayList;
import java.util.List;

/** What the two sides of NTLM negotiate, as bits (MS-NLMP 2.2.2.5). */
public final class NtlmFlags {
    public static final int UNICODE = 0x1;
    public static final int REQUEST_TARGET = 0x4;
    public static final int SIGN = 0x10;
    public static final int SEAL = 0x20;
    public static final int NTLM = 0x200;
    public static final int ALWAYS_SIGN = 0x8000;
    public static final int TARGET_TYPE_SERVER = 0x20000;
    public static final int EXTENDED_SESSION_SECURITY = 0x80000;
    public static final int TARGET_INFO = 0x800000;
    public static final int VERSION = 0x2000000;
    public static final int KEY_128 = 0x20000000;
    public static final int KEY_EXCHANGE = 0x40000000;

    /** What a client asks for that seals with 128 bits by NTLMv2. */
    public static final int CLIENT = UNICODE
            | REQUEST_TARGET
            | SIGN
            | SEAL
            | NTLM
            | ALWAYS_SIGN
            | EXTENDED_SESSION_SECURITY
            | TARGET_INFO
            | VERSION
            | KEY_128
            | KEY_EXCHANGE;

    private static final int NEEDED =
            UNICODE | SIGN | SEAL | EXTENDED_SESSION_SECURITY | TARGET_INFO | KEY_128 | KEY_EXCHANGE;

    private NtlmFlags() {}

    /** Which of the things without which sealing would be weak or NTLMv2 impossible these flags lack, in words. */
    public static List<String> missing(int flags) {
        List<String> names = new ArrayList<>();
        for (int bit = 1; bit != 0; bit <<= 1) {
            if ((NEEDED & bit) != 0 && (flags & bit) == 0) {
                names.add(name(bit));
            }
        }
        return names;
    }

    private static String name(int bit) {
        return switch (bit) {
            case UNICODE -> "Unicode";
            case SIGN -> "signing";
            case SEAL -> "sealing";
            case EXTENDED_SESSION_SECURITY -> "extended session security";
            case TARGET_INFO -> "target information (NTLMv2)";
            case KEY_128 -> "128-bit keys";
            default -> "key exchange";
        };
    }
}
