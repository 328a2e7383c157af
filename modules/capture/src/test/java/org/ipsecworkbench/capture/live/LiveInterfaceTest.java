package org.ipsecworkbench.capture.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveInterfaceTest {
    @Test
    void theLoopbackInterfaceIsListedWithWhatIsKnownOfIt() throws Exception {
        Loopback.assumeCapture();
        List<LiveInterface> all = LiveInterface.list();
        LiveInterface lo = all.stream()
                .filter(each -> each.name().equals("lo"))
                .findFirst()
                .orElseThrow();
        assertTrue(lo.addresses().contains("127.0.0.1"), lo.toString());
        assertTrue(lo.loopback() && lo.up());
        assertEquals(1, lo.linkType());
        assertEquals("ETHERNET", lo.link());
        assertNull(lo.obstacle());
        for (LiveInterface each : all) {
            assertEquals(each.obstacle() == null, each.linkType() != LiveInterface.UNKNOWN_LINK_TYPE, each.toString());
        }
    }

    @Test
    void addressesAreCanonicalText() throws Exception {
        assertEquals("fe80::1", Libpcap.text(InetAddress.getByName("fe80:0:0:0:0:0:0:1")));
        assertEquals("192.0.2.1", Libpcap.text(InetAddress.getByName("192.0.2.1")));
    }

    @Test
    void everySystemHasItsOwnAdvice() {
        assertTrue(Remedy.library("Windows 11").contains("https://npcap.com"));
        assertTrue(Remedy.library("Linux").contains("apt-get install libpcap0.8"));
        assertTrue(Remedy.library("Mac OS X").contains("part of macOS"));
        assertTrue(Remedy.rights("Windows Server 2025", "C:\\java").contains("as administrator"));
        assertTrue(Remedy.rights("Linux", "/opt/java").contains("sudo setcap cap_net_raw=eip /opt/java/bin/java"));
        assertTrue(Remedy.rights("Mac OS X", "/java").contains("/dev/bpf*"));
    }
}
