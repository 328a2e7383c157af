package org.ipsecworkbench.hostconnection.wsman;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.ipsecworkbench.hostconnection.testing.Recordings;
import org.ipsecworkbench.hostconnection.testing.Recordings.Recording;
import org.junit.jupiter.api.Test;

/** Answers of real Windows hosts, 2008 R2 and later, as pypsrp and winrm4j recorded them. */
class RecordingsTest {

    private static Envelope read(String answer) throws IOException {
        return Envelope.read(answer.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Envelope> answers(String name) throws IOException {
        List<Envelope> envelopes = new ArrayList<>();
        for (Recording recording : Recordings.all()) {
            if (recording.name().equals(name)) {
                for (String answer : recording.answers()) {
                    envelopes.add(read(answer));
                }
            }
        }
        assertFalse(envelopes.isEmpty(), name);
        return envelopes;
    }

    @Test
    void everyAnswerIsReadAndKnown() throws IOException {
        int count = 0;
        TreeSet<String> unknown = new TreeSet<>();
        for (Recording recording : Recordings.all()) {
            assertFalse(recording.answers().isEmpty(), recording.name());
            for (String answer : recording.answers()) {
                Envelope envelope = read(answer);
                count++;
                assertFalse(envelope.relatesTo().isEmpty(), recording.name());
                if (envelope.action().endsWith("/fault")) {
                    assertTrue(Fault.of(envelope).orElseThrow().code() > 0, recording.name());
                } else if (!envelope.action().endsWith("Response")) {
                    unknown.add(envelope.action());
                }
            }
        }
        assertEquals(new TreeSet<>(), unknown);
        assertTrue(count > 200, () -> "more than 200 answers");
    }

    /** Writing is for simulated hosts, whose answers have to say the same. */
    @Test
    void whatIsWrittenAnewSaysTheSame() throws IOException {
        for (Recording recording : Recordings.all()) {
            for (String answer : recording.answers()) {
                Envelope envelope = read(answer);
                if (Fault.of(envelope).isEmpty() && !answer.contains("wsman/1/config")) {
                    assertEquals(envelope, Envelope.read(envelope.toBytes()), recording.name());
                }
            }
        }
    }

    @Test
    void commandRunsToItsEnd() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String shell = "";
        String command = "";
        OptionalInt exit = OptionalInt.empty();
        for (Envelope envelope : answers("test_winrs_send.yml")) {
            shell = envelope.content(Names.SHELL, "Shell")
                    .map(created -> created.childText(Names.SHELL, "ShellId"))
                    .orElse(shell);
            command = envelope.content(Names.SHELL, "CommandResponse")
                    .map(created -> created.childText(Names.SHELL, "CommandId"))
                    .orElse(command);
            if (envelope.content(Names.SHELL, "ReceiveResponse").isPresent()) {
                ReceivedOutput output = ReceivedOutput.read(envelope, command);
                output.pieces().forEach(piece -> out.writeBytes(piece.bytes()));
                assertTrue(output.isDone());
                exit = output.exitCode();
            }
        }
        assertEquals("0D6FCA9D-2D40-44C3-B691-E665BE7AA687", shell);
        assertEquals("output 1\noutput 2\n", out.toString(StandardCharsets.UTF_8));
        assertEquals(OptionalInt.of(0), exit);
    }

    @Test
    void faultsHaveTheirCodes() throws IOException {
        Fault unknownCommand = answers("test_winrs_bad_cmd_id.yml").stream()
                .flatMap(envelope -> Fault.of(envelope).stream())
                .findFirst()
                .orElseThrow();
        assertEquals(2150858843L, unknownCommand.code());
        assertEquals("InvalidSelectors", unknownCommand.subcode());
        assertTrue(unknownCommand.text().startsWith("The Windows Remote Shell received a request"));
        Fault noFile = answers("test_winrs_no_cmd_shell.yml").stream()
                .flatMap(envelope -> Fault.of(envelope).stream())
                .findFirst()
                .orElseThrow();
        assertEquals(2147942402L, noFile.code());
        assertEquals("The system cannot find the file specified.", noFile.text());
    }
}
