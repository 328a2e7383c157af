package org.ipsecworkbench.hostconnection;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Windows' numbers of character sets, by the names that Java has for them. */
final class CodePages {
    private static final int UTF_8 = 65001;

    private CodePages() {}

    /** The character set of a page; ASCII where Java knows none, so that no letter is shown that may be wrong. */
    static Charset charset(int page) {
        if (page == UTF_8) {
            return StandardCharsets.UTF_8;
        }
        String digits = String.format("%03d", page);
        for (String name : List.of("x-windows-" + digits, "IBM" + digits, "x-IBM" + digits, "windows-" + digits)) {
            if (isMeant(name, page) && Charset.isSupported(name)) {
                return Charset.forName(name);
            }
        }
        return switch (page) {
            case 932 -> Charset.forName("windows-31j");
            case 936 -> Charset.forName("GBK");
            default -> StandardCharsets.US_ASCII;
        };
    }

    /** Under these numbers IBM has other characters than Windows. */
    private static boolean isMeant(String name, int page) {
        return !name.contains("IBM") || page != 932 && page != 936 && page != 949 && page != 950;
    }
}
