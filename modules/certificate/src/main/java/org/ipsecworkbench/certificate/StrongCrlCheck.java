package org.ipsecworkbench.certificate;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

    /** A line of netsh, a value of the registry as {@code reg query} or a {@code .reg} file have it, or one of PowerShell. */
    private static final Pattern SETTING = Pattern.compile(
            "(?i)^\\s*(?:\"?StrongCRLCheck\"?\\s*[:=]?\\s*(?:REG_DWORD\\s+|dword:)?(?:0x)?0{0,7}([012])\\b.*"
                    + "|CertValidationLevel\\s*:\\s*(None|AttemptCrlCheck|RequireCrlCheck)\\s*)$");

    /** A key of the registry. What group policy sets counts before what the computer has of its own ([MS-GPFAS] 2.2.1). */
    private static final Pattern KEY = Pattern.compile("(?i)^\\[?(?:HKEY_LOCAL_MACHINE|HKLM)\\\\(.*?)]?\\s*$");

    private static final Pattern POLICY_KEY = Pattern.compile("(?i)SOFTWARE\\\\Policies\\\\.*");

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

    /**
     * The setting in what {@code netsh}, {@code reg query} or {@code Get-NetFirewallSetting} print, in any language: what group
     * policy sets, or else the first one that is there.
     */
    public static StrongCrlCheck read(String text) {
        StrongCrlCheck first = UNKNOWN;
        boolean isPolicy = false;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            Matcher key = KEY.matcher(line);
            if (key.matches()) {
                isPolicy = POLICY_KEY.matcher(key.group(1)).matches();
                continue;
            }
            Matcher setting = SETTING.matcher(line);
            if (setting.matches()) {
                StrongCrlCheck found = of(setting.group(1), setting.group(2));
                if (isPolicy) {
                    return found;
                }
                first = first == UNKNOWN ? found : first;
            }
        }
        return first;
    }

    private static StrongCrlCheck of(@Nullable String number, @Nullable String level) {
        if (number != null) {
            return values()[Integer.parseInt(number)];
        }
        String word = String.valueOf(level).toLowerCase(Locale.ROOT);
        return word.startsWith("r") ? REQUIRE : word.startsWith("a") ? ATTEMPT : NONE;
    }
}
