package org.ipsecworkbench.ike.wfp;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.EventLimits;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.ExplainedEvent;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.negotiate.StatedNegotiations;
import org.ipsecworkbench.ike.negotiate.Statement;
import org.ipsecworkbench.ike.xml.MonitoredInput;
import org.ipsecworkbench.ike.xml.TextInput;
import org.ipsecworkbench.ike.xml.XmlFragments;

/** Reads files of the filtering platform: XML of {@code netsh wfp}, whole or in part, and cabinets around it. */
public final class WfpFiles {
    /** Bytes of a file's beginning that tell whether it is one. */
    public static final int HEAD = 1 << 16;

    private static final String DIAGNOSIS = "wfpdiag.xml";
    private static final Pattern WORDS =
            Pattern.compile("<(wfpdiag|wfpstate|firewallState|netEvents?|ikeEvents|ikeextEvents"
                    + "|ikeextSas|ikeextStatistics|ipsecSaContexts|ipsecStatistics)\\b|>FWPM_|>IKEEXT_");

    private WfpFiles() {}

    /** Whether a file that begins like this looks like one. */
    public static boolean recognises(byte[] head) {
        return Cabinet.isCabinet(head)
                || TextInput.decode(head).stripLeading().startsWith("<")
                        && WORDS.matcher(TextInput.decode(head)).find();
    }

    /** The entries of a file, explained, and what they add up to. */
    public static IkeReport read(
            Path file,
            Source source,
            EventLimits limits,
            IkeLimits ikeLimits,
            ScanMonitor monitor,
            Consumer<ExplainedEvent> next)
            throws IOException {
        ProblemLog problems = new ProblemLog(limits.maxProblems());
        StatedNegotiations negotiations = new StatedNegotiations(ikeLimits);
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(4);
        }
        long count;
        if (Cabinet.isCabinet(head)) {
            Path unpacked = Cabinet.unpack(file, DIAGNOSIS, limits.maxUnpacked(), problems);
            try {
                count = read(unpacked, source, limits, problems, negotiations, monitor, next);
            } finally {
                Files.deleteIfExists(unpacked);
            }
        } else {
            count = read(file, source, limits, problems, negotiations, monitor, next);
        }
        return new IkeReport(source, count, negotiations.negotiations(source, problems), problems.problems());
    }

    /** The entries of XML from elsewhere than a file, explained, and what they add up to. */
    public static IkeReport read(
            InputStream in, Source source, EventLimits limits, IkeLimits ikeLimits, Consumer<ExplainedEvent> next)
            throws IOException {
        ProblemLog problems = new ProblemLog(limits.maxProblems());
        StatedNegotiations negotiations = new StatedNegotiations(ikeLimits);
        long count = read(TextInput.reader(in), source, limits, problems, negotiations, next);
        return new IkeReport(source, count, negotiations.negotiations(source, problems), problems.problems());
    }

    private static long read(
            Path file,
            Source source,
            EventLimits limits,
            ProblemLog problems,
            StatedNegotiations negotiations,
            ScanMonitor monitor,
            Consumer<ExplainedEvent> next)
            throws IOException {
        try (Reader in = TextInput.reader(MonitoredInput.open(file, monitor))) {
            return read(in, source, limits, problems, negotiations, next);
        }
    }

    static long read(
            Reader in,
            Source source,
            EventLimits limits,
            ProblemLog problems,
            StatedNegotiations negotiations,
            Consumer<ExplainedEvent> next)
            throws IOException {
        long[] count = new long[1];
        WfpSink sink = new WfpSink(limits, found -> {
            WfpItem item = found.isCounters() ? found.counted() : found;
            Evidence evidence = Evidence.of(source, count[0] + 1);
            ExplainedEvent explained = WfpEvents.explain(item, evidence);
            boolean isCount = item.isCounters() || item.list().equals("errorFrequencyTable");
            boolean isCounterAtZero = isCount && !explained.isIpsec();
            if (isCounterAtZero) {
                return;
            }
            count[0]++;
            next.accept(explained);
            Statement statement =
                    WfpStatements.of(item, evidence, WfpEvents.summary(explained, item), explained.failure());
            if (statement != null) {
                negotiations.add(statement);
            }
        });
        XmlFragments.read(in, limits, problems, sink);
        if (sink.finish()) {
            problems.add("event " + count[0], "The last entry is not whole; what is there was read.");
        }
        if (sink.isCut()) {
            problems.add("file", "Some entries have more or longer values than are kept.");
        }
        return count[0];
    }
}
