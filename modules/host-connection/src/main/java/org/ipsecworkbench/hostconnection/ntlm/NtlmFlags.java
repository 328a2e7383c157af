package org.ipsecworkbench.hostconnection.ntlm;

import java.util.ArrayList;
import java.util.List;

/** What the two sides of NTLM negotiate, as bits (MS-NLMP 2.2.2.5). */
public final class NtlmFlags {
    /** Text is UTF-16, not of a code page. */
    public static final int UNICODE = 0x1;
    /** The host is to name itself in its challenge. */
    public static final int REQUEST_TARGET = 0x4;
    /** Messages have integrity codes. */
    public static final int SIGN = 0x10;
    /** Messages are encrypted. */
    public static final int SEAL = 0x20;
    /** Authentication of NTLM v1 or v2, not of LAN Manager. */
    public static final int NTLM = 0x200;
    /** Integrity codes are there even where nothing else asks for them. */
    public static final int ALWAYS_SIGN = 0x8000;
    /** The host that names itself is a server, not a domain. */
    public static final int TARGET_TYPE_SERVER = 0x20000;
    /** Session security of version 2, without which sealing is weak. */
    public static final int EXTENDED_SESSION_SECURITY = 0x80000;
    /** The challenge holds names and the time of the host, which NTLMv2 needs. */
    public static final int TARGET_INFO = 0x800000;
    /** Messages hold the version of the operating system. */
    public static final int VERSION = 0x2000000;
    /** Keys have 128 bits. */
    public static final int KEY_128 = 0x20000000;
    /** The client chooses the key of the session, and sends it encrypted. */
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
