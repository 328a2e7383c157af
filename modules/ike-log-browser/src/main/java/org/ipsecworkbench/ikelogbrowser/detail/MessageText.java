package org.ipsecworkbench.ikelogbrowser.detail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.ike.Decrypted;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.ExplainedEvent;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Payload;
import org.ipsecworkbench.ike.Step;
import org.ipsecworkbench.workbench.Formats;
import org.jspecify.annotations.Nullable;

/**
 * A step of a negotiation as text: where it was read, the message's header, its payloads with what is inside them, what keys
 * opened, and the events that tell of it. Not for the event thread.
 */
public final class MessageText {
    private static final int MAX_PLACES = 12;
    private static final int MAX_LINES = 500;

    private final StringBuilder text = new StringBuilder();
    private int lines;

    private MessageText() {}

    /** The text of a step; at most some hundred lines. */
    public static String of(Step step, Origins origins) {
        MessageText text = new MessageText();
        text.step(step);
        text.events(step, origins);
        text.end();
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
        message.payloads().forEach(payload -> payload(0, payload, step.time()));
        problems(0, message.problems());
        Decrypted inside = message.decrypted();
        if (inside != null) {
            line(
                    0,
                    "Decrypted with your keys"
                            + (inside.verified() ? ", the check value fits:" : ", nothing to check it by:"));
            inside.payloads().forEach(payload -> payload(1, payload, step.time()));
            problems(1, inside.problems());
        }
    }

    private void problems(int depth, List<Problem> problems) {
        problems.forEach(problem -> line(depth, "Problem at " + problem.where() + ": " + problem.what()));
    }

    private void events(Step step, Origins origins) {
        for (Evidence place : step.evidence()) {
            ExplainedEvent event = origins.event(place);
            if (event != null) {
                line(0, "");
                EventText.of(event).forEach(words -> line(0, words));
            }
        }
    }

    private void end() {
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

    private void payload(int depth, Payload payload, @Nullable Instant at) {
        Payload.Header header = payload.header();
        String name =
                payload instanceof Payload.Encrypted ? "encrypted, first inside: " + header.name() : header.name();
        line(
                depth,
                name + ", " + Formats.count(header.length(), "byte", "bytes")
                        + (header.critical() ? ", critical" : ""));
        for (String inside : PayloadWords.of(payload, at)) {
            line(depth + 1, inside);
        }
    }

    private void line(int depth, String words) {
        if (++lines <= MAX_LINES) {
            text.append("    ".repeat(depth)).append(words).append('\n');
        }
    }
}
