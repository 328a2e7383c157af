package org.ipsecworkbench.ike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ipsecworkbench.ike.Failure.Numbering;
import org.ipsecworkbench.ike.testing.Captures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureCodesTest {
    @ParameterizedTest
    @CsvSource({
        "WIN32, 13801, AUTHENTICATION, ERROR_IPSEC_IKE_AUTH_FAIL",
        "WIN32, 13806, CERTIFICATE, ERROR_IPSEC_IKE_NO_CERT",
        "WIN32, 13813, NO_RESPONSE, ERROR_IPSEC_IKE_DROP_NO_RESPONSE",
        "WIN32, 13825, NO_POLICY, ERROR_IPSEC_IKE_NO_POLICY",
        "WIN32, 13827, KERBEROS, ERROR_IPSEC_IKE_KERBEROS_ERROR",
        "WIN32, 13868, PROPOSAL, ERROR_IPSEC_IKE_POLICY_MATCH",
        "WIN32, 2148074274, KERBEROS, SEC_E_WRONG_PRINCIPAL",
        "IKEV1_NOTIFY, 14, PROPOSAL, no proposal chosen",
        "IKEV1_NOTIFY, 18, SELECTORS, invalid id information",
        "IKEV2_NOTIFY, 24, AUTHENTICATION, authentication failed",
        "IKEV2_NOTIFY, 38, SELECTORS, ts unacceptable",
    })
    void codesHaveAClassAndAName(Numbering numbering, long value, FailureClass failureClass, String name) {
        Failure failure = FailureCodes.of(numbering, value, List.of());
        assertEquals(failureClass, failure.failureClass());
        assertEquals(new Failure.Code(numbering, value, name), failure.code());
        assertFalse(failure.explanation().isEmpty());
        assertFalse(failure.nextStep().isEmpty());
    }

    @Test
    void aCodeThatNobodyKnowsSaysSo() {
        Failure failure = FailureCodes.of(Numbering.WIN32, 4711, List.of());
        assertEquals(FailureClass.UNKNOWN, failure.failureClass());
        assertEquals(new Failure.Code(Numbering.WIN32, 4711, ""), failure.code());
    }

    @Test
    void whatIsNoFailureIsBenign() {
        assertTrue(FailureCodes.isBenign(Numbering.WIN32, 13902));
        assertFalse(FailureCodes.isBenign(Numbering.WIN32, 13801));
    }

    /** The reference table of the domain, where it lies beside the project. */
    @Test
    void everyNegotiationCodeOfTheReferenceIsKnownByItsName() throws IOException {
        Path table = Captures.shared().resolveSibling("domain").resolve("errors.tsv");
        for (String line : Files.readAllLines(table)) {
            String[] row = line.split("\t");
            boolean isNegotiation = row[0].startsWith("138") || row[0].startsWith("139");
            if (isNegotiation && !row[5].equals("MARKER")) {
                Failure failure = FailureCodes.of(Numbering.WIN32, Long.parseLong(row[0]), List.of());
                assertNotEquals(FailureClass.UNKNOWN, failure.failureClass(), line);
                assertEquals(new Failure.Code(Numbering.WIN32, Long.parseLong(row[0]), row[2]), failure.code());
            }
        }
    }
}
