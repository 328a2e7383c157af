package org.ipsecworkbench.lab.winrm;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Collectors;
import org.ipsecworkbench.hostconnection.wsman.Element;
import org.ipsecworkbench.hostconnection.wsman.Envelope;
import org.ipsecworkbench.hostconnection.wsman.Names;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.ipsecworkbench.lab.program.CommandProcessor;
import org.ipsecworkbench.lab.program.Shell;

/** The remote shell of one host (MS-WSMV 3.1.4): requests in, replies out, free of I/O. Safe for several threads. */
final class ShellService {
    /** The longest that a request for output waits. */
    static final Duration MAX_PATIENCE = Duration.ofSeconds(60);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Bytes of an envelope that are no output. */
    private static final int OVERHEAD = 3000;

    private static final int MIN_ENVELOPE = 8192;
    private static final int UTF_8 = 65001;

    private final WindowsHost host;
    private final Quotas quotas;
    private final ThreadFactory threads;
    private final Map<String, RemoteShell> shells = new LinkedHashMap<>();
    private volatile Switches switches = Switches.NONE;

    ShellService(WindowsHost host, Quotas quotas, ThreadFactory threads) {
        this.host = host;
        this.quotas = quotas;
        this.threads = threads;
    }

    /** From now on this goes wrong on purpose. */
    void set(Switches now) {
        switches = now;
    }

    /** The body of the reply to a request. */
    Element reply(Envelope request, String user) throws ShellFault {
        if (request.content(Names.IDENTITY, "Identify").isPresent()) {
            return body(WsmanReply.identity(host, true));
        }
        if (!request.resource().equals(Names.SHELL_RESOURCE)) {
            throw ShellFault.unknownResource();
        }
        Switches now = switches;
        if (now.faults(request.action())) {
            throw ShellFault.ordered(now.fault());
        }
        return switch (request.action()) {
            case Names.CREATE -> create(request, user);
            case Names.COMMAND -> command(request);
            case Names.RECEIVE -> receive(request);
            case Names.SEND -> send(request);
            case Names.SIGNAL -> signal(request);
            case Names.DELETE -> delete(request);
            default -> throw ShellFault.unknownAction();
        };
    }

    private Element create(Envelope request, String user) throws ShellFault {
        Element wanted = request.content(Names.SHELL, "Shell").orElseThrow(ShellFault::badParameter);
        Map<String, String> environment = new LinkedHashMap<>();
        wanted.child(Names.SHELL, "Environment")
                .ifPresent(variables -> variables
                        .children(Names.SHELL, "Variable")
                        .forEach(variable -> environment.put(variable.attribute("Name"), variable.text())));
        boolean isUtf8 = Integer.toString(UTF_8).equals(request.options().get("WINRS_CODEPAGE"));
        String id = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        Duration idle = idle(wanted);
        Instant now = Instant.now();
        synchronized (this) {
            shells.values().removeIf(shell -> isStale(shell, now));
            int most = switches.shells() == 0 ? quotas.shells() : switches.shells();
            if (shells.size() >= most) {
                throw ShellFault.tooManyShells(most);
            }
            Shell shell = new Shell(host, user, isUtf8 ? UTF_8 : 0, environment);
            wanted.child(Names.SHELL, "WorkingDirectory").ifPresent(folder -> shell.setFolder(folder.text()));
            shells.put(id, new RemoteShell(id, shell, idle, now));
        }
        String address = request.header().childText(Names.ADDRESSING, "To");
        return WsmanReply.created(host, address, id, user, idle, wanted);
    }

    /** How long the shell may rest, at most as long as the quota says. */
    private Duration idle(Element wanted) {
        try {
            Duration idle = Duration.parse(wanted.childText(Names.SHELL, "IdleTimeOut"));
            return idle.isNegative() || idle.compareTo(quotas.idle()) > 0 ? quotas.idle() : idle;
        } catch (DateTimeException e) {
            return quotas.idle();
        }
    }

    private boolean isStale(RemoteShell shell, Instant now) {
        boolean isStale = shell.isStale(now);
        if (isStale) {
            shell.end();
        }
        return isStale;
    }

    private synchronized RemoteShell shell(Envelope request) throws ShellFault {
        RemoteShell shell = shells.get(request.selector("ShellId").toUpperCase(Locale.ROOT));
        if (shell == null) {
            throw ShellFault.unknownShell();
        }
        shell.use(Instant.now());
        return shell;
    }

    private Element command(Envelope request) throws ShellFault {
        RemoteShell shell = shell(request);
        Element line = request.content(Names.SHELL, "CommandLine").orElseThrow(ShellFault::badParameter);
        String program = line.childText(Names.SHELL, "Command");
        CommandProcessor processor = new CommandProcessor(shell.shell().copy());
        boolean skipsShell = "TRUE".equalsIgnoreCase(request.options().get("WINRS_SKIP_CMD_SHELL"));
        if (program.isEmpty()) {
            throw ShellFault.badParameter();
        }
        if (skipsShell && !processor.isExecutable(program)) {
            throw ShellFault.noSuchFile();
        }
        String whole = line.children(Names.SHELL, "Arguments").stream()
                .map(Element::text)
                .collect(Collectors.joining(" ", program + " ", ""))
                .strip();
        String given = commandId(line);
        String id = (given.isEmpty() ? UUID.randomUUID().toString() : given).toUpperCase(Locale.ROOT);
        synchronized (this) {
            if (shell.commands().size() >= quotas.commands()) {
                throw ShellFault.tooManyCommands(quotas.commands());
            }
            if (shell.commands().containsKey(id)) {
                throw ShellFault.badParameter();
            }
            shell.commands().put(id, RunningCommand.start(terminal -> processor.run(whole, terminal), threads));
        }
        return body(Element.of(Names.SHELL, "CommandResponse", Element.text(Names.SHELL, "CommandId", id)));
    }

    private RunningCommand running(Envelope request, String id) throws ShellFault {
        RemoteShell shell = shell(request);
        synchronized (this) {
            RunningCommand command = shell.commands().get(id.toUpperCase(Locale.ROOT));
            if (command == null) {
                throw ShellFault.unknownCommand();
            }
            return command;
        }
    }

    private Element receive(Envelope request) throws ShellFault {
        String id = request.content(Names.SHELL, "Receive")
                .flatMap(receive -> receive.child(Names.SHELL, "DesiredStream"))
                .map(ShellService::commandId)
                .orElse("");
        if (id.isEmpty()) {
            throw ShellFault.badParameter();
        }
        RunningCommand command = running(request, id);
        RunningCommand.Output output = command.receive(room(request), patience(request));
        if (output.isEmpty()) {
            throw ShellFault.timedOut();
        }
        return body(WsmanReply.output(id, output));
    }

    /** Some clients, winrm4j for one, give the attribute its namespace, which real hosts accept as recorded. */
    private static String commandId(Element element) {
        String bare = element.attribute("CommandId");
        return bare.isEmpty() ? element.attribute("rsp:CommandId") : bare;
    }

    /** How many bytes of output fit into the reply in base64. */
    private int room(Envelope request) {
        String wanted = request.header().childText(Names.WSMAN, "MaxEnvelopeSize");
        int size = quotas.envelope();
        if (wanted.matches("\\d{1,8}")) {
            size = Math.max(MIN_ENVELOPE, Math.min(size, Integer.parseInt(wanted)));
        }
        return (size - OVERHEAD) / 4 * 3;
    }

    private static Duration patience(Envelope request) {
        try {
            Duration wanted = Duration.parse(request.header().childText(Names.WSMAN, "OperationTimeout"));
            return wanted.compareTo(MAX_PATIENCE) > 0 ? MAX_PATIENCE : wanted;
        } catch (DateTimeException e) {
            return PATIENCE;
        }
    }

    private Element send(Envelope request) throws ShellFault {
        Element send = request.content(Names.SHELL, "Send").orElseThrow(ShellFault::badParameter);
        for (Element stream : send.children(Names.SHELL, "Stream")) {
            RunningCommand command = running(request, commandId(stream));
            try {
                command.send(
                        Base64.getMimeDecoder().decode(stream.text()),
                        stream.attribute("End").equalsIgnoreCase("true"));
            } catch (IllegalArgumentException e) {
                throw ShellFault.badParameter();
            }
        }
        return body(Element.of(Names.SHELL, "SendResponse"));
    }

    private Element signal(Envelope request) throws ShellFault {
        Element signal = request.content(Names.SHELL, "Signal").orElseThrow(ShellFault::badParameter);
        String id = commandId(signal).toUpperCase(Locale.ROOT);
        running(request, id).end();
        if (!signal.childText(Names.SHELL, "Code").endsWith("/ctrl_break")) {
            synchronized (this) {
                RemoteShell shell = shells.get(request.selector("ShellId").toUpperCase(Locale.ROOT));
                if (shell != null) {
                    shell.commands().remove(id);
                }
            }
        }
        return body(Element.of(Names.SHELL, "SignalResponse"));
    }

    private Element delete(Envelope request) throws ShellFault {
        RemoteShell shell = shell(request);
        synchronized (this) {
            shells.remove(shell.id());
        }
        shell.end();
        return Element.of(Names.SOAP, "Body");
    }

    /** How many shells there are. */
    synchronized int shells() {
        return shells.size();
    }

    /** Ends every shell with its commands. */
    void close() {
        List<RemoteShell> all;
        synchronized (this) {
            all = new ArrayList<>(shells.values());
            shells.clear();
        }
        all.forEach(RemoteShell::end);
        for (RemoteShell shell : all) {
            shell.commands().values().forEach(command -> command.isOver(RunningCommand.GRACE));
        }
    }

    private static Element body(Element content) {
        return Element.of(Names.SOAP, "Body", content);
    }
}
