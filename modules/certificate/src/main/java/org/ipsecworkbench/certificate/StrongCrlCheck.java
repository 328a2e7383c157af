package org.ipsecworkbench.certificate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a host acts on revocation when it checks the certificate of a peer: {@code strongcrlcheck} of {@code netsh advfirewall set
 * global ipsec}, {@code CertValidationLevel} of {@code Set-NetFirewallSetting}.
 */
public enum StrongCrlCheck {
    NONE(0, "does not look at revocation"),
    ATTEMPT(1, "refuses what is known to be revoked, and accepts what it cannot tell"),
    REQUIRE(2, "refuses what is revoked, and what it cannot tell"),
    /** It was not read; the default differs between versions and documents. */
    UNKNOWN(-1, "looks at revocation in a way that was not read");

    /** A line of netsh, or a value of the registry, which is in hex. */
    private static final Pattern SETTING =
            Pattern.compile("(?im)^\\s*StrongCRLCheck\\s*:?\\s*(?:REG_DWORD\\s+)?(?:0x)?([012])\\b");

    private final int value;
    private final String label;

    StrongCrlCheck(int value, String label) {
        this.value = value;
        this.label = label;
    }

    /** The number that Windows has for it; -1 where it is not known. */
    public int value() {
        return value;
    }

    /** For people, after the name of the host. */
    public String label() {
        return label;
    }

    /** The setting in what {@code netsh} or {@code reg query} prints, in any language. */
    public static StrongCrlCheck read(String text) {
        Matcher setting = SETTING.matcher(text);
        return setting.find() ? values()[Integer.parseInt(setting.group(1))] : UNKNOWN;
    }
}
