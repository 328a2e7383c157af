package org.ipsecworkbench.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.ipsecworkbench.certificate.testing.Capi2Events;
import org.ipsecworkbench.certificate.testing.FuzzChecks;
import org.junit.jupiter.params.provider.MethodSource;

/** Events of CAPI2 of any content, also where they are about certificates that are there. */
class Capi2FuzzTest {
    private static final String PRINT = "0123456789abcdef0123456789abcdef01234567";
    private static final String TIME = "2026-11-25T08:00:00Z";

    static Stream<byte[]> seeds() {
        String fetch = Capi2Events.fetch(TIME, "A", "CONTEXT_OID_CRL", "http://crl.example/a.crl", "2EE2");
        String chain = Capi2Events.chain(TIME, "machine", "A", "80092013", PRINT, "1000040", PRINT, "0");
        return Stream.of(
                        fetch + chain,
                        Capi2Events.revocation(TIME, PRINT, "80092010"),
                        Capi2Events.policy(TIME, PRINT, "800B0109"))
                .map(text -> text.getBytes(UTF_8));
    }

    /** What begins as events is read as such. */
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "20s")
    void everyEventIsReadAndJudged(byte[] input) {
        FuzzChecks.check(input);
    }
}
