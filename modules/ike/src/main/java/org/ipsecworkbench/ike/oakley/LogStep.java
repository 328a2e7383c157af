package org.ipsecworkbench.ike.oakley;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.ike.Cookies;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.Step;
import org.ipsecworkbench.ike.isakmp.Numbers;
import org.jspecify.annotations.Nullable;

/** A step while its lines come: a message that the log tells of, or what the host says of itself. */
final class LogStep {
    private static final int MAX_RANGES = 50;
    private static final int MAX_PAYLOADS = 100;
    private static final int ENCRYPTED = 1;
    private static final int MAIN = 2;

    /** The header of a message; 0 is what was not told. */
    static final class Header {
        boolean isSent;
        long pointer;
        String peer = "";
        long initiator;
        long responder;
        int exchange;
        int flags;
        int messageId;
        int length;
        String nextPayload = "";

        Header() {}

        /** A copy. */
        Header(Header other) {
            isSent = other.isSent;
            pointer = other.pointer;
            peer = other.peer;
            initiator = other.initiator;
            responder = other.responder;
            exchange = other.exchange;
            flags = other.flags;
            messageId = other.messageId;
            length = other.length;
            nextPayload = other.nextPayload;
        }

        boolean isEncrypted() {
            return (flags & ENCRYPTED) != 0;
        }

        /** Whether another one is of the same message, sent again. */
        boolean isSame(Header other) {
            return isSent == other.isSent
                    && exchange == other.exchange
                    && messageId == other.messageId
                    && length == other.length
                    && flags == other.flags
                    && nextPayload.equals(other.nextPayload);
        }
    }

    final long time;
    final @Nullable Header header;
    private final StringBuilder text;
    private final Map<String, Integer> payloads = new LinkedHashMap<>();
    private final List<long[]> ranges = new ArrayList<>(1);
    /** Messages of the same content that the log tells of. */
    private int repeats;
    /** How often it was sent again by the log's own count. */
    private long resent;

    private long lastTime;

    LogStep(long time, @Nullable Header header, String text) {
        this.time = time;
        this.header = header;
        this.text = new StringBuilder(text);
        lastTime = time;
    }

    /** A copy; its header, which is complete, is the same. */
    LogStep(LogStep other) {
        time = other.time;
        header = other.header;
        text = new StringBuilder(other.text);
        payloads.putAll(other.payloads);
        other.ranges.forEach(range -> ranges.add(range.clone()));
        repeats = other.repeats;
        resent = other.resent;
        lastTime = other.lastTime;
    }

    boolean isMessage() {
        return header != null;
    }

    /** Adds a line. */
    void line(long number) {
        if (!ranges.isEmpty()) {
            long[] last = ranges.get(ranges.size() - 1);
            if (number == last[1] || number == last[1] + 1) {
                last[1] = number;
                return;
            }
        }
        if (ranges.size() < MAX_RANGES) {
            ranges.add(new long[] {number, number});
        }
    }

    /** Adds all lines and payloads of another step. */
    void absorb(LogStep other) {
        for (long[] range : other.ranges) {
            line(range[0]);
            if (!ranges.isEmpty() && ranges.get(ranges.size() - 1)[1] == range[0]) {
                ranges.get(ranges.size() - 1)[1] = range[1];
            }
        }
        other.payloads.forEach((payload, count) -> payloads.merge(payload, count, Integer::sum));
    }

    void payload(String name) {
        if (!name.isEmpty() && (payloads.size() < MAX_PAYLOADS || payloads.containsKey(name))) {
            payloads.merge(name, 1, Integer::sum);
        }
    }

    /** Adds words, as long as they fit. */
    void more(String words, int most) {
        if (!words.isEmpty() && text.length() + words.length() < 2 * most) {
            text.append("; ").append(words);
        }
    }

    void repeated(long at) {
        repeats++;
        lastTime = at;
    }

    void resent(long count, long at) {
        resent = Math.max(resent, count > 0 ? count : resent + 1);
        lastTime = at;
    }

    int repeats() {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(repeats, resent));
    }

    String summary() {
        if (header == null) {
            return payloads.isEmpty() ? text.toString() : text + ": " + words();
        }
        String exchange = header.exchange == MAIN ? "main mode" : Numbers.EXCHANGES.name(header.exchange, "exchange");
        String inside = words();
        if (inside.isEmpty()) {
            return exchange + (header.isEncrypted() ? ": encrypted" : "");
        }
        return exchange + ": " + inside + (header.isEncrypted() ? " (encrypted)" : "");
    }

    private String words() {
        StringBuilder words = new StringBuilder();
        payloads.forEach((payload, count) ->
                words.append(words.isEmpty() ? "" : ", ").append(count == 1 ? payload : count + " × " + payload));
        return words.toString();
    }

    List<Evidence> evidence(Source source) {
        return ranges.stream()
                .sorted(Comparator.comparingLong(range -> range[0]))
                .map(range -> new Evidence(source, range[0], range[1]))
                .toList();
    }

    Step step(Source source, LogClock clock, boolean isInitiator) {
        Step.Direction direction = Step.Direction.LOCAL;
        IkeMessage message = null;
        if (header != null) {
            direction = header.isSent == isInitiator ? Step.Direction.TO_RESPONDER : Step.Direction.TO_INITIATOR;
            message = new IkeMessage(
                    new Cookies(header.initiator, header.responder),
                    1,
                    0,
                    header.exchange,
                    header.flags,
                    header.messageId,
                    header.length,
                    header.isEncrypted(),
                    List.of(),
                    List.of());
        }
        return new Step(
                clock.instant(time),
                direction,
                summary(),
                message,
                repeats(),
                clock.instant(lastTime),
                evidence(source));
    }
}
