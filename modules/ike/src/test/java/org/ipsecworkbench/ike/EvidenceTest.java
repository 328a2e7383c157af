package org.ipsecworkbench.ike;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EvidenceTest {
    @Test
    void aPlaceIsCalledWhatItsSourceConsistsOf() {
        assertEquals(
                "packet 7",
                Evidence.of(new Source("a.pcap", Source.Kind.CAPTURE), 7).label());
        assertEquals("lines 12 to 19", new Evidence(new Source("Oakley.log", Source.Kind.OAKLEY), 12, 19).label());
    }
}
