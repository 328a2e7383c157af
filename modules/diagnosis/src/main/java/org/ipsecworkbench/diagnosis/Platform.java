package org.ipsecworkbench.diagnosis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Windows of a host, as far as commands depend on it.
 *
 * @param major such as 5 for Windows Server 2003, 10 for Windows Server 2025; 0 where it was not read
 * @param minor such as 2 for Windows Server 2003
 * @param build such as 26100 for Windows Server 2025
 */
public record Platform(int major, int minor, int build) {
    /** Not read. */
    public static final Platform UNKNOWN = new Platform(0, 0, 0);

    private static final int VISTA = 6;
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{1,6})");

    /** The first version number of what {@code ver} prints in any language. */
    public static Platform of(String text) {
        Matcher number = NUMBER.matcher(text);
        return number.find()
                ? new Platform(
                        Integer.parseInt(number.group(1)),
                        Integer.parseInt(number.group(2)),
                        Integer.parseInt(number.group(3)))
                : UNKNOWN;
    }

    /** Whether it was read. */
    public boolean isKnown() {
        return major > 0;
    }

    /** Whether it has the IPsec of Windows 2000 to Server 2003 alone: no connection security rules, no IKEEXT. */
    public boolean isLegacy() {
        return isKnown() && major < VISTA;
    }

    /** For people: {@code Windows 10.0.17763}; empty where it was not read. */
    public String label() {
        return isKnown() ? "Windows " + major + "." + minor + "." + build : "";
    }
}
