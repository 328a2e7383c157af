package org.ipsecworkbench.ikelogbrowser.detail;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Payload;
import org.ipsecworkbench.ike.Step;
import org.ipsecworkbench.workbench.Formats;

/** A step of a negotiation as text: where it was read, the message's header, and its payloads with what is inside them. */
public final class MessageText {
    private static final int MAX_PLACES = 12;
    private static final int MAX_LINES = 500;

    private final StringBuilder text = new StringBuilder();
    private int lines;

    private MessageText() {}

    /** The text of a step; at most some hundred lines. */
    public static String of(Step step) {
        MessageText text = new MessageText();
        text.step(step);
        return text.text.toString();
    }

    private void step(Step step) {
        line(0, step.summary());
        if (step.time() != null) {
            line(0, "Time: " + Formats.time(step.time()));
        }
        if (step.repeats() > 0) {
            line(
                    0,
                    "Sent " + Formats.count(step.repeats() + 1L) + " times, word for word"
                            + (step.lastTime() == null ? "" : ", the last at " + Formats.time(step.lastTime())));
        }
        line(0, "Evidence: " + places(step.evidence()));
        IkeMessage message = step.message();
        if (message == null) {
            return;
        }
        line(0, "");
        line(
                0,
                String.format(
                        Locale.ROOT,
                        "%s, version %d.%d, flags 0x%02x, message ID %08x, %s",
                        message.exchangeName(),
                        message.major(),
                        message.minor(),
                        message.flags(),
                        message.messageId(),
                        Formats.count(message.length(), "byte", "bytes")));
        line(
                0,
                "Cookies: " + message.cookies().initiatorHex() + " "
                        + message.cookies().responderHex());
        for (Payload payload : message.payloads()) {
            payload(payload);
        }
        for (Problem problem : message.problems()) {
            line(0, "Problem at " + problem.where() + ": " + problem.what());
        }
        if (lines > MAX_LINES) {
            text.append("and ").append(Formats.count(lines - MAX_LINES)).append(" more lines\n");
        }
    }

    private static String places(List<Evidence> evidence) {
        String places = evidence.stream()
                .limit(MAX_PLACES)
                .map(one -> one.label() + " of " + one.source().name())
                .collect(Collectors.joining(", "));
        int more = evidence.size() - MAX_PLACES;
        return more > 0 ? places + " and " + Formats.count(more) + " more" : places;
    }

    private void payload(Payload payload) {
        Payload.Header header = payload.header();
        String name =
                payload instanceof Payload.Encrypted ? "encrypted, first inside: " + header.name() : header.name();
        line(
                0,
                name + ", " + Formats.count(header.length(), "byte", "bytes")
                        + (header.critical() ? ", critical" : ""));
        for (String inside : PayloadWords.of(payload)) {
            line(1, inside);
        }
    }

    private void line(int depth, String words) {
        if (++lines <= MAX_LINES) {
            text.append("    ".repeat(depth)).append(words).append('\n');
        }
    }
}
