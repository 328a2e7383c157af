package org.ipsecworkbench.hostconnection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes down the commands that this process sends while it listens, for the evidence of a case: a table with a line for each,
 * parted by tabs. What was printed is in the transcripts. Safe for several threads; bounded by {@link #MAX_LINES}.
 */
public final class AuditRecord implements AuditTrail.Listener, AutoCloseable {
    /** Commands that are kept: 1,000 hosts that are asked 100 each. */
    public static final int MAX_LINES = 100_000;

    private static final int MAX_TEXT = 8192;
    private static final String HEADER = "time\thost\taction\tresult\tcommand\n";

    private final List<String> lines = new ArrayList<>();
    private int leftOut;

    private AuditRecord() {}

    /** Begins. */
    public static AuditRecord start() {
        AuditRecord record = new AuditRecord();
        AuditTrail.add(record);
        return record;
    }

    @Override
    public void sent(AuditTrail.Entry entry) {
        // Written with what came of it.
    }

    @Override
    public void ended(AuditTrail.Entry entry, Transcript transcript) {
        Failure failure = transcript.ending().failure();
        add(
                entry,
                failure == null
                        ? "exit code "
                                + Integer.toUnsignedString(
                                        transcript.ending().exitCode().orElse(0))
                        : failure.explanation());
    }

    @Override
    public void failed(AuditTrail.Entry entry, Failure failure) {
        add(entry, "not started: " + failure.explanation());
    }

    private synchronized void add(AuditTrail.Entry entry, String result) {
        if (lines.size() == MAX_LINES) {
            leftOut++;
            return;
        }
        lines.add(String.join(
                        "\t",
                        entry.time().toString(),
                        cell(entry.host()),
                        cell(entry.action()),
                        cell(result),
                        cell(entry.text()))
                + "\n");
    }

    private static String cell(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= MAX_TEXT ? line : line.substring(0, MAX_TEXT) + "…";
    }

    /** The table, in UTF-8, by the end of each command. */
    public synchronized byte[] bytes() {
        StringBuilder text = new StringBuilder(HEADER);
        lines.forEach(text::append);
        if (leftOut > 0) {
            text.append(leftOut).append(" more are left out.\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Listens no more. */
    @Override
    public void close() {
        AuditTrail.remove(this);
    }
}
