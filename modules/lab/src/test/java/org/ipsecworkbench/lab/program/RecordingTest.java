package org.ipsecworkbench.lab.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.ipsecworkbench.lab.model.Language;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.ipsecworkbench.lab.model.WindowsVersion;
import org.ipsecworkbench.lab.testing.Networks;
import org.ipsecworkbench.lab.testing.Prompt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What records starts once, leaves its file when it stops, and is gone when the host restarts. */
class RecordingTest {
    private static final WindowsHost HOST = Networks.single(WindowsVersion.SERVER_2025, Language.ENGLISH);

    @ParameterizedTest
    @CsvSource({
        "pktmon start --capture --comp nics --pkt-size 0 -f C:\\Windows\\Temp\\a.etl, pktmon stop, C:\\Windows\\Temp\\a.etl",
        "netsh trace start capture=yes report=disabled tracefile=C:\\Windows\\Temp\\b.etl, netsh trace stop,"
                + " C:\\Windows\\Temp\\b.etl",
        "netsh wfp capture start cab=on file=C:\\Windows\\Temp\\c, netsh wfp capture stop, C:\\Windows\\Temp\\c.cab"
    })
    void aRecorderStartsOnceAndLeavesItsFileWhenItStops(String start, String stop, String file) {
        Prompt prompt = new Prompt(HOST);
        assertEquals(1, prompt.run(stop).code(), "nothing runs yet");
        prompt.print(start);
        assertNull(HOST.files().file(file), "while it runs");
        assertEquals(1, prompt.run(start).code(), "a second one");
        assertTrue(prompt.print(stop).contains(file), "names the file");
        assertNotNull(HOST.files().file(file));
        assertEquals(1, prompt.run(stop).code(), "stopped already");
    }

    @Test
    void whatPacketMonitorRecordedBecomesACaptureWithoutPackets() {
        WindowsHost host = Networks.single(WindowsVersion.SERVER_2025, Language.ENGLISH);
        Prompt prompt = new Prompt(host);
        String convert = "pktmon etl2pcap C:\\a.etl --out C:\\a.pcapng";
        assertEquals(2, prompt.run(convert).code(), "nothing to convert");
        prompt.print("pktmon start --capture -f C:\\a.etl");
        prompt.print("pktmon stop");
        prompt.print(convert);
        byte[] capture =
                Objects.requireNonNull(host.files().file("C:\\a.pcapng")).content();
        assertEquals(0x0a, capture[0]);
        assertEquals(48, capture.length);
    }

    @Test
    void theConversionCameLaterThanPacketMonitor() {
        Prompt before = new Prompt(Networks.single(WindowsVersion.SERVER_2012_R2, Language.ENGLISH));
        Prompt first = new Prompt(Networks.single(WindowsVersion.SERVER_2019, Language.ENGLISH));
        assertNotEquals(0, before.run("pktmon status").code());
        assertEquals("Packet Monitor is not running.\r\n", first.print("pktmon status"));
        first.print("pktmon start --capture -f C:\\a.etl");
        first.print("pktmon stop");
        assertEquals(
                1, first.run("pktmon etl2pcap C:\\a.etl --out C:\\a.pcapng").code());
    }

    @Test
    void aRestartEndsWhatRecords() {
        WindowsHost host = Networks.single(WindowsVersion.SERVER_2019, Language.ENGLISH);
        Prompt prompt = new Prompt(host);
        prompt.print("netsh trace start capture=yes tracefile=C:\\a.etl");
        assertTrue(prompt.print("netsh trace show status").contains("C:\\a.etl"));
        host.restart();
        assertEquals(1, prompt.run("netsh trace stop").code());
        assertNull(host.files().file("C:\\a.etl"));
    }
}
