package org.ipsecworkbench.capture.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What takes a JVM of its own: a library that is missing, a right that is missing, a disk that is full. */
class LiveProcessTest {
    private static final Path SAMPLE = Path.of("../capture-viewer/src/main/samples/office-partly-protected.pcap");

    @TempDir
    private Path folder;

    @Test
    void readingAFileLoadsNoNativeLibrary() throws Exception {
        String out = LiveProcess.run(List.of(), List.of("-Xlog:class+load"), "read", SAMPLE.toString());
        assertTrue(out.contains("204 packets, MIXED, []"), out);
        assertTrue(out.contains("org.ipsecworkbench.capture.Capture "), "classes are listed");
        for (String native_ : List.of("org.pcap4j.", "com.sun.jna.", "org.slf4j.", "capture.live.Libpcap")) {
            assertFalse(
                    out.contains(native_),
                    () -> out.lines()
                            .filter(line -> line.contains(native_))
                            .findFirst()
                            .orElse(""));
        }
    }

    @Test
    void withoutLibpcapItSaysWhatToInstallAndFilesAreStillRead() throws Exception {
        List<String> missing = List.of("-Dorg.pcap4j.core.pcapLibName=no-such-libpcap");
        String out = LiveProcess.run(List.of(), missing, "list");
        assertTrue(out.startsWith("NO_LIBRARY The library that captures packets, libpcap, cannot be loaded"), out);
        assertTrue(out.contains("sudo apt-get install libpcap0.8"), out);
        assertTrue(
                LiveProcess.run(List.of(), missing, "read", SAMPLE.toString()).contains("204 packets"));
    }

    @Test
    void withoutRightsItListsTheInterfacesAndSaysWhatToGrant() throws Exception {
        Loopback.assumeCapture();
        String out = LiveProcess.run(List.of("setpriv", "--bounding-set=-net_raw"), List.of(), "list");
        assertTrue(
                out.startsWith("lo [127.0.0.1, ::1] You may not capture on lo (socket: Operation not permitted)."),
                out);
        assertTrue(out.contains("sudo setcap cap_net_raw=eip " + System.getProperty("java.home") + "/bin/java"), out);
    }

    @Test
    void aFullDiskEndsTheCaptureAndWhatIsThereIsWhole() throws Exception {
        Loopback.assumeCapture();
        Path file = folder.resolve("full.pcapng");
        List<String> small = List.of("sh", "-c", "ulimit -f 1024 && exec \"$@\"", "sh");
        String out = LiveProcess.run(small, List.of("-XX:-UsePerfData"), "fill", file.toString());
        assertTrue(out.startsWith("OUTPUT " + file + " cannot be written: File too large."), out);
        assertTrue(out.lines().toList().get(1).matches("\\d{3,} packets, INSUFFICIENT, \\[\\]"), out);
    }

    @Test
    void anInterfaceThatIsTakenAwayEndsTheCapture() throws Exception {
        Loopback.assumeCapture();
        assumeTrue(
                new ProcessBuilder("unshare", "--net", "true").start().waitFor() == 0,
                "no network namespace can be made here");
        List<String> apart = List.of(
                "unshare",
                "--net",
                "sh",
                "-c",
                "ip link add from0 type veth peer name to0 && ip link set from0 up && ip link set to0 up && exec \"$@\"",
                "sh");
        String out = LiveProcess.run(
                apart,
                List.of(),
                "vanish",
                "from0",
                folder.resolve("gone.pcapng").toString());
        assertEquals("INTERFACE_DOWN The capture on from0 ended: The interface disappeared.\n", out);
    }
}
