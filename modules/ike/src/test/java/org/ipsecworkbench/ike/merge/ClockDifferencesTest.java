package org.ipsecworkbench.ike.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.ClockDifference;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.OakleyLimits;
import org.ipsecworkbench.ike.OakleyLogs;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.testing.Captures;
import org.ipsecworkbench.ike.testing.SyntheticLog;
import org.junit.jupiter.api.Test;

/** Captures of the lab, with synthetic logs of their hosts whose clocks are known. */
class ClockDifferencesTest {
    private static final String CAPTURE = "b01_ikev1_psk_transport";
    private static final String OTHER = "c01_ikev1_psk_mismatch";

    private static IkeReport log(String capture, String host, Duration ahead) throws IOException {
        byte[] bytes = SyntheticLog.of(Captures.messages(Captures.lab(capture)), host, ahead)
                .bytes();
        return OakleyLogs.read(
                        new ByteArrayInputStream(bytes),
                        bytes.length,
                        new Source("Oakley.log", Source.Kind.OAKLEY),
                        LocalDate.of(2026, 12, 31),
                        ZoneOffset.UTC,
                        OakleyLimits.DEFAULT,
                        IkeLimits.DEFAULT,
                        ScanMonitor.NONE)
                .report();
    }

    @Test
    void eachLogIsComparedWithTheCaptureThatHasItsNegotiation() throws IOException {
        List<ClockDifference> found = ClockDifference.of(List.of(
                Captures.read(Captures.lab(CAPTURE)),
                log(CAPTURE, "10.11.0.10", Duration.ofMillis(3250)),
                log(CAPTURE, "10.11.0.20", Duration.ofHours(-2))));
        assertEquals(2, found.size());
        assertEquals(new ClockDifference(0, 1, found.get(0).offset(), 9, true), found.get(0));
        assertEquals(3250, found.get(0).offset().toMillis(), 1);
        assertEquals(2, found.get(1).second());
        assertEquals(-7_200_000, found.get(1).offset().toMillis(), 1);
    }

    @Test
    void twoCapturesOfOneNegotiationHaveTwoClocks() throws IOException {
        IkeReport capture = Captures.read(Captures.lab(CAPTURE));
        ClockDifference one = ClockDifference.of(List.of(capture, capture)).get(0);
        assertEquals(Duration.ZERO, one.offset());
        assertTrue(one.isByMessages());
    }

    @Test
    void whatHasNothingInCommonIsNotCompared() throws IOException {
        IkeReport capture = Captures.read(Captures.lab(CAPTURE));
        assertEquals(List.of(), ClockDifference.of(List.of(capture, log(OTHER, "10.13.0.10", Duration.ZERO))));
    }
}
