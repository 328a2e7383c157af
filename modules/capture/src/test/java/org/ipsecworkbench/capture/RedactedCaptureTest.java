package org.ipsecworkbench.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ipsecworkbench.capture.testing.LabCaptures;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lab captures, redacted: the same coverage, and nothing of whose they were. */
class RedactedCaptureTest {
    private static final byte[] SALT = "a salt that is no secret here".getBytes(StandardCharsets.US_ASCII);

    /** Packets of a link layer that is not walked through are emptied, and told. */
    private static final Set<String> EMPTIED = Set.of("r06_nflog.pcap");

    private static final AddressMap SAME = new AddressMap() {
        @Override
        public byte[] ip(byte[] address) {
            return address;
        }

        @Override
        public byte[] adapter(byte[] address) {
            return address;
        }
    };

    /** Changes all bytes but the first, by which groups and the version of a mapped address are told. */
    private static final AddressMap OTHERS = new AddressMap() {
        @Override
        public byte[] ip(byte[] address) {
            byte[] other = address.clone();
            for (int i = 1; i < other.length; i++) {
                other[i] ^= 0x5a;
            }
            return other;
        }

        @Override
        public byte[] adapter(byte[] address) {
            return ip(address);
        }
    };

    @TempDir
    private Path folder;

    static List<Path> captures() throws IOException {
        return LabCaptures.all();
    }

    private RedactedCapture redact(Path file, AddressMap addresses, Path to) throws IOException {
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE);
                OutputStream out = Files.newOutputStream(to)) {
            capture.scan(ScanMonitor.NONE);
            return RedactedCapture.write(capture, addresses, SALT, out, ScanMonitor.NONE);
        }
    }

    private static Coverage coverage(Path file) throws IOException {
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            return capture.coverage();
        }
    }

    @ParameterizedTest
    @MethodSource("captures")
    void theCoverageIsThatOfTheOriginal(Path file) throws IOException {
        Path to = folder.resolve("redacted.pcapng");
        RedactedCapture redacted = redact(file, SAME, to);
        if (EMPTIED.contains(file.getFileName().toString())) {
            assertEquals(redacted.packets(), redacted.emptied());
            return;
        }
        assertEquals(0, redacted.emptied());
        Coverage before = coverage(file);
        Coverage after = coverage(to);
        assertEquals(before.verdict(), after.verdict());
        assertEquals(before.reasons(), after.reasons());
        assertEquals(before.classes(), after.classes());
        assertEquals(before.pairs(), after.pairs());
        assertEquals(before.start(), after.start());
        assertEquals(before.end(), after.end());
        assertEquals(before.copiedPackets(), after.copiedPackets());
    }

    @ParameterizedTest
    @MethodSource("captures")
    void noFormerAddressIsLeft(Path file) throws IOException {
        Path to = folder.resolve("redacted.pcapng");
        redact(file, OTHERS, to);
        String bytes = Files.readString(to, StandardCharsets.ISO_8859_1);
        Set<String> former = new HashSet<>();
        for (Flow flow : coverage(file).flows()) {
            former.add(flow.source());
            former.add(flow.destination());
        }
        former.remove("");
        // These are no host's, and in many a header.
        former.remove("255.255.255.255");
        former.remove("::");
        former.remove("0.0.0.0");
        for (String address : former) {
            byte[] raw = InetAddress.getByName(address).getAddress();
            assertTrue(!bytes.contains(new String(raw, StandardCharsets.ISO_8859_1)), address);
        }
    }
}
