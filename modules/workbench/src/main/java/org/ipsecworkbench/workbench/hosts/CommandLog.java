package org.ipsecworkbench.workbench.hosts;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ipsecworkbench.hostconnection.AuditRecord;
import org.ipsecworkbench.hostconnection.AuditTrail;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.workbench.Formats;
import org.openide.modules.OnStart;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.IOProvider;
import org.openide.windows.InputOutput;

/**
 * Every command that went to a host since the workbench started, with what it printed, as text by host. A tab of the Output
 * window shows that of a host from when the user asks for it. Bounded: {@link #MAX_HOST} characters per host, the oldest go
 * first, and {@link #MAX_ALL} altogether, then the hosts go that were asked longest ago. Safe for several threads.
 */
@Messages({
    "# {0} - host",
    "TIT_Commands=Commands to {0}",
    "# {0} - time",
    "# {1} - action",
    "# {2} - command",
    "LOG_Sent={0}  {1}\n> {2}\n",
    "# {0} - ending",
    "# {1} - bytes",
    "# {2} - duration",
    "LOG_Ended={0}, {1}, {2}\n\n",
    "# {0} - code",
    "LOG_Exit=exit code {0}",
    "# {0} - explanation",
    "LOG_NotStarted=not started: {0}\n\n",
    "LOG_Cut=… the rest is not shown here\n",
    "LOG_Nothing=No command was sent to this host since the workbench started.\n",
    "LOG_NoAction=for no action that is named"
})
final class CommandLog implements AuditTrail.Listener {
    static final int MAX_HOST = 256 << 10;
    static final int MAX_ALL = 16 << 20;

    private static final int MAX_OUTPUT = 64 << 10;
    private static final CommandLog LOG = new CommandLog();
    /** For sessions. */
    private static final AuditRecord RECORD = AuditRecord.start();

    private final Map<String, Lines> byHost = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, InputOutput> tabs = new HashMap<>();
    private int all;

    /** Listens from the start on. */
    @OnStart
    public static final class Start implements Runnable {
        @Override
        public void run() {
            AuditTrail.add(LOG);
        }
    }

    /** The text of one host. */
    private static final class Lines {
        final Deque<String> pieces = new ArrayDeque<>();
        int length;
    }

    static AuditRecord record() {
        return RECORD;
    }

    static CommandLog get() {
        return LOG;
    }

    @Override
    public void sent(AuditTrail.Entry entry) {
        String action = entry.action().isEmpty() ? Bundle.LOG_NoAction() : entry.action();
        add(entry.host(), Bundle.LOG_Sent(Formats.time(entry.time()), action, entry.text()));
    }

    @Override
    public void ended(AuditTrail.Entry entry, Transcript transcript) {
        Failure failure = transcript.ending().failure();
        String how = failure == null
                ? Bundle.LOG_Exit(
                        Integer.toUnsignedString(transcript.ending().exitCode().orElse(0)))
                : failure.explanation();
        String bytes = Formats.bytes(transcript.output().length + (double) transcript.errors().length);
        Duration took = Duration.between(transcript.started(), transcript.ended());
        add(
                entry.host(),
                cut(transcript.outputText())
                        + cut(transcript.errorText())
                        + Bundle.LOG_Ended(how, bytes, Formats.duration(took)));
    }

    @Override
    public void failed(AuditTrail.Entry entry, Failure failure) {
        add(entry.host(), Bundle.LOG_NotStarted(failure.explanation()));
    }

    private static String cut(String text) {
        if (text.isEmpty()) {
            return "";
        }
        String shown = text.length() > MAX_OUTPUT ? text.substring(0, MAX_OUTPUT) + "\n" + Bundle.LOG_Cut() : text;
        return shown.endsWith("\n") ? shown : shown + "\n";
    }

    private synchronized void add(String host, String text) {
        Lines lines = byHost.computeIfAbsent(host, key -> new Lines());
        lines.pieces.add(text);
        lines.length += text.length();
        all += text.length();
        while (lines.length > MAX_HOST && lines.pieces.size() > 1) {
            int gone = lines.pieces.remove().length();
            lines.length -= gone;
            all -= gone;
        }
        while (all > MAX_ALL && byHost.size() > 1) {
            String eldest = byHost.keySet().iterator().next();
            Lines gone = byHost.remove(eldest);
            all -= gone == null ? 0 : gone.length;
        }
        InputOutput tab = tabs.get(host);
        if (tab != null) {
            tab.getOut().print(text);
        }
    }

    /** The text that is kept of a host. */
    synchronized String text(HostAddress address) {
        Lines lines = byHost.get(address.toString());
        return lines == null ? "" : String.join("", lines.pieces);
    }

    /** Shows a host's commands in a tab of the Output window, and those that follow. */
    void show(String name, HostAddress address) {
        InputOutput tab = IOProvider.getDefault().getIO(Bundle.TIT_Commands(name), false);
        synchronized (this) {
            boolean isNew = tabs.put(address.toString(), tab) != tab;
            if (isNew || tab.isClosed()) {
                String text = text(address);
                tab.getOut().print(text.isEmpty() ? Bundle.LOG_Nothing() : text);
            }
        }
        tab.select();
    }
}
