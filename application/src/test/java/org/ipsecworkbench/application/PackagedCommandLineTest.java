package org.ipsecworkbench.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged command line, from outside, through the launcher. */
class PackagedCommandLineTest {

    private static final Path LAUNCHER = Path.of(System.getProperty("ipsecwb.top"), "ipsecwb");

    @TempDir
    Path folder;

    @Test
    void versionIsThatOfTheBuild() throws Exception {
        Run run = ipsecwb("--version");
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().startsWith("ipsecwb " + System.getProperty("ipsecwb.version")), run.out());
        assertEquals("", run.err());
    }

    @Test
    void helpNamesWhatTheLauncherAdds() throws Exception {
        Run run = ipsecwb("--help");
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains("ipsecwb open FILE"), run.out());
        assertTrue(run.out().contains("ipsecwb verify"), run.out());
    }

    @Test
    void unknownCommandIsWrongUsage() throws Exception {
        Run run = ipsecwb("no-such-command");
        assertEquals(2, run.exit());
        assertEquals("", run.out());
        assertTrue(run.err().contains("no-such-command"), run.err());
    }

    @Test
    void worksThroughALinkFromAnywhere() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), LAUNCHER);
        Run run = Run.of(folder, Map.of("IPSECWB_NO_BUILD", "1"), List.of(link.toString(), "--version"));
        Files.delete(link);
        assertEquals(0, run.exit(), run.err());
    }

    /** SIGTERM, and so Ctrl+C, ends the waiting, not the process: the result is there, and so is its exit code. */
    @Test
    void followingIsInterruptedWithAResult() throws Exception {
        Path capture = Files.copy(
                Path.of(System.getProperty("ipsecwb.top"))
                        .resolve("modules/capture-viewer/src/main/samples/office-partly-protected.pcap"),
                folder.resolve("growing.pcap"));
        Path out = folder.resolve("out");
        Path err = Files.createFile(folder.resolve("err"));
        ProcessBuilder builder = new ProcessBuilder(LAUNCHER.toString(), "coverage", "--follow", capture.toString())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("IPSECWB_NO_BUILD", "1");
        Process following = builder.start();
        while (following.isAlive() && !Files.readString(err).contains("After 204 packets")) {
            Thread.sleep(50);
        }
        following.destroy();
        assertTrue(following.waitFor(30, TimeUnit.SECONDS));
        assertEquals(3, following.exitValue(), Files.readString(err));
        assertTrue(Files.readString(out).contains("PARTLY IN CLEAR"), Files.readString(out));
    }

    @Test
    void anInterruptEndsACaptureAndItsFileIsWhole() throws Exception {
        Run list = ipsecwb("capture", "--list");
        assumeTrue(list.out().contains("loopback"), "nothing can be captured on here: " + list.out() + list.err());
        Path file = folder.resolve("live.pcapng");
        // A process that was started in the background of a shell may have inherited that it ignores the signal.
        ProcessBuilder builder = new ProcessBuilder(
                        "env",
                        "--default-signal=INT",
                        LAUNCHER.toString(),
                        "capture",
                        "--interface",
                        "lo",
                        "--output",
                        file.toString(),
                        "--filter",
                        "udp port 1 and udp port 2")
                .redirectErrorStream(true);
        builder.environment().put("IPSECWB_NO_BUILD", "1");
        builder.environment().put("IPSECWB_USERDIR", folder.toString());
        Process capture = builder.start();
        try (BufferedReader out = capture.inputReader()) {
            assertEquals("ipsecwb: capturing on lo; Ctrl+C ends it", out.readLine());
            new ProcessBuilder("kill", "-INT", Long.toString(capture.pid()))
                    .start()
                    .waitFor();
            String rest = out.lines().collect(Collectors.joining("\n"));
            assertEquals(3, capture.waitFor(), rest);
            assertTrue(rest.contains("ipsecwb: 0 packets in"), rest);
            assertTrue(rest.contains("NOT ENOUGH TRAFFIC TO TELL"), rest);
        }
        Run coverage = ipsecwb("coverage", file.toString());
        assertEquals("", coverage.err());
        assertTrue(coverage.out().contains("0 packets"), coverage.out());
    }

    private Run ipsecwb(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(List.of(arguments));
        return Run.of(folder, Map.of("IPSECWB_NO_BUILD", "1", "IPSECWB_USERDIR", folder.toString()), command);
    }
}
