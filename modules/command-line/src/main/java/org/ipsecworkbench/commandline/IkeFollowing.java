package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureFormatException;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.ipsecworkbench.ike.IkeCaptures;
import org.ipsecworkbench.ike.IkeContents;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.LogTime;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.OakleyFollower;
import org.ipsecworkbench.ike.OakleyReport;
import org.ipsecworkbench.ike.Outcome;
import org.ipsecworkbench.ike.SeenMessage;
import org.ipsecworkbench.ike.Source;

/**
 * The negotiations of a capture or an Oakley.log that is read while it is written. Says on standard error what is there at
 * first, then each negotiation that ends, or ends otherwise than was said of it before.
 */
final class IkeFollowing {
    private static final int TICK_MILLIS = 500;

    /** Negotiations told one by one after each reading. */
    private static final int MAX_TOLD = 20;

    private final PrintWriter err;
    private final ScanMonitor end;
    /** What was said of each negotiation; as many as a report has at most. */
    private final Map<String, String> said = new HashMap<>();

    private boolean isFirst = true;

    IkeFollowing(PrintWriter err, ScanMonitor end) {
        this.err = err;
        this.end = end;
    }

    /**
     * Reads until the end.
     *
     * @param messages gets those of a capture, once no more will come
     * @throws CaptureFormatException if it is no file that can be followed
     * @throws IOException if the file cannot be read
     */
    IkeContents follow(Path file, Source source, LogTime time, DecryptionKeys keys, Consumer<SeenMessage> messages)
            throws IOException {
        return switch (source.kind()) {
            case CAPTURE -> CaptureFollowing.follow(file, end, new Packets(source, keys, messages));
            case OAKLEY -> log(file, source, time);
            case EVENTS, WFP ->
                throw new CaptureFormatException(
                        file + ": Only a capture or an Oakley.log can be followed; this file is read as a whole.");
        };
    }

    private final class Packets implements CaptureFollowing.Use<IkeContents> {
        private final Source source;
        private final DecryptionKeys keys;
        private final Consumer<SeenMessage> messages;

        Packets(Source source, DecryptionKeys keys, Consumer<SeenMessage> messages) {
            this.source = source;
            this.keys = keys;
            this.messages = messages;
        }

        @Override
        public void grown(Capture capture) throws IOException {
            tell(read(capture, message -> {}));
        }

        @Override
        public IkeContents result(Capture capture) throws IOException {
            return new IkeContents(read(capture, messages), null, capture.packets());
        }

        private IkeReport read(Capture capture, Consumer<SeenMessage> taker) throws IOException {
            return IkeCaptures.read(capture, source, keys, IkeLimits.DEFAULT, ScanMonitor.NONE, taker);
        }
    }

    private IkeContents log(Path file, Source source, LogTime time) throws IOException {
        try (OakleyFollower log = OakleyFollower.open(file, source, time)) {
            String why = "";
            while (why.isEmpty()) {
                long began = System.nanoTime();
                if (log.read(end)) {
                    tell(log.report().report());
                }
                if (end.cancelled()) {
                    break;
                }
                Terminal.status(file + ": following; Ctrl+C ends it");
                // A costly report makes the next one wait longer.
                pause(Math.max(TICK_MILLIS, 4 * (System.nanoTime() - began) / 1_000_000));
                why = log.whyNotFollowed();
            }
            Terminal.status("");
            if (!why.isEmpty()) {
                err.println(file + ": " + why);
            }
            OakleyReport report = log.report();
            return new IkeContents(report.report(), report, 0);
        }
    }

    private void pause(long millis) {
        long until = System.nanoTime() + millis * 1_000_000;
        try {
            while (!end.cancelled() && System.nanoTime() < until) {
                Thread.sleep(TICK_MILLIS / 10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(IkeReport report) {
        Terminal.status("");
        List<Negotiation> changed = report.negotiations().stream()
                .filter(IkeFollowing::hasEnded)
                .filter(this::isNews)
                .toList();
        if (isFirst) {
            err.println("So far: " + IkeText.verdict(report));
        } else {
            for (Negotiation one : changed.stream().limit(MAX_TOLD).toList()) {
                err.println(sentence(one, report.source()));
            }
            if (changed.size() > MAX_TOLD) {
                err.println("and " + (changed.size() - MAX_TOLD) + " more negotiations");
            }
        }
        isFirst = false;
    }

    private static boolean hasEnded(Negotiation one) {
        return one.outcome() == Outcome.ESTABLISHED || one.outcome() == Outcome.FAILED;
    }

    /** Whether it was not said yet; it is now. */
    private boolean isNews(Negotiation one) {
        String key = one.cookies().initiator() != 0 ? one.cookies().initiatorHex() : String.valueOf(one.start());
        String now = one.verdict() + (one.failure() == null ? "" : one.failure().explanation());
        return !now.equals(said.put(key, now));
    }

    private static String sentence(Negotiation one, Source source) {
        String why = one.failure() == null ? "" : " " + one.failure().explanation();
        return String.format(
                Locale.ROOT,
                "%s%s -> %s  %s: %s.%s",
                one.start() == null ? "" : one.start() + "  ",
                IkeText.host(one.initiator(), source),
                IkeText.host(one.responder(), source),
                IkeText.exchange(one),
                one.verdict(),
                why);
    }
}
