package org.ipsecworkbench.diagnosis.check.certificate;

import java.time.Instant;
import org.ipsecworkbench.certificate.Fitness;
import org.ipsecworkbench.certificate.FitnessRule;
import org.ipsecworkbench.certificate.Moment;
import org.ipsecworkbench.certificate.TrustError;

/** What is wrong with the certificate of a host, as findings name it. The engine judges; this is how a diagnosis says it. */
enum Flaw {
    NONE("certificate-fits", "", ""),
    PURPOSE(
            "certificate-wrong-purpose",
            "No certificate of %s may be used for IPsec",
            "enroll one with the purpose IP security IKE intermediate"),
    KEY_USAGE(
            "certificate-wrong-key-usage",
            "The certificate of %s may not sign",
            "enroll one whose key usage has digital signature"),
    WEAK(
            "certificate-weak",
            "The certificate of %s has a key or a signature that is too weak or not of the kind that the rule wants",
            "enroll a new one"),
    UNTRUSTED(
            "certificate-untrusted",
            "%s builds no chain from its certificate to a root that it trusts",
            "install the authorities of the chain in the stores of the computer"),
    EXPIRED("certificate-expired", "The certificate of %s has expired", "renew it"),
    NOT_YET(
            "certificate-not-yet-valid",
            "The certificate of %s is not valid yet",
            "check the clock, or enroll a new one"),
    NO_KEY("certificate-keyless", "The certificate of %s has no private key", "enroll it again"),
    REVOKED("certificate-revoked", "The certificate of %s was revoked", "enroll a new one");

    private final String key;
    private final String statement;
    private final String remedy;

    Flaw(String key, String statement, String remedy) {
        this.key = key;
        this.statement = statement;
        this.remedy = remedy;
    }

    String key() {
        return key;
    }

    String statement(String host) {
        return statement.formatted(host);
    }

    String remedy() {
        return remedy;
    }

    /** What keeps a certificate farthest from being used. A list that is out of reach is a finding of its own. */
    static Flaw of(Fitness fitness, Instant now) {
        if (fitness.breaks(FitnessRule.PURPOSE)) {
            return PURPOSE;
        }
        if (fitness.breaks(FitnessRule.KEY_USAGE)) {
            return KEY_USAGE;
        }
        if (fitness.breaks(FitnessRule.ALGORITHM)) {
            return WEAK;
        }
        if (fitness.breaks(FitnessRule.CHAIN)) {
            return UNTRUSTED;
        }
        if (fitness.breaks(FitnessRule.VALIDITY)) {
            Moment begin = fitness.certificate().facts().notBefore();
            return begin != null && begin.isAfter(now) ? NOT_YET : EXPIRED;
        }
        if (fitness.breaks(FitnessRule.KEY)) {
            return NO_KEY;
        }
        boolean isRevoked = fitness.certificate().errors().contains(TrustError.REVOKED)
                || fitness.path().isRevoked();
        return isRevoked ? REVOKED : NONE;
    }
}
