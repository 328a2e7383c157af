package org.ipsecworkbench.policy.predict;

import org.ipsecworkbench.policy.AuthMethod;
import org.ipsecworkbench.policy.AuthMethod.Kind;
import org.ipsecworkbench.policy.Fact;
import org.ipsecworkbench.policy.table.Facts;
import org.jspecify.annotations.Nullable;

/** Whether two ways to authenticate are one. */
final class AuthComparison {
    private AuthComparison() {}

    /**
     * Different authorities are no obstacle by name alone: each side names those that it accepts of the other. Signatures by RSA
     * and by the curves are methods of their own.
     */
    static boolean isCommon(AuthMethod one, AuthMethod other) {
        return one.kind() == other.kind()
                && one.kind() != Kind.UNKNOWN
                && one.criteria().signing().agreesWith(other.criteria().signing());
    }

    /** What has to be true beside the policies; null where they say it all. */
    static @Nullable Fact assumption(AuthMethod one, AuthMethod other) {
        return switch (one.kind()) {
            case PRESHARED_KEY ->
                one.keyDigest().isEmpty() || other.keyDigest().isEmpty() ? Facts.of("key-not-read") : null;
            case KERBEROS, NTLM, USER_KERBEROS, USER_NTLM -> Facts.of("kerberos-works");
            case CERTIFICATE, HEALTH_CERTIFICATE, USER_CERTIFICATE ->
                sameAuthority(one, other) ? Facts.of("certificates-work") : Facts.of("certificates-other-authority");
            case ANONYMOUS, UNKNOWN -> null;
        };
    }

    private static boolean sameAuthority(AuthMethod one, AuthMethod other) {
        return one.detail().isEmpty()
                || other.detail().isEmpty()
                || one.detail().equalsIgnoreCase(other.detail());
    }
}
