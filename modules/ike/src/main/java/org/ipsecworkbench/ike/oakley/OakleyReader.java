package org.ipsecworkbench.ike.oakley;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.Failure.Numbering;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.OakleyLimits;
import org.ipsecworkbench.ike.OakleyReport;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.oakley.Families.Family;
import org.ipsecworkbench.ike.oakley.Families.Kind;

/**
 * Reads a log line by line, and reads on where it grows: what is said of it then is what a reader of the whole would say. One
 * log, one thread.
 */
public final class OakleyReader {
    private static final int LINES_BETWEEN_REPORTS = 1 << 14;

    private final Source source;
    private final OakleyLimits limits;
    private final LineReader lines;
    private final LogLine line = new LogLine();
    private final LogClock clock;
    private final LogTable table;
    private long time = LogClock.NONE;

    /**
     * At the beginning of a log.
     *
     * @param in as {@link LogInput} gives it
     */
    public OakleyReader(InputStream in, Source source, OakleyLimits limits, IkeLimits ikeLimits) {
        this.source = source;
        this.limits = limits;
        lines = new LineReader(in, limits.maxLineBytes());
        clock = new LogClock(limits.maxYears());
        table = new LogTable(limits, ikeLimits);
    }

    /** A copy that can be finished while the other one goes on; its input is the same. */
    private OakleyReader(OakleyReader other) {
        source = other.source;
        limits = other.limits;
        lines = other.lines;
        clock = new LogClock(other.clock);
        table = new LogTable(other.table);
        time = other.time;
    }

    /**
     * Reads up to the end of what is there, without a line that may still be written.
     *
     * @param size bytes of the log, for the monitor alone
     */
    public void read(long size, ScanMonitor monitor) throws IOException {
        while (lines.next()) {
            stamp(lines.number());
            line(table.thread(), line, Families.of(line));
            if (lines.number() % LINES_BETWEEN_REPORTS == 0) {
                monitor.progress(lines.read(), size);
                if (monitor.cancelled()) {
                    return;
                }
            }
        }
    }

    /** What was read adds up to; reading may go on. Costs some 100 ns per step and negotiation that is kept. */
    public OakleyReport report(LocalDate notAfter, ZoneId zone) {
        return new OakleyReader(this).end(notAfter, zone);
    }

    private OakleyReport end(LocalDate notAfter, ZoneId zone) {
        long number = lines.number();
        if (lines.rest()) {
            number++;
            stamp(number);
            // What is still being written is kept as text: its numbers may be cut.
            line(table.thread(), line, Families.UNKNOWN);
        }
        table.finish();
        clock.end(notAfter, zone);
        List<Problem> problems = new ArrayList<>();
        if (lines.cutLines() > 0) {
            problems.add(new Problem(
                    "file",
                    lines.cutLines() + " lines are longer than " + limits.maxLineBytes()
                            + " bytes; what is behind was not read."));
        }
        problems.addAll(table.problems());
        IkeReport report = new IkeReport(source, table.messages(), table.negotiations(source, clock), problems);
        return new OakleyReport(report, number, table.outside(source), table.droppedOutside());
    }

    private void stamp(long number) {
        line.read(lines.bytes(), lines.start(), lines.end(), number);
        if (line.isStamped) {
            time = clock.time(line);
            table.thread(line.hasThread ? line.thread : 0);
        }
    }

    private void line(LogThread thread, LogLine line, Family family) {
        Kind kind = family.kind();
        if (line.isBlank()) {
            table.settle(thread);
            thread.endBlocks();
            return;
        }
        if (thread.open != null) {
            if (kind.isHeader()) {
                header(thread, thread.open, kind, line);
                return;
            }
            table.settle(thread);
        }
        table.keepTogether(thread, time);
        switch (kind) {
            case BUILD, NOTIFY_SENT -> build(thread, family, line);
            case PROCESS -> process(thread, family, line);
            case SEND, RECEIVE -> open(thread, kind, line);
            case ACQUIRE, START -> begin(thread, kind, line);
            default -> other(thread, kind, line);
        }
        thread.lastTime = time;
    }

    private void open(LogThread thread, Kind kind, LogLine line) {
        String text = line.text();
        LogStep.Header header = new LogStep.Header();
        header.isSent = kind == Kind.SEND;
        header.pointer = Words.pointer(text);
        Words.Endpoint peer = Words.endpoint(text, header.isSent ? " to " : " from ");
        header.peer = peer == null ? "" : peer.address();
        thread.open = header;
        thread.lines = new LogStep(time, null, shorten(text));
        thread.lines.line(line.number);
        thread.endBlocks();
    }

    private static void header(LogThread thread, LogStep.Header header, Kind kind, LogLine line) {
        thread.lines.line(line.number);
        String text = line.text();
        switch (kind) {
            case HEADER -> {
                long length = Words.after(text, "len");
                header.length = length > 0 ? (int) Math.min(Integer.MAX_VALUE, length) : header.length;
            }
            case COOKIE_I -> header.initiator = Words.cookie(text);
            case COOKIE_R -> header.responder = Words.cookie(text);
            case EXCHANGE -> header.exchange = exchange(text);
            case FLAGS -> header.flags = (int) Math.max(0, Words.after(text, "flags"));
            case NEXT_PAYLOAD -> header.nextPayload = text.strip();
            default -> header.messageId = (int) Words.hexAfter(text, "message id");
        }
    }

    private static int exchange(String text) {
        if (Words.indexOf(text, "main mode", 0) >= 0) {
            return 2;
        }
        if (Words.indexOf(text, "quick mode", 0) >= 0) {
            return 32;
        }
        return Words.indexOf(text, "aggressive", 0) >= 0 ? 4 : Words.indexOf(text, "informational", 0) >= 0 ? 5 : 0;
    }

    private void begin(LogThread thread, Kind kind, LogLine line) {
        String text = line.text();
        table.begin(thread, kind == Kind.ACQUIRE);
        LogNegotiation negotiation = thread.current;
        Words.Endpoint from = Words.endpoint(text, "src");
        Words.Endpoint to = Words.endpoint(text, "dst");
        if (from != null && to != null) {
            negotiation.local = from.address();
            negotiation.peer = to.address();
        }
        negotiation.isBegun = true;
        if (kind == Kind.START) {
            negotiation.isInitiator = true;
        }
        thread.endBlocks();
        told(negotiation, text, line);
    }

    private void build(LogThread thread, Family family, LogLine line) {
        if (thread.build == null) {
            thread.build = new LogStep(time, null, "constructing");
        }
        thread.build.line(line.number);
        thread.build.payload(family.payload());
        thread.endBlocks();
        if (family.kind() == Kind.NOTIFY_SENT) {
            Notifies.read(line.text(), thread.current, line.number);
        }
    }

    private void process(LogThread thread, Family family, LogLine line) {
        LogStep received = thread.received;
        if (received == null) {
            told(thread.current, line.text(), line);
            return;
        }
        received.line(line.number);
        if (received.repeats() == 0) {
            received.payload(family.payload());
        }
    }

    private void other(LogThread thread, Kind kind, LogLine line) {
        String text = line.text();
        if (kind.isPolicy()) {
            policy(thread, kind, text, line);
            return;
        }
        thread.policy = null;
        if (thread.failure != null && (kind == Kind.FAILURE || kind == Kind.UNKNOWN)) {
            thread.failure.line(line.number);
            if (!LogNegotiation.isAddress(text)) {
                thread.failure.more(shorten(text.strip()), limits.maxText());
            }
            failureText(thread.current, text, line);
            return;
        }
        thread.failure = null;
        if (kind == Kind.TRANSFORM || kind == Kind.ATTRIBUTE) {
            attribute(thread, kind, text, line);
            return;
        }
        table.follow(thread, Words.pointer(text));
        LogNegotiation negotiation = thread.current;
        if (kind == Kind.RESEND) {
            resend(negotiation, text, line);
            return;
        }
        LogStep step = told(negotiation, text, line);
        switch (kind) {
            case ACCEPT -> negotiation.proposals.accepted(text);
            case NAT -> negotiation.isBehindNat = true;
            case MAIN_DONE -> negotiation.isMainDone = true;
            case QUICK_DONE -> negotiation.isQuickDone = true;
            case SOFT -> negotiation.isSoft = true;
            case EXHAUSTED -> negotiation.isExhausted = true;
            case NOTIFY_RECEIVED -> Notifies.read(text, negotiation, line.number);
            case FAILURE -> failureText(negotiation, text, line);
            case PROOF -> finding(negotiation, Statuses.proof(text), line);
            case STATUS, DEAD -> {
                status(negotiation, text, line);
                thread.failure = step;
                if (kind == Kind.DEAD) {
                    table.unbind(Words.pointer(text));
                }
            }
            default -> {}
        }
    }

    private void policy(LogThread thread, Kind kind, String text, LogLine line) {
        LogNegotiation negotiation = thread.current;
        if (thread.policy == null) {
            // The SPIs are what came of the policy.
            String prefix = kind == Kind.ALGORITHM && Words.after(text, "myspi") > 0 ? "" : "policy: ";
            thread.policy = told(negotiation, prefix + text.strip(), line);
        } else {
            thread.policy.line(line.number);
        }
        thread.failure = null;
        switch (kind) {
            case OFFER -> negotiation.proposals.offer(text);
            case AUTH_OFFER -> negotiation.proposals.method(text);
            case ALGORITHM -> negotiation.algorithm(text, line.number, time);
            default -> {}
        }
    }

    private void attribute(LogThread thread, Kind kind, String text, LogLine line) {
        if (thread.received == null) {
            told(thread.current, text, line);
        } else {
            thread.received.line(line.number);
        }
        if (kind == Kind.TRANSFORM) {
            thread.current.proposals.transform(text);
        } else {
            thread.current.proposals.attribute(text);
        }
    }

    private void resend(LogNegotiation negotiation, String text, LogLine line) {
        LogStep sent = negotiation.lastSent();
        if (sent == null) {
            told(negotiation, text, line);
        } else {
            sent.line(line.number);
            sent.resent(Words.after(text, "count"), time);
        }
    }

    private static void status(LogNegotiation negotiation, String text, LogLine line) {
        long status = Statuses.of(text);
        if (status == 0 && Words.hexAfter(text, "centry") != 0) {
            negotiation.isQuickDone = true;
        }
        negotiation.isSoft |= LogVerdict.isSoft(status);
        finding(negotiation, status, line);
    }

    private static void failureText(LogNegotiation negotiation, String text, LogLine line) {
        negotiation.failureText(text);
        // The last line of such a block has two more codes; 0x0 is none.
        String codes = text.strip();
        if (!codes.startsWith("0x")) {
            return;
        }
        for (String word : codes.split(" ", 3)) {
            if (word.startsWith("0x")) {
                long code = Statuses.of(word, 0);
                if (code > 0 && Statuses.isKnown(code)) {
                    finding(negotiation, code, line);
                }
            }
        }
    }

    private static void finding(LogNegotiation negotiation, long code, LogLine line) {
        if (code > 0) {
            negotiation.finding(Numbering.WIN32, code, line.number);
        }
    }

    private LogStep told(LogNegotiation negotiation, String text, LogLine line) {
        LogStep step = new LogStep(time, null, shorten(text.strip()));
        step.line(line.number);
        return negotiation.add(step);
    }

    private String shorten(String text) {
        String open = Words.withoutSecret(text);
        return open.length() <= limits.maxText() ? open : open.substring(0, limits.maxText()) + "…";
    }
}
