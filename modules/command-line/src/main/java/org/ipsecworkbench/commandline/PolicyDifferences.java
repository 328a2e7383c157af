package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.policy.ComparedValue;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.PolicyComparison;
import picocli.CommandLine.Help.Ansi;

/** Two policies beside each other, as text and as {@code ipsecwb/policy-comparison/1}. */
final class PolicyDifferences {
    private final HostPolicy first;
    private final HostPolicy second;
    private final List<ComparedValue> values;

    PolicyDifferences(HostPolicy first, HostPolicy second) {
        this.first = first;
        this.second = second;
        values = PolicyComparison.of(first, second);
    }

    boolean areThere() {
        return values.stream().anyMatch(value -> value.standing().isDifference());
    }

    /** Differences with the values of both; of the rest only how much there is. */
    void write(Writer out, Ansi colours) throws IOException {
        List<ComparedValue> differences =
                values.stream().filter(value -> value.standing().isDifference()).toList();
        line(out, first.name() + " beside " + second.name());
        String verdict = differences.isEmpty()
                ? "No difference"
                : differences.size() + (differences.size() == 1 ? " difference" : " differences");
        line(
                out,
                "  "
                        + colours.string("@|bold," + (differences.isEmpty() ? "green " : "yellow ")
                                + verdict.toUpperCase(Locale.ROOT) + "|@"));
        long unread = values.stream()
                .filter(value -> value.standing() == ComparedValue.Standing.NOT_READ)
                .count();
        line(
                out,
                String.format(
                        Locale.ROOT,
                        "  %,d values are the same; %,d are told by one of both only, and are no difference.",
                        values.size() - differences.size() - unread,
                        unread));
        String subject = "";
        for (ComparedValue value : differences) {
            if (!value.subject().equals(subject)) {
                subject = value.subject();
                line(out, "");
                line(out, "  " + subject);
            }
            line(out, "    " + value.attribute() + ": " + value.standing().label());
            side(out, first.name(), value.ofFirst(), value.firstPlace());
            side(out, second.name(), value.ofSecond(), value.secondPlace());
        }
    }

    private static void side(Writer out, String host, String value, Place place) throws IOException {
        if (!value.isEmpty()) {
            String where = place.label().isEmpty() ? "" : "  [" + place.label() + "]";
            line(out, "      " + host + ": " + value + where);
        }
    }

    private static void line(Writer out, String text) throws IOException {
        out.write(text);
        out.write(System.lineSeparator());
    }

    /** All values, also those that are the same. */
    void writeJson(Writer out) throws IOException {
        try (JsonDocument json = new JsonDocument(out, "ipsecwb/policy-comparison/1")) {
            json.writeStringField("first", first.name());
            json.writeStringField("second", second.name());
            json.writeBooleanField("different", areThere());
            json.writeArrayFieldStart("values");
            for (ComparedValue value : values) {
                json.writeStartObject();
                json.writeStringField("subject", value.subject());
                json.writeStringField("attribute", value.attribute());
                json.writeStringField("standing", PolicyJson.key(value.standing()));
                json.text("ofFirst", value.ofFirst());
                json.text("ofSecond", value.ofSecond());
                json.text("firstPlace", value.firstPlace().label());
                json.text("secondPlace", value.secondPlace().label());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }
}
