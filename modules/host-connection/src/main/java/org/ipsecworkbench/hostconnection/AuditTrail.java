package org.ipsecworkbench.hostconnection;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Tells of every command that this process sends to any host. {@link HostConnection} is the only one that sends commands, and
 * it tells of each; nothing is kept here. Safe for several threads.
 */
public final class AuditTrail {
    /**
     * A command that is sent. Secrets in it are {@linkplain Redaction redacted}.
     *
     * @param time by this machine's clock
     * @param host without the user
     * @param action what the user did that needs it
     * @param line as {@code cmd.exe} gets it
     * @param script the script of PowerShell in readable form, where the line carries one or standard input does; else empty
     */
    public record Entry(Instant time, String host, String action, String line, String script) {
        /** What was asked for, for people: the script where there is one, else the line. */
        public String text() {
            return script.isEmpty() ? line : script;
        }
    }

    /** Is told in the thread that asks the host, of each command twice: before it is sent and when it has ended. */
    public interface Listener {
        /** The command goes out now. */
        void sent(Entry entry);

        /** The command was started, and this is all that came of it. */
        void ended(Entry entry, Transcript transcript);

        /** The command was not started. */
        void failed(Entry entry, Failure failure);
    }

    private static final List<Listener> LISTENERS = new CopyOnWriteArrayList<>();

    private AuditTrail() {}

    /** From now on tells this listener too. */
    public static void add(Listener listener) {
        LISTENERS.add(listener);
    }

    /** No longer tells this listener. */
    public static void remove(Listener listener) {
        LISTENERS.remove(listener);
    }

    static void sent(Entry entry) {
        LISTENERS.forEach(listener -> listener.sent(entry));
    }

    static void ended(Entry entry, Transcript transcript) {
        LISTENERS.forEach(listener -> listener.ended(entry, transcript));
    }

    static void failed(Entry entry, Failure failure) {
        LISTENERS.forEach(listener -> listener.failed(entry, failure));
    }
}
