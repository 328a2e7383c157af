package org.ipsecworkbench.hostconnection.winrm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.hostconnection.testing.FakeShell.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections that are cut, and answers that somebody changed or that are hostile. */
@Timeout(60)
class DisturbanceTest extends WinRmCase {
    /** Identify, anonymous, negotiate, authenticate, Create, Command, Receive, Signal, Delete. */
    private static final int ANSWERS = 9;

    private static final int CREATE = 4;

    @Test
    void plainAnswersAreRefused() throws ConnectionException {
        host.answersPlain = true;
        try (HostConnection connection = open()) {
            ConnectionException e =
                    assertThrows(ConnectionException.class, () -> connection.run(RemoteCommand.program("hostname")));
            assertEquals(FailureCause.NOT_SEALED, e.failure().cause());
        }
    }

    /**
     * Wherever the connection is cut: a reason or an incomplete transcript, nothing sent twice, and no shell left but one of
     * which the host could not tell.
     */
    @Test
    void connectionCutAtEveryStep() throws Exception {
        reply = Reply.of("0123456789");
        for (int cut = 0; cut < ANSWERS; cut++) {
            for (boolean half : new boolean[] {false, true}) {
                cutAt(cut, half);
            }
        }
    }

    private void cutAt(int cut, boolean half) throws Exception {
        int[] seen = new int[1];
        host.shell.lines.clear();
        host.shell.openShells = 0;
        host.tamper = (number, whole) -> {
            if (seen[0]++ != cut) {
                return whole;
            }
            return half ? Arrays.copyOf(whole, whole.length / 2) : null;
        };
        boolean isReported = false;
        try (HostConnection connection = open()) {
            Transcript transcript = connection.run(RemoteCommand.program("hostname"));
            isReported = !transcript.isComplete();
        } catch (ConnectionException e) {
            assertEquals(FailureCause.CONNECTION_LOST, e.failure().cause(), "cut " + cut);
            isReported = true;
        }
        boolean isAfterTheEnd = cut >= ANSWERS - 2;
        assertEquals(!isAfterTheEnd, isReported, "cut " + cut);
        assertTrue(host.shell.lines.size() <= 1, "a command was sent twice, cut " + cut);
        boolean isOfCreate = cut == CREATE;
        assertEquals(isOfCreate ? 1 : 0, host.shell.openShells, "shells, cut " + cut);
    }

    private FailureCause runFails() {
        try (HostConnection connection = open()) {
            Transcript transcript = connection.run(RemoteCommand.program("hostname"));
            assertNotNull(transcript.ending().failure());
            return transcript.ending().failure().cause();
        } catch (ConnectionException e) {
            return e.failure().cause();
        }
    }

    /** Changes the sealed answers from Create on. */
    private void sealed(UnaryOperator<String> change) {
        host.tamper = (number, whole) -> {
            String text = new String(whole, StandardCharsets.ISO_8859_1);
            byte[] changed = change.apply(text).getBytes(StandardCharsets.ISO_8859_1);
            return text.contains("multipart/encrypted") && !Arrays.equals(changed, whole) ? changed : whole;
        };
    }

    @Test
    void wrongLengthsAreNoticed() {
        sealed(text -> text.replaceFirst("(?i)content-length: (\\d+)", "Content-Length: 1$1"));
        assertEquals(FailureCause.TIMED_OUT, runFails(), "a body longer than what comes");
        sealed(text -> text.replaceFirst("(?i)content-length: \\d+", "Content-Length: 99999999999"));
        assertEquals(FailureCause.PROTOCOL, runFails(), "a body that nobody sends");
        sealed(text -> text.replaceFirst("(?i)content-length: \\d+", "Content-Length: -5"));
        assertEquals(FailureCause.PROTOCOL, runFails(), "less than nothing");
        sealed(text -> text.replaceFirst("(?i)content-length: (\\d+)\\d", "Content-Length: 0$1"));
        assertEquals(FailureCause.PROTOCOL, runFails(), "a body shorter than what comes");
        sealed(text -> text.replaceFirst("Length=\\d", "Length=9"));
        assertEquals(FailureCause.PROTOCOL, runFails(), "another length of the message");
        for (String size :
                List.of("\u0000\u0000\u0000\u0000", "\u0011\u0000\u0000\u0000", "\u00ff\u00ff\u00ff\u007f")) {
            sealed(text -> text.replace(
                    "\u0010\u0000\u0000\u0000\u0001\u0000\u0000\u0000", size + "\u0001\u0000\u0000\u0000"));
            assertEquals(FailureCause.PROTOCOL, runFails(), "another length of the seal");
        }
        assertEquals(List.of(), host.shell.lines, "no command was sent to such a host");
    }

    @Test
    void answersThatTrickleAreNotWaitedForForever() {
        host.dripMillis = 20;
        assertEquals(FailureCause.TIMED_OUT, openFails());
    }

    /** What is in the way of a parser, before authentication and within the seal: refused, without a file or host asked. */
    @Test
    void hostileXmlIsRefused() throws IOException {
        try (ServerSocket asked = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (String attack : attacks("http://127.0.0.1:" + asked.getLocalPort() + "/x.dtd")) {
                byte[] bytes = attack.getBytes(StandardCharsets.UTF_8);
                host.content = soap -> bytes;
                assertEquals(FailureCause.NO_WINRM, openFails(), () -> start(attack));
                host.content =
                        soap -> new String(soap, StandardCharsets.UTF_8).contains("IdentifyResponse") ? soap : bytes;
                assertEquals(FailureCause.PROTOCOL, runFails(), () -> start(attack));
            }
            asked.setSoTimeout(50);
            assertThrows(SocketTimeoutException.class, asked::accept);
        }
    }

    private static String start(String text) {
        return text.substring(0, Math.min(80, text.length()));
    }

    private static List<String> attacks(String elsewhere) {
        String envelope =
                "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body>%s</s:Body></s:Envelope>";
        StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 'ha'>");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY e" + i + " '&e" + (i - 1) + ";&e" + (i - 1) + ";'>");
        }
        return List.of(
                laughs + "]>" + String.format(envelope, "&e29;"),
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>" + String.format(envelope, "&e;"),
                "<!DOCTYPE a SYSTEM '" + elsewhere + "'>" + String.format(envelope, ""),
                "<!DOCTYPE a [<!ENTITY % p SYSTEM '" + elsewhere + "'> %p;]>" + String.format(envelope, ""),
                String.format(envelope, "<a>".repeat(100_000)),
                String.format(envelope, "<a/>".repeat(200_000)),
                "<s:Envelope " + "x".repeat(1_000_000));
    }

    @Test
    void changedAnswersAreNoticed() throws ConnectionException {
        reply = Reply.of("0123456789");
        for (int position = 1; position < 40; position++) {
            int fromEnd = position + 30;
            host.tamper = (number, whole) -> {
                byte[] changed = whole.clone();
                String head = new String(whole, StandardCharsets.ISO_8859_1);
                if (head.contains("multipart/encrypted")) {
                    changed[whole.length - fromEnd] ^= 1;
                }
                return changed;
            };
            try (HostConnection connection = open()) {
                ConnectionException e = assertThrows(
                        ConnectionException.class, () -> connection.run(RemoteCommand.program("hostname")));
                assertEquals(FailureCause.PROTOCOL, e.failure().cause());
            }
        }
    }
}
