package org.ipsecworkbench.policy.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ipsecworkbench.json.JsonLimits;
import org.ipsecworkbench.json.JsonReader;
import org.ipsecworkbench.json.JsonValue;
import org.ipsecworkbench.policy.Origin;
import org.ipsecworkbench.policy.PolicyLimits;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects of NetIPsec cmdlets that ConvertTo-Json wrote, however they were put together: an array of one cmdlet, or an
 * object with a member for each.
 */
final class CmdletJson {
    /** What every object of CIM has beside its own properties. */
    private static final Set<String> PLUMBING = Set.of(
            "cimclass",
            "ciminstanceproperties",
            "cimsystemproperties",
            "pscomputername",
            "psshowcomputername",
            "runspaceid");

    private static final Pattern LINE_ENDS = Pattern.compile("[\\r\\n]");

    private static final String PROPOSAL = "proposal";

    private final Reading reading;

    private CmdletJson(Reading reading) {
        this.reading = reading;
    }

    static void read(String text, Reading reading) {
        PolicyLimits limits = reading.limits();
        long values = limits.maxObjects() * (long) limits.maxSettings();
        JsonLimits json = new JsonLimits(
                JsonLimits.DEFAULT.maxBytes(),
                limits.maxDepth(),
                (int) Math.min(Integer.MAX_VALUE, values),
                JsonLimits.DEFAULT.maxText());
        JsonReader.Result result = JsonReader.read(text, json);
        if (!result.damage().isEmpty()) {
            reading.problem(result.damagedLine(), "The JSON ends or is damaged here: " + result.damage() + ".");
        }
        CmdletJson cmdlets = new CmdletJson(reading);
        result.roots().forEach(root -> cmdlets.walk(root, ""));
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
                .anyMatch(member -> Labels.in("cmdlet", name(member)) != null && isPlain(member.value()));
    }

    private static boolean isScalar(JsonValue value) {
        return value instanceof JsonValue.Text || value instanceof JsonValue.Literal;
    }

    private static boolean isPlain(JsonValue value) {
        return isScalar(value)
                || value instanceof JsonValue.Elements elements
                        && elements.elements().stream().allMatch(CmdletJson::isScalar);
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
            if (PLUMBING.contains(name(member).toLowerCase(Locale.ROOT))) {
                continue;
            }
            Labels.Label label = Labels.in("cmdlet", name(member));
            if (isPlain(member.value())) {
                String text = text(member.value());
                reading.add(
                        block,
                        label == null ? "" : label.key(),
                        name(member),
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
            Labels.Label label = Labels.in("cmdlet", name(member));
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

    private static String name(JsonValue.Member member) {
        return LINE_ENDS.matcher(member.name()).replaceAll("");
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonValue.Elements elements) {
            return elements.elements().stream().map(CmdletJson::text).collect(Collectors.joining(","));
        }
        // A console wraps long lines wherever they are.
        return LINE_ENDS.matcher(value.scalar()).replaceAll("");
    }
}
