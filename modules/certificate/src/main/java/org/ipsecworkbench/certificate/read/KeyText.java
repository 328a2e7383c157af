package org.ipsecworkbench.certificate.read;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.certificate.KeyState;
import org.ipsecworkbench.certificate.read.Block.Row;

/**
 * What certutil says of a private key behind the hash of a certificate. A key has a line for its container and one for its
 * provider, both with {@code =}; without one there are sentences alone; where nothing stands there, nothing is known.
 *
 * @param provider empty where none is named
 */
record KeyText(KeyState state, String provider) {
    private static final Pattern SETTING = Pattern.compile("^\\s*[^=:]{1,80}?\\s*=\\s*(\\S.*)$");

    /** An error of the key store: {@code NTE_BAD_KEYSET} and its like, in the facility of security. */
    private static final Pattern KEY_ERROR = Pattern.compile("(?i)\\b0x800900[0-9a-f]{2}\\b");

    private static final Pattern NO_KEYSET =
            Pattern.compile("(?i)missing stored keyset|cannot find the certificate and private key");

    /** Names of providers are not translated. */
    private static final Pattern PROVIDER = Pattern.compile("(?i).*\\b(?:provider|csp|ksp)\\b.*");

    /** Reads the rows from that of the hash on. */
    static KeyText of(List<Row> rows) {
        String provider = "";
        boolean hasContainer = false;
        boolean isBroken = false;
        boolean hasSentence = false;
        for (Row row : rows) {
            boolean isOfCertutil = row.label().equalsIgnoreCase("CertUtil");
            hasSentence |= row.isSentence() && !row.value().contains("=") && !isOfCertutil;
            isBroken |= isBroken(row.value());
            for (String line : row.inner()) {
                isBroken |= isBroken(line);
                Matcher setting = SETTING.matcher(line);
                if (!setting.matches()) {
                    continue;
                }
                if (PROVIDER.matcher(line).matches()) {
                    provider = setting.group(1).strip();
                } else {
                    hasContainer = true;
                }
            }
        }
        if (hasContainer) {
            return new KeyText(isBroken ? KeyState.UNUSABLE : KeyState.PRESENT, provider);
        }
        return new KeyText(hasSentence || isBroken ? KeyState.ABSENT : KeyState.UNKNOWN, provider);
    }

    private static boolean isBroken(String text) {
        return KEY_ERROR.matcher(text).find() || NO_KEYSET.matcher(text).find();
    }
}
