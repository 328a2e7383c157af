package org.ipsecworkbench.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.Parsed;
import org.junit.jupiter.api.Test;

class PolicyEvidenceTest {
    private static final PolicyEvidence BOTH = host("192.0.2.1", "2001:db8::1");
    private static final PolicyEvidence FOUR = host("192.0.2.2");
    private static final PolicyEvidence SIX = host("2001:db8::2");
    private static final PolicyEvidence NONE = host();

    private static PolicyEvidence host(String... addresses) {
        return new PolicyEvidence(new Parsed<>(HostPolicy.EMPTY, List.of()), List.of(addresses), "one");
    }

    private static List<String> addresses(boolean isIpv6, PolicyEvidence... hosts) {
        return PolicyEvidence.hosts(List.of(hosts), isIpv6).stream()
                .map(host -> host.address().text())
                .toList();
    }

    @Test
    void aMatrixIsOverOneFamily() {
        assertEquals(List.of("192.0.2.1", "192.0.2.2"), addresses(false, BOTH, FOUR));
        assertEquals(List.of("2001:db8::1", "2001:db8::2"), addresses(true, BOTH, SIX));
    }

    @Test
    void aHostWithoutAnAddressOfItGetsOneForBenchmarks() {
        assertEquals(List.of("192.0.2.1", "198.18.0.2"), addresses(false, BOTH, NONE));
        assertEquals(List.of("2001:db8::1", "2001:2::2"), addresses(true, BOTH, FOUR));
    }

    @Test
    void whichFamilyItIsTellHostsThatHaveOnlyOne() {
        assertFalse(PolicyEvidence.areOfIpv6(List.of(BOTH, FOUR, NONE)));
        assertTrue(PolicyEvidence.areOfIpv6(List.of(BOTH, SIX)));
        assertFalse(PolicyEvidence.areOfTwoFamilies(List.of(BOTH, SIX, NONE)));
        assertTrue(PolicyEvidence.areOfTwoFamilies(List.of(FOUR, SIX)));
        assertTrue(BOTH.hasIpv6());
        assertFalse(NONE.hasIpv6());
    }
}
