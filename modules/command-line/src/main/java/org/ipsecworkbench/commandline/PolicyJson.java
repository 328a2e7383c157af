package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.policy.AuthMethod;
import org.ipsecworkbench.policy.Candidate;
import org.ipsecworkbench.policy.CertificateCriteria;
import org.ipsecworkbench.policy.Effective;
import org.ipsecworkbench.policy.Filter;
import org.ipsecworkbench.policy.Findings;
import org.ipsecworkbench.policy.Flow;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.Keying;
import org.ipsecworkbench.policy.LegacyPolicy;
import org.ipsecworkbench.policy.Listed;
import org.ipsecworkbench.policy.MainModeOffer;
import org.ipsecworkbench.policy.MainModeRule;
import org.ipsecworkbench.policy.Origin;
import org.ipsecworkbench.policy.Parsed;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.PolicyFinding;
import org.ipsecworkbench.policy.QuickModeOffer;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.Setting;
import org.jspecify.annotations.Nullable;

/** A policy as {@code ipsecwb/policy/1}; what was not read is null. */
final class PolicyJson {
    private final JsonDocument json;

    private PolicyJson(JsonDocument json) {
        this.json = json;
    }

    static void write(Parsed<HostPolicy> parsed, @Nullable Flow flow, @Nullable Effective effective, Writer out)
            throws IOException {
        try (JsonDocument json = new JsonDocument(out, "ipsecwb/policy/1")) {
            new PolicyJson(json).write(parsed, flow, effective);
        }
    }

    private void write(Parsed<HostPolicy> parsed, @Nullable Flow flow, @Nullable Effective effective)
            throws IOException {
        HostPolicy policy = parsed.model();
        json.writeStringField("host", policy.name());
        json.text(
                "assignedPolicy",
                policy.assignedPolicy().map(LegacyPolicy::name).orElse(""));
        if (flow == null || effective == null) {
            json.writeNullField("flow");
        } else {
            effective(flow, effective);
        }
        findings(policy);
        json.writeArrayFieldStart("rules");
        for (Rule rule : policy.rules()) {
            rule(rule, policy.isInForce(rule));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("mainModeRules");
        for (MainModeRule rule : policy.mainModeRules()) {
            mainModeRule(rule);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("legacyPolicies");
        for (LegacyPolicy legacy : policy.legacyPolicies()) {
            begin(legacy.name(), legacy.place());
            json.writeStringField("assigned", key(legacy.assigned()));
            origin(legacy.origin());
            mainMode(legacy.mainMode());
            settings("settings", legacy.settings());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("objects");
        for (Listed one : policy.listed()) {
            begin(one.name(), one.place());
            json.writeStringField("kind", key(one.kind()));
            settings("settings", one.settings());
            json.writeEndObject();
        }
        json.writeEndArray();
        settings("unknown", policy.unknown());
        json.problems(parsed.problems());
    }

    private void findings(HostPolicy policy) throws IOException {
        json.writeArrayFieldStart("findings");
        for (PolicyFinding finding : Findings.of(policy)) {
            json.writeStartObject();
            json.writeStringField("finding", key(finding.kind()));
            json.writeBooleanField("needsAttention", Findings.needsAttention(finding.kind()));
            json.writeStringField("statement", finding.statement());
            json.writeStringField("why", finding.why());
            json.writeStringField("nextStep", finding.next());
            json.writeStringField("source", finding.source());
            json.strings("places", finding.places().stream().map(Place::label).toList());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void effective(Flow flow, Effective effective) throws IOException {
        json.writeObjectFieldStart("flow");
        json.writeStringField("flow", flow.label());
        json.writeStringField("role", key(effective.role()));
        Rule rule = effective.rule();
        json.text("rule", rule == null ? "" : rule.name());
        json.writeBooleanField("ambiguous", effective.isAmbiguous());
        json.writeStringField("why", effective.why());
        json.writeArrayFieldStart("candidates");
        for (Candidate candidate : effective.candidates()) {
            begin(candidate.rule().name(), candidate.rule().place());
            json.writeStringField("standing", key(candidate.standing()));
            json.writeStringField("why", candidate.why());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void begin(String name, Place place) throws IOException {
        json.writeStartObject();
        json.text("name", name);
        json.text("place", place.label());
    }

    private void rule(Rule rule, boolean isInForce) throws IOException {
        begin(rule.name(), rule.place());
        json.writeStringField("generation", key(rule.generation()));
        json.text("policy", rule.policy());
        json.writeBooleanField("enabled", rule.isEnabled());
        json.writeBooleanField("inForce", isInForce);
        origin(rule.origin());
        keys("profiles", rule.profiles());
        json.writeObjectFieldStart("action");
        json.writeStringField("kind", key(rule.treatment().kind()));
        json.writeStringField("inbound", key(rule.treatment().inbound()));
        json.writeStringField("outbound", key(rule.treatment().outbound()));
        json.writeEndObject();
        json.writeArrayFieldStart("filters");
        for (Filter filter : rule.filters()) {
            filter(filter);
        }
        json.writeEndArray();
        if (rule.tunnel().isTunnel()) {
            json.writeObjectFieldStart("tunnel");
            json.text("local", rule.tunnel().local());
            json.text("remote", rule.tunnel().remote());
            json.writeEndObject();
        } else {
            json.writeNullField("tunnel");
        }
        keying(rule.keying());
        settings("settings", rule.settings());
        json.writeEndObject();
    }

    private void mainModeRule(MainModeRule rule) throws IOException {
        begin(rule.name(), rule.place());
        json.writeBooleanField("enabled", rule.isEnabled());
        origin(rule.origin());
        keys("profiles", rule.profiles());
        json.writeStringField("endpoint1", rule.endpoint1().text());
        json.writeStringField("endpoint2", rule.endpoint2().text());
        keying(rule.keying());
        settings("settings", rule.settings());
        json.writeEndObject();
    }

    private void origin(Origin origin) throws IOException {
        json.writeObjectFieldStart("origin");
        json.writeStringField("kind", key(origin.kind()));
        json.text("name", origin.name());
        json.writeEndObject();
    }

    private void filter(Filter filter) throws IOException {
        json.writeStartObject();
        json.writeStringField("source", filter.source().text());
        json.writeStringField("sourcePorts", filter.sourcePorts().text());
        json.writeStringField("destination", filter.destination().text());
        json.writeStringField("destinationPorts", filter.destinationPorts().text());
        if (filter.protocol() == Filter.ANY_PROTOCOL) {
            json.writeNullField("protocol");
        } else {
            json.writeNumberField("protocol", filter.protocol());
        }
        json.writeBooleanField("mirrored", filter.isMirrored());
        json.text("place", filter.place().label());
        json.writeEndObject();
    }

    private void keying(Keying keying) throws IOException {
        keys("keyModules", keying.modules());
        auth("authentication", keying.firstAuth());
        auth("secondAuthentication", keying.secondAuth());
        mainMode(keying.mainMode());
        json.writeArrayFieldStart("quickMode");
        for (QuickModeOffer offer : keying.quickMode()) {
            json.writeStartObject();
            json.writeStringField("encapsulation", key(offer.encapsulation()));
            json.text("ahIntegrity", offer.ahIntegrity());
            json.text("espIntegrity", offer.espIntegrity());
            json.text("encryption", offer.encryption());
            json.number("seconds", offer.seconds());
            json.number("kilobytes", offer.kilobytes());
            json.text("place", offer.place().label());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.text("pfsGroup", keying.pfsGroup());
    }

    private void auth(String name, List<AuthMethod> methods) throws IOException {
        json.writeArrayFieldStart(name);
        for (AuthMethod method : methods) {
            json.writeStartObject();
            json.writeStringField("method", key(method.kind()));
            json.text("detail", method.detail());
            if (!method.criteria().equals(CertificateCriteria.NONE)) {
                criteria(method.criteria());
            }
            json.text("place", method.place().label());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void criteria(CertificateCriteria criteria) throws IOException {
        json.writeObjectFieldStart("certificate");
        json.text("signing", criteria.signing().label());
        json.writeBooleanField("intermediateAuthority", criteria.isIntermediate());
        json.writeBooleanField("mappedToAccount", criteria.isMapped());
        json.writeBooleanField("authorityHidden", criteria.isAuthorityHidden());
        json.writeArrayFieldStart("purposes");
        for (String purpose : criteria.purposes()) {
            json.writeString(purpose);
        }
        json.writeEndArray();
        json.text("thumbprint", criteria.thumbprint());
        json.writeBooleanField("renewalsFollowed", criteria.followsRenewal());
        if (!criteria.name().isEmpty()) {
            json.writeStringField("nameType", key(criteria.nameType()));
            json.writeStringField("name", criteria.name());
        }
        json.writeStringField("use", key(criteria.use()));
        json.writeEndObject();
    }

    private void mainMode(List<MainModeOffer> offers) throws IOException {
        json.writeArrayFieldStart("mainMode");
        for (MainModeOffer offer : offers) {
            json.writeStartObject();
            json.text("encryption", offer.encryption());
            json.text("integrity", offer.integrity());
            json.text("group", offer.group());
            json.number("seconds", offer.seconds());
            json.text("place", offer.place().label());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void settings(String name, List<Setting> settings) throws IOException {
        json.writeArrayFieldStart(name);
        for (Setting setting : settings) {
            json.writeStartObject();
            json.text("key", setting.key());
            json.text("label", setting.label());
            json.writeStringField("value", setting.value());
            json.text("place", setting.place().label());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void keys(String name, Collection<? extends Enum<?>> values) throws IOException {
        json.strings(name, values.stream().sorted().map(PolicyJson::key).toList());
    }

    /** A name as all schemas write it: {@code not-in-force}. */
    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
