package org.ipsecworkbench.hostconnection;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the commands that this process sends while it listens, for the evidence of a case. Of more than {@link #MAX_COMMANDS} the
 * oldest are forgotten, and of more than {@link #MAX_OUTPUT} the oldest output. Safe for several threads.
 */
public final class AuditRecord implements AuditTrail.Listener, AutoCloseable {
    /** Commands that are kept: 1,000 hosts that are asked 50 each. */
    public static final int MAX_COMMANDS = 50_000;

    /** Bytes of output and errors that are kept, altogether: 32 MiB. They cost nothing where others have the transcripts too. */
    public static final int MAX_OUTPUT = 32 << 20;

    /**
     * A command that has ended.
     *
     * @param entry what the audit trail has of it
     * @param isStarted whether it ran on the host
     * @param transcript null where the command was not started, or where its output is kept no more
     * @param result what came of it, for people
     */
    public record Sent(
            AuditTrail.Entry entry,
            boolean isStarted,
            @Nullable Transcript transcript,
            String result) {}

    private static final class Line {
        final AuditTrail.Entry entry;
        final boolean isStarted;
        final String result;

        @Nullable
        Transcript transcript;

        Line(AuditTrail.Entry entry, @Nullable Transcript transcript, String result) {
            this.entry = entry;
            this.transcript = transcript;
            isStarted = transcript != null;
            this.result = result;
        }
    }

    private final Deque<Line> lines = new ArrayDeque<>();
    private final Deque<Line> printed = new ArrayDeque<>();
    private long bytes;
    private int forgotten;

    private AuditRecord() {}

    /** Begins. */
    public static AuditRecord start() {
        AuditRecord record = new AuditRecord();
        AuditTrail.add(record);
        return record;
    }

    @Override
    public void sent(AuditTrail.Entry entry) {
        // Kept with what came of it.
    }

    @Override
    public void ended(AuditTrail.Entry entry, Transcript transcript) {
        Failure failure = transcript.ending().failure();
        String result = failure == null
                ? "exit code "
                        + Integer.toUnsignedString(
                                transcript.ending().exitCode().orElse(0))
                : failure.explanation();
        add(new Line(entry, transcript, result));
    }

    @Override
    public void failed(AuditTrail.Entry entry, Failure failure) {
        add(new Line(entry, null, "not started: " + failure.explanation()));
    }

    private synchronized void add(Line line) {
        lines.add(line);
        if (lines.size() > MAX_COMMANDS) {
            lines.remove();
            forgotten++;
        }
        if (line.transcript != null) {
            printed.add(line);
            bytes += size(line);
        }
        while (printed.size() > MAX_COMMANDS || bytes > MAX_OUTPUT) {
            Line oldest = printed.remove();
            bytes -= size(oldest);
            oldest.transcript = null;
        }
    }

    private static long size(Line line) {
        Transcript transcript = line.transcript;
        return transcript == null ? 0 : transcript.output().length + (long) transcript.errors().length;
    }

    /** The commands to these hosts, each as {@link HostAddress#toString} has it, in the order in which they ended. */
    public synchronized List<Sent> sentTo(Collection<String> hosts) {
        return lines.stream()
                .filter(line -> hosts.contains(line.entry.host()))
                .map(line -> new Sent(line.entry, line.isStarted, line.transcript, line.result))
                .toList();
    }

    /** How many commands to any host are kept no more. */
    public synchronized int forgotten() {
        return forgotten;
    }

    /** Listens no more. */
    @Override
    public void close() {
        AuditTrail.remove(this);
    }
}
