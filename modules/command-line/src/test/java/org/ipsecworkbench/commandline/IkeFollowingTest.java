package org.ipsecworkbench.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ipsecwb ike --follow}; the logs are the synthetic ones of the module ike, the capture is of the lab. */
class IkeFollowingTest {
    private static final Path LOGS =
            Path.of(System.getProperty("basedir", ""), "../ike/src/test/resources/org/ipsecworkbench/ike/synthetic");

    @TempDir
    private Path folder;

    /** Runs while the rest of a file is appended, a second and a half after the beginning. */
    private Run grow(Path whole, int beginning, String... options) throws Exception {
        byte[] bytes = Files.readAllBytes(whole);
        Path growing = folder.resolve(String.valueOf(whole.getFileName()));
        Files.write(growing, Arrays.copyOf(bytes, beginning));
        Thread writer = new Thread(() -> {
            try {
                Thread.sleep(1500);
                Files.write(growing, Arrays.copyOfRange(bytes, beginning, bytes.length), StandardOpenOption.APPEND);
            } catch (InterruptedException | IOException e) {
                throw new AssertionError(e);
            }
        });
        writer.start();
        List<String> arguments = new ArrayList<>(List.of("ike", "--follow", "--for", "5", growing.toString()));
        arguments.addAll(List.of(options));
        Run run = Run.of(arguments.toArray(new String[0]));
        writer.join();
        return run;
    }

    @Test
    void eachNegotiationOfALogIsToldWhenItEndsAndThenTheResult() throws Exception {
        Path log = LOGS.resolve("synthetic-preshared-key.log");
        Run run = grow(log, 600, "--log-zone", "UTC", "--log-year", "2026");
        assertEquals(3, run.exit(), run.err());
        List<String> told = run.err().lines().toList();
        assertEquals(2, told.size(), run.err());
        assertTrue(told.get(0).startsWith("So far: "), run.err());
        assertTrue(told.get(1).contains("IKEv1 main mode: Failed. "), run.err());
        Run read = Run.of("ike", "--log-zone", "UTC", "--log-year", "2026", log.toString());
        assertEquals(
                read.out()
                        .replace(
                                log.toString(),
                                folder.resolve("synthetic-preshared-key.log").toString()),
                run.out());
    }

    @Test
    void theResultOfACaptureIsThatOfReadingItWhole() throws Exception {
        Path capture = Run.lab("c01_ikev1_psk_mismatch");
        Run run = grow(capture, 200, "--format", "json");
        assertEquals(3, run.exit(), run.err());
        assertTrue(run.err().contains("main mode: Failed. "), run.err());
        Path growing = folder.resolve(String.valueOf(capture.getFileName()));
        assertEquals(Run.of("ike", "--format", "json", growing.toString()).out(), run.out());
    }

    @Test
    void aLogThatIsDeletedIsShownAsFarAsItWasRead() throws Exception {
        Path log = Files.copy(LOGS.resolve("synthetic-established.log"), folder.resolve("Oakley.log"));
        Thread remover = new Thread(() -> {
            try {
                Thread.sleep(1500);
                Files.delete(log);
            } catch (InterruptedException | IOException e) {
                throw new AssertionError(e);
            }
        });
        remover.start();
        Run run = Run.of("ike", "--follow", "--for", "60", log.toString());
        remover.join();
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains("1 negotiation succeeded"), run.out());
        assertTrue(run.err().contains("The file was deleted or renamed while it was followed"), run.err());
    }

    @Test
    void eventsCannotBeFollowedAndSaySo() throws IOException {
        Path events = Files.writeString(
                folder.resolve("events.xml"),
                "<Event xmlns=\"http://schemas.microsoft.com/win/2004/08/events/event\"><System>"
                        + "<Provider Name=\"Microsoft-Windows-Security-Auditing\"/><EventID>5453</EventID></System></Event>");
        Run run = Run.of("ike", "--follow", events.toString());
        assertEquals(1, run.exit());
        assertEquals(
                "ipsecwb: " + events
                        + ": Only a capture or an Oakley.log can be followed; this file is read as a whole.\n",
                run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--follow -", "--follow a b", "--for 3 a"})
    void followingTakesOneFile(String arguments) {
        assertEquals(2, Run.of(("ike " + arguments).split(" ")).exit());
    }
}
