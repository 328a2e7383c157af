package org.ipsecworkbench.ike.isakmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.PacketSelection;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.Bytes;
import org.ipsecworkbench.ike.Certificates;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Payload;
import org.ipsecworkbench.ike.testing.Captures;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages of any content; the seeds are those of the lab. */
class DissectorFuzzTest {
    static Stream<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (String name :
                List.of("b01_ikev1_psk_transport", "e01_ikev2_responder_cert_expired", "t05_ike_scan_sweep")) {
            try (Capture capture = Capture.open(Captures.lab(name), CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
                capture.scan(ScanMonitor.NONE);
                capture.datagrams(PacketSelection.all(capture.packets()), ScanMonitor.NONE, datagram -> {
                    if (datagram.sourcePort() == 500) {
                        seeds.add(Bytes.copyOf(datagram.payload()).toArray());
                    }
                });
            }
        }
        return seeds.stream();
    }

    /** Reading never throws, and what it finds lies inside the message and in order. */
    @MethodSource("seeds")
    @FuzzTest
    void everyMessageIsTakenApart(byte[] input) {
        if (input.length < Dissector.HEADER) {
            return;
        }
        IkeMessage message = Dissector.read(Bytes.wrap(input), IkeLimits.DEFAULT);
        assertTrue(message.problems().size() <= IkeLimits.DEFAULT.maxProblems(), "problems are bounded");
        assertTrue(message.payloads().size() <= IkeLimits.DEFAULT.maxPayloads(), "payloads are bounded");
        int end = Dissector.HEADER;
        for (Payload payload : message.payloads()) {
            assertEquals(end, payload.header().offset(), "payloads lie one behind the other");
            end += payload.header().length();
            if (payload instanceof Payload.Certificate certificate) {
                assertNotNull(Certificates.x509(certificate));
            } else if (payload instanceof Payload.SecurityAssociation sa) {
                sa.proposals().forEach(proposal -> assertNotNull(proposal.labels()));
            }
        }
        assertTrue(end <= Math.max(input.length, Dissector.HEADER), "and inside the message");
        assertEquals(message, Dissector.read(Bytes.wrap(input.clone()), IkeLimits.DEFAULT), "and read alike again");
    }
}
