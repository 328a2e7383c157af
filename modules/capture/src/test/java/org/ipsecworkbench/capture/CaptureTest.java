package org.ipsecworkbench.capture;

import static org.ipsecworkbench.capture.testing.Packets.ESP;
import static org.ipsecworkbench.capture.testing.Packets.ICMP;
import static org.ipsecworkbench.capture.testing.Packets.IPV4;
import static org.ipsecworkbench.capture.testing.Packets.TCP;
import static org.ipsecworkbench.capture.testing.Packets.UDP;
import static org.ipsecworkbench.capture.testing.Packets.bytes;
import static org.ipsecworkbench.capture.testing.Packets.echo;
import static org.ipsecworkbench.capture.testing.Packets.esp;
import static org.ipsecworkbench.capture.testing.Packets.ethernet;
import static org.ipsecworkbench.capture.testing.Packets.ipv4;
import static org.ipsecworkbench.capture.testing.Packets.ipv4Fragment;
import static org.ipsecworkbench.capture.testing.Packets.isakmp;
import static org.ipsecworkbench.capture.testing.Packets.tcp;
import static org.ipsecworkbench.capture.testing.Packets.udp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ipsecworkbench.capture.spi.CaptureFormat;
import org.ipsecworkbench.capture.spi.CaptureSource;
import org.ipsecworkbench.capture.spi.RecordBatch;
import org.ipsecworkbench.capture.spi.RecordReader;
import org.ipsecworkbench.capture.testing.PcapFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.openide.util.lookup.ServiceProvider;

class CaptureTest {
    private static final long TIME = 1_795_445_510_932_534_000L;

    @TempDir
    private Path folder;

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertMessage(folder.resolve("gone.pcap"), "gone.pcap does not exist.");
    }

    @Test
    void aDirectoryIsNamed() {
        assertMessage(folder, "is a directory.");
    }

    /** Reading what is gone is a fault of the memory, which must not end the program. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows does not let a mapped file shrink")
    void packetsThatTheFileHasLostAreToldAsSuch() throws IOException {
        PcapFile written = PcapFile.of(PcapFile.ETHERNET);
        for (int i = 0; i < 1000; i++) {
            written.packet(TIME + i, ethernet(IPV4, ipv4(ESP, "10.0.0.1", "10.0.0.2", esp(1, i, new byte[200]))));
        }
        Path file = Files.write(folder.resolve("shrunk.pcap"), written.bytes());
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            assertEquals("SPI 00000001, sequence 999", capture.packet(999).info());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(10_000);
            }
            assertTrue(capture.packet(999).info().contains("no longer in it"), capture.packet(999)::toString);
            assertTrue(capture.details(999).get(0).value().contains("no longer in it"));
            assertEquals(0, capture.bytes(999).remaining());
            assertEquals("SPI 00000001, sequence 1", capture.packet(1).info());
        }
    }

    @Test
    void anEmptyFileIsCalledEmpty() throws IOException {
        assertMessage(Files.createFile(folder.resolve("empty.pcap")), "empty.pcap is empty: it has 0 bytes.");
    }

    @Test
    void somethingElseIsToldWithTheFormatsThatAreKnown() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.pcap"), "Dear network,");
        IOException e = assertMessage(file, "letter.pcap is not a capture");
        assertTrue(e instanceof CaptureFormatException);
        assertTrue(e.getMessage().contains("libpcap") && e.getMessage().contains("pcapng"), e.getMessage());
    }

    @Test
    void oddFileNamesAreJustNames() throws IOException {
        // Where the locale knows ASCII only, Java has no other names.
        String letters = System.getProperty("sun.jnu.encoding").startsWith("UTF") ? "ä –" : "";
        Path file = write("a 'quoted' $(name); -n " + letters + ".pcap", esp(1, 1, bytes(20)));
        try (Capture capture = open(file)) {
            assertEquals(file, capture.file());
            assertEquals(1, capture.packets());
        }
    }

    @Test
    void aPacketTellsWhatAListShows() throws IOException {
        Path file = write("one.pcap", esp(0xc0ffee01, 7, bytes(20)));
        try (Capture capture = open(file)) {
            assertEquals("pcap", capture.format());
            assertEquals(Files.size(file), capture.size());
            assertEquals(
                    new Packet(
                            0,
                            Instant.parse("2026-11-23T14:51:50.932534Z"),
                            "10.0.0.1",
                            "10.0.0.2",
                            TrafficClass.ESP,
                            62,
                            62,
                            "SPI c0ffee01, sequence 7"),
                    capture.packet(0));
            ByteBuffer bytes = capture.bytes(0);
            assertEquals(62, bytes.remaining());
            assertTrue(bytes.isReadOnly());
            assertEquals(0xc0ffee01, bytes.getInt(14 + 20));
        }
    }

    @Test
    void everyPacketIsDescribedInALine() throws IOException {
        PcapFile file = PcapFile.of(PcapFile.ETHERNET);
        List<byte[]> packets = List.of(
                ipv4(TCP, "10.0.0.1", "10.0.0.2", tcp(1024, 445, bytes(0))),
                ipv4(UDP, "10.0.0.1", "10.0.0.2", udp(1024, 53, bytes(10))),
                ipv4(UDP, "10.0.0.1", "10.0.0.2", udp(500, 500, isakmp(0x10, 2))),
                ipv4(UDP, "10.0.0.1", "10.0.0.2", udp(500, 500, isakmp(0x20, 35))),
                ipv4(UDP, "10.0.0.1", "10.0.0.2", udp(500, 500, isakmp(0x10, 245))),
                ipv4(UDP, "10.0.0.1", "10.0.0.2", udp(4500, 4500, new byte[] {-1})),
                ipv4(ICMP, "10.0.0.1", "10.0.0.2", echo(bytes(10))),
                ipv4Fragment(ESP, "10.0.0.1", "10.0.0.2", 0x1234, 0, true, esp(0xc0ffee01, 9, bytes(40))),
                ipv4Fragment(ESP, "10.0.0.1", "10.0.0.2", 0x1234, 48, false, bytes(40)),
                ipv4(99, "10.0.0.1", "10.0.0.2", bytes(10)));
        packets.forEach(packet -> file.packet(TIME, ethernet(IPV4, packet)));
        file.packet(TIME, ethernet(0x0806, bytes(28))).packet(TIME, ethernet(0x88cc, bytes(28)));
        ByteBuffer arp =
                ByteBuffer.allocate(28).putShort((short) 1).putInt(0x0800_0604).putShort((short) 1);
        arp.putInt(14, 0x0a00_0001).putInt(24, 0x0a00_0002);
        file.packet(TIME, ethernet(0x0806, arp.array()));
        file.packet(TIME, ethernet(0x0806, arp.putShort(6, (short) 2).array()));
        List<String> infos = new ArrayList<>();
        try (Capture capture = open(file.write(folder.resolve("many.pcap")))) {
            for (int i = 0; i < capture.packets(); i++) {
                infos.add(capture.packet(i).info());
            }
        }
        assertEquals("""
                TCP 1024 → 445 [PSH, ACK]
                UDP 1024 → 53
                Main mode (identity protection), initiator 0123456789abcdef, responder 0000000000000000
                IKE_AUTH, initiator 0123456789abcdef, responder 0000000000000000
                Extended mode, initiator 0123456789abcdef, responder 0000000000000000
                Keeps the NAT mapping alive
                Echo request, type 8, code 0
                SPI c0ffee01, sequence 9, first fragment of datagram 1234
                Later fragment of datagram 1234, SPI c0ffee01
                IP protocol 99
                Address resolution
                Not IP
                ARP: who has 10.0.0.2? Tell 10.0.0.1
                ARP: 10.0.0.1 answers 10.0.0.2""", String.join("\n", infos));
    }

    @Test
    void packetsThatAreNotThereAreOutOfBounds() throws IOException {
        try (Capture capture = open(write("one.pcap", esp(1, 1, bytes(20))))) {
            assertThrows(IndexOutOfBoundsException.class, () -> capture.packet(1));
            assertThrows(IndexOutOfBoundsException.class, () -> capture.packet(-1));
            assertThrows(IndexOutOfBoundsException.class, () -> capture.bytes(1));
            assertThrows(IndexOutOfBoundsException.class, () -> capture.flowOf(1));
        }
    }

    @Test
    void flowsTieEveryPacketToItsPair() throws IOException {
        try (Capture capture = open(write("one.pcap", esp(1, 1, bytes(20))))) {
            Coverage coverage = capture.coverage();
            Flow flow = coverage.flows().get(capture.flowOf(0));
            assertEquals(capture.flowOf(0), flow.id());
            assertEquals("10.0.0.1", coverage.pairs().get(flow.pair()).a());
        }
    }

    @Test
    void aCaptureIsScannedOnce() throws IOException {
        try (Capture capture = open(write("one.pcap", esp(1, 1, bytes(20))))) {
            assertThrows(IllegalStateException.class, () -> capture.scan(ScanMonitor.NONE));
        }
    }

    @Test
    void beforeTheScanThereIsNothingYet() throws IOException {
        Path file = write("one.pcap", esp(1, 1, bytes(20)));
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            assertEquals(0, capture.packets());
            Coverage coverage = capture.coverage();
            assertFalse(coverage.complete());
            assertEquals(0, coverage.packets());
            assertEquals(Verdict.INSUFFICIENT, coverage.verdict());
        }
    }

    @Test
    void afterClosingNothingMoreIsRead() throws IOException {
        Capture capture =
                Capture.open(write("one.pcap", esp(1, 1, bytes(20))), CaptureLimits.DEFAULT, ScanMonitor.NONE);
        capture.close();
        capture.scan(ScanMonitor.NONE);
        assertFalse(capture.coverage().complete());
        assertEquals(0, capture.packets());
    }

    @Test
    void aFormatThatFailsToRecogniseIsPassedOver() throws IOException {
        isInstalled = true;
        Logger formats = Logger.getLogger(Formats.class.getName());
        formats.setLevel(Level.OFF);
        assertMessage(Files.writeString(folder.resolve("x"), "throw in recognises"), "is not a capture");
        formats.setLevel(null);
    }

    @Test
    void aFormatThatFailsToReadIsAProblem() throws IOException {
        isInstalled = true;
        Logger scans = Logger.getLogger("org.ipsecworkbench.capture.scan.Scan");
        scans.setLevel(Level.OFF);
        try (Capture capture = open(Files.writeString(folder.resolve("x"), "throw in fill"))) {
            Coverage coverage = capture.coverage();
            assertFalse(coverage.complete());
            assertEquals("faulty", coverage.format());
            assertTrue(coverage.problems().get(0).what().contains("a defect of the workbench or of an extension"));
        }
        scans.setLevel(null);
    }

    /** Fuzzing finds the words that it fails at, too. */
    private static volatile boolean isInstalled;

    @AfterEach
    void uninstall() {
        isInstalled = false;
    }

    /** What a third party might install. */
    @ServiceProvider(service = CaptureFormat.class, position = 1_000_000)
    public static final class FaultyFormat implements CaptureFormat {
        @Override
        public String key() {
            return "faulty";
        }

        @Override
        public String label() {
            return "made for a test";
        }

        @Override
        public boolean recognises(ByteBuffer head) {
            if (!isInstalled) {
                return false;
            }
            String text = java.nio.charset.StandardCharsets.US_ASCII
                    .decode(head.duplicate())
                    .toString();
            if (text.equals("throw in recognises")) {
                throw new IllegalStateException("made for a test");
            }
            return text.equals("throw in fill");
        }

        @Override
        public RecordReader open(CaptureSource source, CaptureLimits limits, ProblemLog problems) {
            return new RecordReader() {
                @Override
                public boolean fill(RecordBatch batch) {
                    throw new IllegalStateException("made for a test");
                }

                @Override
                public void read(long position, RecordBatch batch) {
                    throw new IllegalStateException("made for a test");
                }

                @Override
                public long position() {
                    return 0;
                }
            };
        }
    }

    private Path write(String name, byte[] esp) throws IOException {
        return PcapFile.of(PcapFile.ETHERNET)
                .packet(TIME, ethernet(IPV4, ipv4(ESP, "10.0.0.1", "10.0.0.2", esp)))
                .write(folder.resolve(name));
    }

    private static Capture open(Path file) throws IOException {
        Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE);
        capture.scan(ScanMonitor.NONE);
        return capture;
    }

    private static IOException assertMessage(Path file, String message) {
        IOException e =
                assertThrows(IOException.class, () -> Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE));
        assertTrue(e.getMessage().contains(message), e.getMessage());
        return e;
    }
}
