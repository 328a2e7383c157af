package org.ipsecworkbench.ike.events;

import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.ExplainedEvent;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.Failure.Code;
import org.ipsecworkbench.ike.Failure.Numbering;
import org.ipsecworkbench.ike.FailureCodes;
import org.ipsecworkbench.ike.negotiate.Causes;
import org.jspecify.annotations.Nullable;

/** Says what an event means. Whether Windows files it as success or as failure counts for nothing: drops are successes there. */
final class Explainer {
    private static final String REASON_UNKNOWN = "reason-unknown";
    private static final int TRACE_CHILD = 1028;
    private static final long TIMED_OUT = 13_805;
    private static final long NO_RESPONSE = 13_813;
    /** RASBASE to RASBASEEND of raserror.h. */
    private static final long FIRST_RAS = 600;

    private static final long LAST_RAS = 999;
    private static final long LOAD_SOFT_SA = 13_844;

    private Explainer() {}

    static ExplainedEvent explain(EventRecord event) {
        EventTable.Entry entry = EventTable.entry(event.provider(), event.id());
        if (entry == null) {
            return new ExplainedEvent(event, "", null);
        }
        return switch (entry.group()) {
            case AUDIT -> {
                EventRecord worded = event.with(
                        event.fields().stream().map(Explainer::inEnglish).toList());
                yield explained(worded, event, entry, detail(event));
            }
            case TRACE -> {
                EventRecord worded = TraceValues.worded(event);
                EventRecord audit = TraceValues.asAudit(worded);
                yield explained(worded, audit, entry, event.id() == TRACE_CHILD ? protection(audit) : "");
            }
            case SERVICES -> {
                ServiceEvents.Service service = ServiceEvents.service(event);
                yield service == null
                        ? new ExplainedEvent(event, "", null)
                        : explained(event, event, entry, ServiceEvents.detail(event, service));
            }
            case FIREWALL -> explained(event, event, entry, PolicyChange.detail(event));
            case DRIVER, RAS, POLICY_AGENT, KERBEROS, NETLOGON, TIME, GROUP_POLICY ->
                explained(event, event, entry, "");
        };
    }

    /** A failure's reason is in the language of the host. */
    private static EventRecord.Field inEnglish(EventRecord.Field field) {
        String translated = field.name().equals("FailureReason") ? Reasons.translated(field.raw()) : "";
        return translated.isEmpty() ? field : new EventRecord.Field(field.name(), field.raw(), translated);
    }

    private static ExplainedEvent explained(
            EventRecord event, EventRecord audit, EventTable.Entry entry, String detail) {
        String meaning = entry.meaning();
        return new ExplainedEvent(event, detail.isEmpty() ? meaning : meaning + " " + detail, failure(audit, entry));
    }

    private static String detail(EventRecord event) {
        return switch (event.id()) {
            case 541 -> LegacyText.protection(event.value("Parameters"));
            case 546 ->
                "Expected: " + orUnknown(event.value("ExpectedValue")) + "; received: "
                        + orUnknown(event.value("ReceivedValue")) + ".";
            case 4646 -> event.value("notification").isEmpty() ? "" : event.value("notification") + ".";
            case 5451 -> protection(event);
            default -> PolicyChange.detail(event);
        };
    }

    private static String orUnknown(String value) {
        return value.isEmpty() ? "unknown" : value;
    }

    /** Only a cipher encrypts; everything else protects against changes alone. */
    private static String protection(EventRecord event) {
        if (isSet(event.value("CipherType"))) {
            return "This one encrypts: " + event.value("CipherType") + ".";
        }
        if (event.value("Mode").toLowerCase(Locale.ROOT).contains("noencap")) {
            return "This one only authenticates the hosts: what follows is in clear by design.";
        }
        boolean protects = isSet(event.value("EspAuthType")) || isSet(event.value("AhAuthType"));
        return protects ? "This one protects against changes, but does not encrypt." : "";
    }

    static boolean isSet(String algorithm) {
        return !algorithm.isEmpty() && !algorithm.equalsIgnoreCase("none") && !algorithm.equals("0");
    }

    private static @Nullable Failure failure(EventRecord event, EventTable.Entry entry) {
        List<Evidence> evidence = List.of(event.evidence());
        if (entry.group() == EventTable.Group.RAS) {
            return entry.cause().isEmpty() ? null : dialled(event, entry, evidence);
        }
        if (entry.group() == EventTable.Group.FIREWALL) {
            return PolicyChange.failed(event) ? Causes.of("policy-not-applied", evidence) : null;
        }
        if (event.id() == 541 && LegacyText.isSoft(event.value("Parameters"))) {
            return FailureCodes.of(Numbering.WIN32, LOAD_SOFT_SA, evidence);
        }
        if (entry.cause().isEmpty()) {
            return null;
        }
        String reason = event.value("FailureReason").isEmpty() ? event.value("Error") : event.value("FailureReason");
        List<Long> codes = Reasons.codes(reason);
        if (codes.isEmpty()) {
            String status = event.value("ExtraStatus");
            codes = Reasons.codes(status);
        }
        if (codes.isEmpty()) {
            return Causes.of(legacyCause(event, entry.cause()), evidence);
        }
        Failure named = FailureCodes.of(Numbering.WIN32, codes.get(0), evidence);
        // Several numbers share a text: the kind is the same, the number is not known.
        Code code = codes.size() == 1 ? named.code() : null;
        String refined = refined(event, codes.get(0));
        if (!refined.isEmpty()) {
            return Causes.of(refined, code, evidence);
        }
        return new Failure(named.failureClass(), code, named.explanation(), named.nextStep(), evidence);
    }

    /** A number of remote access, or one of IPsec that it hands on. */
    private static Failure dialled(EventRecord event, EventTable.Entry entry, List<Evidence> evidence) {
        long code = Values.number(event.value("Error"));
        if (code == 0) {
            return Causes.of(entry.cause(), evidence);
        }
        boolean isRas = code >= FIRST_RAS && code <= LAST_RAS;
        return FailureCodes.of(isRas ? Numbering.RAS : Numbering.WIN32, code, evidence);
    }

    private static String legacyCause(EventRecord event, String cause) {
        if (event.id() == 545) {
            String identity = event.value("PeerIdentity").toLowerCase(Locale.ROOT);
            return identity.contains("kerberos") ? "kerberos" : identity.contains("preshared") ? "keys-differ" : cause;
        }
        return cause;
    }

    /** How far the negotiation was says more than that time ran out. */
    private static String refined(EventRecord event, long code) {
        if (code != TIMED_OUT && code != NO_RESPONSE) {
            return "";
        }
        String state = (event.value("State") + " " + event.value("ExtraStatus")).toLowerCase(Locale.ROOT);
        String responder = event.value("ResponderCookie");
        if (!responder.isEmpty() && responder.chars().allMatch(digit -> digit == '0')) {
            return "never-answered";
        }
        boolean isInitiator =
                (event.value("Role") + state).toLowerCase(Locale.ROOT).contains("initiator");
        if (responder.isEmpty() && isInitiator && state.contains("first (sa)")) {
            return "never-answered";
        }
        if (state.contains("third (id)")) {
            String method = event.value("MMAuthMethod") + event.value("PeerIdentity");
            return method.toLowerCase(Locale.ROOT).contains("preshared") ? "key-proof-unanswered" : "proof-unanswered";
        }
        return "";
    }

    /** The failure of an event whose words no table knows. */
    static Failure unknown(EventRecord event) {
        return Causes.of(REASON_UNKNOWN, List.of(event.evidence()));
    }
}
