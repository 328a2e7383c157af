package org.ipsecworkbench.hostconnection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Addresses of hosts as people write them. */
class HostAddressTest {
    @Test
    void allForms() {
        assertEquals(new HostAddress("winrm", "", "host.example", 0), HostAddress.parse("winrm://host.example"));
        assertEquals(
                new HostAddress("winrms", "LAB\\alice", "host", 443),
                HostAddress.parse("WINRMS://LAB\\alice@host:443/"));
        assertEquals(
                new HostAddress("winrm", "alice@LAB.TEST", "host", 0),
                HostAddress.parse("winrm://alice@LAB.TEST@host"));
        assertEquals(new HostAddress("winrm", "a b+c", "::1", 5985), HostAddress.parse("winrm://a%20b+c@[::1]:5985"));
        assertEquals(new HostAddress("local", "", "", 0), HostAddress.parse("local:"));
        assertEquals(new HostAddress("recorded", "", "/a/b", 0), HostAddress.parse("recorded:/a/b"));
    }

    @Test
    void isWrittenWithoutTheUser() {
        for (String text : List.of("winrm://host:5985", "winrms://[fe80::1%eth0]", "local:", "recorded:x")) {
            assertEquals(text, HostAddress.parse(text).toString());
        }
        assertEquals("winrm://host", HostAddress.parse("winrm://alice@host").toString());
    }

    /** Found by fuzzing the file of known hosts. */
    @Test
    void bracketsThatHoldNoIpv6AddressAreNoAddress() {
        for (String text : List.of("winrm://[", "winrm://[]", "winrm://[::12", "winrm://[ad%2]")) {
            assertThrows(IllegalArgumentException.class, () -> HostAddress.parse(text), text);
        }
    }

    @Test
    void whatIsNoneIsRefusedWithoutQuotingIt() {
        for (String text : List.of(
                "",
                "host",
                "winrm://",
                "winrm://host:0",
                "winrm://host:65536",
                "winrm://alice:geheim@host",
                "winrm://a b",
                "winrm://[::1",
                "winrm://[host]",
                "winrm://%zz@host",
                "winrm://host/path")) {
            IllegalArgumentException e =
                    assertThrows(IllegalArgumentException.class, () -> HostAddress.parse(text), text);
            assertFalse(e.getMessage().contains("geheim"));
        }
    }
}
