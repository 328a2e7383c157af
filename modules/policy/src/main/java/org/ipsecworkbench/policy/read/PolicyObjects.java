package org.ipsecworkbench.policy.read;

import java.nio.BufferUnderflowException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.ipsecworkbench.policy.Origin;
import org.ipsecworkbench.policy.read.PolicyObject.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The parts of policies of the Policy Agent in the registry, which name each other and are put together when all were read. What
 * is damaged is told, and never kept: it may hold a key.
 */
final class PolicyObjects {
    private static final String BLOCK = "{3f91a819-7647-11d1-864d-d46a00000000}";
    private static final String PERMIT = "{8a171dd2-77e3-11d1-8659-a04f00000000}";
    private static final String SECURE = "{8a171dd3-77e3-11d1-8659-a04f00000000}";
    private static final String PASS_INBOUND = "{3f91a81a-7647-11d1-864d-d46a00000000}";
    private static final String DEFAULT_RESPONSE = "{62f49e13-6c37-11d1-864c-14a300000000}";

    /** What a listing calls the filters of the default response rule. */
    private static final String DYNAMIC = "<Dynamic>";

    private final Reading reading;
    private final Map<String, PolicyObject> objects = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private @Nullable PolicyObject open;

    PolicyObjects(Reading reading) {
        this.reading = reading;
    }

    /** A key begins, which may be one of a part. */
    void open(String path, int line) {
        open = PolicyObject.of(path, line);
        if (open != null && objects.size() < reading.limits().maxObjects()) {
            objects.put(open.identity(), open);
        }
    }

    /** Takes a value of a part; false where the key is another one. */
    boolean take(String name, String value, int line) {
        if (open == null) {
            return false;
        }
        open.take(name, value, line);
        return true;
    }

    /**
     * All was read.
     *
     * @param active what names the key of the policy that is assigned; empty where nothing does
     * @param activeLine where that stands
     */
    void finish(String active, int activeLine) {
        each(Kind.IPSECFILTER, this::filters);
        each(Kind.IPSECNEGOTIATIONPOLICY, this::action);
        String assigned = active.substring(active.lastIndexOf('\\') + 1);
        each(Kind.IPSECPOLICY, policy -> policy(policy, assigned, activeLine));
    }

    /** What is done with a part; may find its data cut. */
    private interface Step {
        void take(PolicyObject object);
    }

    private void each(Kind kind, Step step) {
        for (PolicyObject object : objects.values()) {
            if (object.kind() == kind) {
                take(object, step);
            }
        }
    }

    private void take(PolicyObject object, Step step) {
        // Keys of a hive have no lines, so the key is the place.
        reading.key(object.line() == 0 ? object.path() : "");
        try {
            step.take(object);
        } catch (BufferUnderflowException e) {
            reading.problem(
                    object.value("ipsecdata").line(),
                    "The data of " + last(object.path()) + " ends early or has a layout that is not documented.");
        }
        reading.key("");
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('\\') + 1);
    }

    /** A name by which no other part is called. */
    private String name(PolicyObject object, String otherwise) {
        String wanted = object.name().isEmpty() ? otherwise : object.name();
        String owner = names.putIfAbsent(object.kind() + wanted, object.identity());
        return owner == null || owner.equals(object.identity()) ? wanted : wanted + " {" + object.id() + "}";
    }

    private @Nullable PolicyObject find(PolicyObject from, String reference) {
        return from.references(reference).stream()
                .map(objects::get)
                .filter(one -> one != null)
                .findFirst()
                .orElse(null);
    }

    private void filters(PolicyObject list) {
        String name = name(list, "filter list {" + list.id() + "}");
        Block block = reading.begin(BlockKind.FILTER_LIST, list.line(), Origin.UNKNOWN);
        if (block == null) {
            return;
        }
        reading.add(
                block,
                "filterlistname",
                "ipsecName",
                name,
                list.value("ipsecname").line());
        FilterData.read(list.data(), list.value("ipsecdata").line(), name, reading);
    }

    private void action(PolicyObject action) {
        Block block = reading.begin(BlockKind.FILTER_ACTION, action.line(), Origin.UNKNOWN);
        if (block == null) {
            return;
        }
        PolicyObject.Value does = action.value("ipsecnegotiationpolicyaction");
        String guid = does.text().strip().toLowerCase(Locale.ROOT);
        boolean negotiates = guid.equals(SECURE) || guid.equals(PASS_INBOUND);
        String word =
                guid.equals(BLOCK) ? "block" : guid.equals(PERMIT) ? "permit" : negotiates ? "negotiate" : does.text();
        String name = name(action, "filter action {" + action.id() + "}");
        reading.add(
                block,
                "filteractionname",
                "ipsecName",
                name,
                action.value("ipsecname").line());
        reading.add(block, "action", "ipsecNegotiationPolicyAction", word, does.line());
        reading.add(
                block, "inpass", "ipsecNegotiationPolicyAction", guid.equals(PASS_INBOUND) ? "yes" : "no", does.line());
        if (negotiates) {
            OfferData.quickMode(action.data(), action.value("ipsecdata").line(), block, reading);
        }
    }

    private void policy(PolicyObject policy, String assigned, int assignedLine) {
        boolean isCached = policy.identity().contains("\\policy\\cache\\");
        Origin origin = new Origin(isCached ? Origin.Kind.GPO : Origin.Kind.LOCAL, "");
        Block block = reading.begin(BlockKind.POLICY, policy.line(), origin);
        if (block == null) {
            return;
        }
        String name = name(policy, "policy {" + policy.id() + "}");
        reading.add(
                block,
                "policyname",
                "ipsecName",
                name,
                policy.value("ipsecname").line());
        PolicyObject.Value description = policy.value("description");
        reading.add(block, "description", "description", description.text(), description.line());
        if (last(policy.path()).equalsIgnoreCase(assigned)) {
            reading.add(block, "assigned", "ActivePolicy", "yes", assignedLine);
        }
        if (policy.has("ipsecdata")) {
            OfferData.policy(policy.data(), policy.value("ipsecdata").line(), block, reading);
        }
        PolicyObject isakmp = find(policy, "ipsecisakmpreference");
        if (isakmp != null) {
            take(
                    isakmp,
                    one -> OfferData.mainMode(one.data(), one.value("ipsecdata").line(), block, reading));
        }
        for (String reference : policy.references("ipsecnfareference")) {
            PolicyObject association = objects.get(reference);
            if (association != null) {
                take(association, one -> rule(one, name, origin));
            }
        }
    }

    private void rule(PolicyObject association, String policy, Origin origin) {
        Block block = reading.begin(BlockKind.LEGACY_RULE, association.line(), origin);
        if (block == null) {
            return;
        }
        PolicyObject list = find(association, "ipsecfilterreference");
        PolicyObject action = find(association, "ipsecnegotiationpolicyreference");
        boolean isDefault = action != null
                && action.value("ipsecnegotiationpolicytype").text().strip().equalsIgnoreCase(DEFAULT_RESPONSE);
        int line = association.line();
        reading.add(block, "policyname", "", policy, line);
        reading.add(
                block,
                "rulename",
                "ipsecName",
                association.name(),
                association.value("ipsecname").line());
        if (isDefault) {
            reading.add(block, "filterlist", "", DYNAMIC, line);
        } else if (list != null) {
            reading.add(
                    block, "filterlist", "ipsecFilterReference", name(list, "filter list {" + list.id() + "}"), line);
        }
        if (action != null) {
            reading.add(
                    block,
                    "filteraction",
                    "ipsecNegotiationPolicyReference",
                    name(action, "filter action {" + action.id() + "}"),
                    line);
        }
        RuleData.read(association.data(), association.value("ipsecdata").line(), block, reading);
    }
}
