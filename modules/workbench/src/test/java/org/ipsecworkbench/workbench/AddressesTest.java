package org.ipsecworkbench.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class AddressesTest {
    @Test
    void addressesAreOrderedByTheirNumbers() {
        List<String> sorted = List.of("fe80::1", "10.0.0.10", "192.168.0.1", "10.0.0.9", "2001:db8::1").stream()
                .sorted(new Addresses())
                .toList();
        assertEquals(List.of("10.0.0.9", "10.0.0.10", "192.168.0.1", "2001:db8::1", "fe80::1"), sorted);
    }
}
