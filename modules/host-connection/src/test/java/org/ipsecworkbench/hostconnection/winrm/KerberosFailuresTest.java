package org.ipsecworkbench.hostconnection.winrm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors of Kerberos, told by their numbers (RFC 4120 7.5.9) within texts of Java's form; no KDC is asked. */
class KerberosFailuresTest {
    private static final Endpoint ENDPOINT = Endpoint.of(HostAddress.parse("winrm://srv1.lab.example"));

    private static Failure failure(String outer, String inner, Credentials credentials) {
        Exception e = new Exception(outer, new Exception(inner));
        return KerberosFailures.of(e, credentials, ENDPOINT).failure();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Client not found in Kerberos database (6)            | CREDENTIALS_REJECTED | realm
            Pre-authentication information was invalid (24)      | CREDENTIALS_REJECTED | not tried again
            Clients credentials have been revoked (18)           | ACCOUNT_LOCKED       | net user
            Password has expired (23)                            | PASSWORD_EXPIRED     | Change it
            Clock skew too great (37)                            | CLOCK_SKEW           | Set the clock
            Server not found in Kerberos database (7)            | SERVICE_NAME         | setspn -Q HTTP/srv1.lab.example
            KDC has no support for encryption type (14)          | WEAK_KEY             | AES
            Cannot locate KDC                                    | NO_KDC               | krb5.conf
            Something that nobody knows (99)                     | OTHER                | --auth ntlm
            """)
    void eachErrorHasItsCauseAndItsNextStep(String text, FailureCause cause, String nextStep) {
        try (Credentials user = Credentials.password("alice@LAB.EXAMPLE", "x".toCharArray())) {
            Failure failure = failure(text, text, user);
            assertEquals(cause, failure.cause());
            assertTrue(failure.nextStep().contains(nextStep), failure::nextStep);
            assertFalse(failure.explanation().isEmpty());
        }
    }

    @Test
    void theNumberWithinCountsAndNotTheTextAround() {
        try (Credentials user = Credentials.password("alice@LAB.EXAMPLE", "x".toCharArray())) {
            assertEquals(
                    FailureCause.CLOCK_SKEW,
                    failure("No valid credentials provided", "Clock skew too great (37)", user)
                            .cause());
        }
    }

    @Test
    void keysOfThisMachineThatCannotBeUsedAreNamedAsSuch() {
        try (Credentials keys = Credentials.keytab("alice@LAB.EXAMPLE", Path.of("alice.keytab"))) {
            assertEquals(
                    FailureCause.LOCAL_CREDENTIALS,
                    failure("Unable to obtain password from user", "", keys).cause());
        }
    }
}
