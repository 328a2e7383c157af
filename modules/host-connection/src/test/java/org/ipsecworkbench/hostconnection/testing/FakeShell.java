package org.ipsecworkbench.hostconnection.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.ipsecworkbench.hostconnection.wsman.Element;
import org.ipsecworkbench.hostconnection.wsman.Envelope;
import org.ipsecworkbench.hostconnection.wsman.Names;

/** Answers the requests of the remote shell, as the recordings of real hosts do; what programs print is given by tests. */
public final class FakeShell {
    /** What a program does. */
    public record Reply(byte[] output, byte[] errors, int exitCode, boolean hangs) {
        public static Reply of(String output) {
            return new Reply(output.getBytes(StandardCharsets.UTF_8), new byte[0], 0, false);
        }

        public static Reply hanging() {
            return new Reply(new byte[0], new byte[0], 0, true);
        }
    }

    private static final class Running {
        final String line;
        final ByteArrayOutputStream input = new ByteArrayOutputStream();
        long sent;
        volatile boolean isTerminated;

        Running(String line) {
            this.line = line;
        }
    }

    public final List<String> lines = new CopyOnWriteArrayList<>();
    public final List<String> inputs = new CopyOnWriteArrayList<>();
    private final Map<String, Running> commands = new ConcurrentHashMap<>();
    public volatile int openShells;
    public volatile int terminated;
    public volatile int pieceSize = 7;
    public volatile int piecesPerAnswer = 3;
    /** How often a program prints its output, which is not held that often. */
    public volatile int times = 1;

    public volatile long faultOnCreate;
    public volatile long faultOnCommand;
    private final Function<String, Reply> programs;

    public FakeShell(Function<String, Reply> programs) {
        this.programs = programs;
    }

    /** The answer to a request; a fault where the request makes no sense. */
    public synchronized Envelope answer(Envelope request) {
        return switch (request.action()) {
            case Names.CREATE -> create(request);
            case Names.COMMAND -> command(request);
            case Names.SEND -> send(request);
            case Names.RECEIVE -> receive(request);
            case Names.SIGNAL -> signal(request);
            case Names.DELETE -> {
                openShells--;
                yield new Envelope(header(request), Element.of(Names.SOAP, "Body"));
            }
            default -> fault(request, 2150858778L, "ActionNotSupported");
        };
    }

    private Envelope create(Envelope request) {
        if (faultOnCreate != 0) {
            return fault(request, faultOnCreate, "InternalError");
        }
        openShells++;
        String id = UUID.randomUUID().toString();
        return envelope(
                request,
                Element.of(
                        Names.TRANSFER,
                        "ResourceCreated",
                        Element.of(
                                Names.ADDRESSING,
                                "ReferenceParameters",
                                Element.of(
                                        Names.WSMAN,
                                        "SelectorSet",
                                        Element.text(Names.WSMAN, "Selector", id)
                                                .with("Name", "ShellId")))));
    }

    private Envelope command(Envelope request) {
        if (faultOnCommand != 0) {
            return fault(request, faultOnCommand, "InternalError");
        }
        String line = request.content(Names.SHELL, "CommandLine").orElseThrow().childText(Names.SHELL, "Command");
        lines.add(line);
        String id = UUID.randomUUID().toString();
        commands.put(id, new Running(line));
        return envelope(
                request, Element.of(Names.SHELL, "CommandResponse", Element.text(Names.SHELL, "CommandId", id)));
    }

    private Envelope send(Envelope request) {
        Element stream = request.body().find(Names.SHELL, "Stream").orElseThrow();
        Running running = commands.get(stream.attribute("CommandId"));
        running.input.writeBytes(Base64.getDecoder().decode(stream.text()));
        if (stream.attribute("End").equals("true")) {
            inputs.add(running.input.toString(StandardCharsets.UTF_8));
        }
        return envelope(request, Element.of(Names.SHELL, "SendResponse"));
    }

    private Envelope receive(Envelope request) {
        String id =
                request.body().find(Names.SHELL, "DesiredStream").orElseThrow().attribute("CommandId");
        Running running = commands.get(id);
        if (running == null || running.isTerminated) {
            return fault(request, running == null ? 2150858843L : 2147943395L, "InvalidSelectors");
        }
        Reply reply = programs.apply(running.line);
        if (reply.hangs()) {
            return fault(request, 2150858793L, "TimedOut");
        }
        List<Element> parts = new ArrayList<>();
        byte[] all = reply.output();
        long length = (long) all.length * times;
        for (int n = 0; n < piecesPerAnswer && running.sent < length; n++) {
            int from = (int) (running.sent % all.length);
            int to = Math.min(all.length, from + pieceSize);
            parts.add(stream("stdout", id, Arrays.copyOfRange(all, from, to)));
            running.sent += to - from;
        }
        if (running.sent == length) {
            if (reply.errors().length > 0) {
                parts.add(stream("stderr", id, reply.errors()));
            }
            parts.add(Element.of(
                            Names.SHELL,
                            "CommandState",
                            Element.text(Names.SHELL, "ExitCode", Integer.toUnsignedString(reply.exitCode())))
                    .with("CommandId", id)
                    .with("State", Names.STATE_DONE));
        }
        return envelope(request, new Element(Names.SHELL, "ReceiveResponse", Map.of(), "", parts));
    }

    private Envelope signal(Envelope request) {
        Element signal = request.content(Names.SHELL, "Signal").orElseThrow();
        Running running = commands.get(signal.attribute("CommandId"));
        if (running != null && !running.isTerminated) {
            running.isTerminated = true;
            terminated++;
        }
        return envelope(request, Element.of(Names.SHELL, "SignalResponse"));
    }

    private static Element stream(String name, String id, byte[] bytes) {
        return Element.text(Names.SHELL, "Stream", Base64.getEncoder().encodeToString(bytes))
                .with("Name", name)
                .with("CommandId", id);
    }

    private static Envelope envelope(Envelope request, Element content) {
        return new Envelope(header(request), Element.of(Names.SOAP, "Body", content));
    }

    private static Element header(Envelope request) {
        return Element.of(
                Names.SOAP,
                "Header",
                Element.text(Names.ADDRESSING, "Action", request.action() + "Response"),
                Element.text(Names.ADDRESSING, "RelatesTo", request.messageId()));
    }

    /** A fault; its text is not English, since nobody may go by it. */
    public static Envelope fault(Envelope request, long code, String subcode) {
        Element fault = Element.of(
                Names.SOAP,
                "Fault",
                Element.of(
                        Names.SOAP,
                        "Code",
                        Element.text(Names.SOAP, "Value", "s:Sender"),
                        Element.of(Names.SOAP, "Subcode", Element.text(Names.SOAP, "Value", "w:" + subcode))),
                Element.of(
                        Names.SOAP,
                        "Detail",
                        Element.of(
                                        Names.FAULT,
                                        "WSManFault",
                                        Element.text(Names.FAULT, "Message", "Zugriff verweigert"))
                                .with("Code", Long.toString(code))));
        return envelope(request, fault);
    }
}
