package org.ipsecworkbench.hostconnection.wsman;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.ipsecworkbench.hostconnection.testing.FakeShell;
import org.ipsecworkbench.hostconnection.wire.MalformedException;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages of SOAP of any content. */
class EnvelopeFuzzTest {
    private static final ShellMessages MESSAGES = new ShellMessages("http://h/wsman", 1000, Duration.ofSeconds(1));
    private static final ShellMessages.CommandKey KEY = new ShellMessages.CommandKey("S", "C");

    static Stream<byte[]> seeds() {
        String done = "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body><r:ReceiveResponse"
                + " xmlns:r='http://schemas.microsoft.com/wbem/wsman/1/windows/shell'><r:Stream Name='stdout'"
                + " CommandId='C'>YWI=</r:Stream><r:CommandState CommandId='C' State='x'><r:ExitCode>1</r:ExitCode>"
                + "</r:CommandState></r:ReceiveResponse></s:Body></s:Envelope>";
        Envelope create = MESSAGES.create(Map.of("WINRS_CODEPAGE", "65001"));
        return Stream.of(
                create.toBytes(),
                MESSAGES.send(KEY, new byte[] {1}, true).toBytes(),
                FakeShell.fault(create, 5, "AccessDenied").toBytes(),
                done.getBytes(StandardCharsets.UTF_8));
    }

    /** A message is read and asked for all that it may say, or it is refused; nothing else is thrown. */
    @MethodSource("seeds")
    @FuzzTest
    void everyMessageIsReadOrRefused(byte[] input) {
        try {
            Envelope envelope = Envelope.read(input);
            String all = envelope.action()
                    + envelope.relatesTo()
                    + envelope.resource()
                    + envelope.options()
                    + envelope.selector("ShellId");
            assertTrue(all.length() <= 4 * input.length + 20, "nothing grows");
            Fault.of(envelope).ifPresent(fault -> assertTrue(fault.text().length() <= 600));
            ReceivedOutput output = ReceivedOutput.read(envelope, "C");
            assertTrue(output.pieces().stream()
                            .mapToInt(piece -> piece.bytes().length)
                            .sum()
                    <= input.length);
        } catch (MalformedException e) {
            assertTrue(e.getMessage().length() < 200, "a reason for people");
        }
    }
}
