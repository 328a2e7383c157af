package org.ipsecworkbench.policy.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipsecworkbench.policy.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects of NetIPsec cmdlets that ConvertTo-Json wrote, however they were put together: an array of one cmdlet, or an
 * object with a member for each.
 */
final class JsonReader {
    /** What every object of CIM has beside its own properties. */
    private static final Set<String> PLUMBING = Set.of(
            "cimclass",
            "ciminstanceproperties",
            "cimsystemproperties",
            "pscomputername",
            "psshowcomputername",
            "runspaceid");

    private static final String PROPOSAL = "proposal";

    private final Reading reading;

    private JsonReader(Reading reading) {
        this.reading = reading;
    }

    static void read(String text, Reading reading) {
        new JsonReader(reading).walk(JsonParser.parse(text, reading), "");
    }

    private void walk(JsonValue value, String instance) {
        if (value instanceof JsonValue.Elements elements) {
            elements.elements().forEach(element -> walk(element, instance));
        } else if (value instanceof JsonValue.Members members) {
            if (isObject(members)) {
                object(members, null, instance);
            } else {
                members.members().forEach(member -> walk(member.value(), instance));
            }
        }
    }

    /** Whether it has values of its own, and does not only hold others. */
    private static boolean isObject(JsonValue.Members members) {
        return members.members().stream()
                .anyMatch(member -> Labels.in("cmdlet", member.name()) != null && isPlain(member.value()));
    }

    private static boolean isPlain(JsonValue value) {
        return value instanceof JsonValue.Scalar
                || value instanceof JsonValue.Elements elements
                        && elements.elements().stream().allMatch(JsonValue.Scalar.class::isInstance);
    }

    private void object(JsonValue.Members members, @Nullable Block parent, String instance) {
        Block block = parent == null
                ? reading.begin(BlockKind.CMDLET, members.line(), Origin.UNKNOWN)
                : reading.beginInside(parent, BlockKind.CMDLET, members.line());
        if (block == null) {
            return;
        }
        List<JsonValue.Member> nested = new ArrayList<>();
        for (JsonValue.Member member : members.members()) {
            if (PLUMBING.contains(member.name().toLowerCase(Locale.ROOT))) {
                continue;
            }
            Labels.Label label = Labels.in("cmdlet", member.name());
            if (isPlain(member.value())) {
                String text = text(member.value());
                reading.add(
                        block,
                        label == null ? "" : label.key(),
                        member.name(),
                        text,
                        member.value().line());
            } else {
                nested.add(member);
            }
        }
        String own = block.has("instance") ? block.value("instance") : block.value("id");
        if (own.isEmpty() && !instance.isEmpty() && parent == null) {
            reading.add(block, "instance", "", instance, members.line());
        }
        for (JsonValue.Member member : nested) {
            Labels.Label label = Labels.in("cmdlet", member.name());
            if (label != null && label.key().equals(PROPOSAL)) {
                proposals(member.value(), block);
            } else {
                walk(member.value(), own);
            }
        }
    }

    private void proposals(JsonValue value, Block block) {
        if (value instanceof JsonValue.Elements elements) {
            elements.elements().forEach(element -> proposals(element, block));
        } else if (value instanceof JsonValue.Members members) {
            object(members, block, "");
        }
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonValue.Elements elements) {
            return elements.elements().stream().map(JsonReader::text).collect(Collectors.joining(","));
        }
        return value instanceof JsonValue.Scalar scalar ? scalar.text() : "";
    }
}
