package org.ipsecworkbench.ike.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.ipsecworkbench.ike.ChildSa;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.ExplainedEvent;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.KeyModule;
import org.ipsecworkbench.ike.Mode;
import org.ipsecworkbench.ike.negotiate.Statement;
import org.jspecify.annotations.Nullable;

/** What audit events say of negotiations. */
final class Statements {
    private static final int TRACED_MAIN_FAILURE = 1005;
    private static final int TRACED_EXTENDED_FAILURE = 1009;

    private Statements() {}

    /** What an event says; null where it is about no negotiation. */
    static @Nullable Statement of(ExplainedEvent explained) {
        EventRecord raw = explained.event();
        EventTable.Entry entry = explained.isIpsec() ? EventTable.entry(raw.provider(), raw.id()) : null;
        if (entry == null) {
            return null;
        }
        EventRecord event = entry.group() == EventTable.Group.TRACE ? TraceValues.asAudit(raw) : raw;
        Statement.Kind kind = kind(event, entry.kind());
        if (kind == null || isBenign(event)) {
            return null;
        }
        boolean isLegacy = entry.group() == EventTable.Group.AUDIT && event.id() < 1000;
        Failure failure = kind != Statement.Kind.FAILED
                ? null
                : explained.failure() == null ? Explainer.unknown(event) : explained.failure();
        String local = isLegacy ? LegacyText.local(event.value("Filter")) : Values.address(event.value("LocalAddress"));
        String remote = isLegacy
                ? LegacyText.remote(event.value("Filter"), event.value("PeerIdentity"))
                : Values.address(event.value("RemoteAddress"));
        KeyModule module = module(event, isLegacy);
        return new Statement(
                event.evidence(),
                event.time(),
                kind,
                event.computer(),
                module,
                mode(event, entry.kind(), module),
                Values.cookies(event.value("InitiatorCookie"), event.value("ResponderCookie")),
                saId(event),
                local,
                remote,
                TraceMessages.isFirst(event, kind) ? TraceMessages.role(kind) : role(event),
                authentication(event.value("MMAuthMethod")),
                summary(explained, event),
                failure,
                kind == Statement.Kind.MAIN_ESTABLISHED ? Algorithms.chosen(event) : List.of(),
                kind == Statement.Kind.CHILD_ESTABLISHED ? children(event, local, remote) : List.of(),
                TraceMessages.message(event, kind));
    }

    /** Whether Windows itself calls a traced failure harmless; its flag is another bit in main and in extended mode. */
    private static boolean isBenign(EventRecord event) {
        long flags = Values.number(event.value("Flags"));
        return event.id() == TRACED_MAIN_FAILURE && (flags & 1) != 0
                || event.id() == TRACED_EXTENDED_FAILURE && (flags & 2) != 0;
    }

    private static Statement.@Nullable Kind kind(EventRecord event, EventTable.Kind kind) {
        return switch (kind) {
            case MAIN_ESTABLISHED, EXTENDED_ESTABLISHED -> Statement.Kind.MAIN_ESTABLISHED;
            case MAIN_FAILED, CHILD_FAILED, EXTENDED_FAILED, FAILED -> Statement.Kind.FAILED;
            case MAIN_ENDED -> Statement.Kind.MAIN_ENDED;
            case CHILD_ESTABLISHED -> Statement.Kind.CHILD_ESTABLISHED;
            case CHILD_ENDED -> Statement.Kind.CHILD_ENDED;
            case SENT -> Statement.Kind.SENT;
            case RECEIVED -> Statement.Kind.RECEIVED;
            case ESTABLISHED ->
                switch (legacyMode(event)) {
                    case MAIN -> Statement.Kind.MAIN_ESTABLISHED;
                    case QUICK ->
                        LegacyText.isSoft(event.value("Parameters"))
                                ? Statement.Kind.FAILED
                                : Statement.Kind.CHILD_ESTABLISHED;
                    default -> null;
                };
            case STATE -> null;
        };
    }

    /** Windows 2000 to 2003 write both modes in English words of each language; without them the SPIs tell. */
    private static Mode legacyMode(EventRecord event) {
        String mode = event.value("Mode").toLowerCase(Locale.ROOT);
        if (mode.contains("main mode")) {
            return Mode.MAIN;
        }
        boolean isQuick = mode.contains("quick mode")
                || !LegacyText.inbound(event.value("Parameters")).isEmpty();
        return isQuick ? Mode.QUICK : Mode.UNKNOWN;
    }

    private static Mode mode(EventRecord event, EventTable.Kind kind, KeyModule module) {
        Mode v1 = switch (kind) {
            case MAIN_ESTABLISHED, MAIN_FAILED, MAIN_ENDED -> Mode.MAIN;
            case CHILD_ESTABLISHED, CHILD_FAILED, CHILD_ENDED -> Mode.QUICK;
            case EXTENDED_ESTABLISHED, EXTENDED_FAILED -> Mode.AUTHIP_EXTENDED;
            case ESTABLISHED, FAILED -> legacyMode(event);
            case SENT, RECEIVED -> TraceMessages.mode(event);
            case STATE -> Mode.UNKNOWN;
        };
        return mode(v1, module);
    }

    /** Windows speaks of main and quick mode whatever the protocol. */
    static Mode mode(Mode mode, KeyModule module) {
        return switch (module) {
            case IKEV2 -> mode == Mode.MAIN ? Mode.IKE_SA_INIT : mode == Mode.QUICK ? Mode.CREATE_CHILD_SA : mode;
            case AUTHIP -> mode == Mode.MAIN ? Mode.AUTHIP_MAIN : mode == Mode.QUICK ? Mode.AUTHIP_QUICK : mode;
            case IKEV1, UNKNOWN -> mode;
        };
    }

    private static KeyModule module(EventRecord event, boolean isLegacy) {
        String name = event.value("KeyModName").isEmpty() ? event.value("KeyingModuleName") : event.value("KeyModName");
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "ike", "ikev1" -> KeyModule.IKEV1;
            case "authip" -> KeyModule.AUTHIP;
            case "ikev2" -> KeyModule.IKEV2;
            // Extended mode is AuthIP's alone, and its events do not name the module.
            default ->
                isLegacy
                        ? KeyModule.IKEV1
                        : event.id() >= 4979 && event.id() <= 4984 ? KeyModule.AUTHIP : KeyModule.UNKNOWN;
        };
    }

    private static long saId(EventRecord event) {
        String id = event.value("MMSAID").isEmpty() ? event.value("MainModeSaId") : event.value("MMSAID");
        return Values.number(id);
    }

    private static Statement.Role role(EventRecord event) {
        String role = (event.value("Role") + " " + event.value("ExtraStatus")).toLowerCase(Locale.ROOT);
        boolean isInitiator = role.contains("initiator");
        boolean isResponder = role.contains("responder");
        return isInitiator == isResponder
                ? Statement.Role.UNKNOWN
                : isInitiator ? Statement.Role.INITIATOR : Statement.Role.RESPONDER;
    }

    /** In the words that captures use. */
    static String authentication(String method) {
        String plain = method.toLowerCase(Locale.ROOT);
        return switch (plain) {
            case "", "unknown authentication", "none" -> "";
            case "preshared key" -> "preshared-key";
            default -> plain.replace(' ', '-');
        };
    }

    private static List<ChildSa> children(EventRecord event, String local, String remote) {
        String parameters = event.value("Parameters");
        String inbound = event.value("InboundSpi");
        String outbound = event.value("OutboundSpi");
        boolean isAh = Explainer.isSet(event.value("AhAuthType"))
                && !Explainer.isSet(event.value("EspAuthType"))
                && !Explainer.isSet(event.value("CipherType"));
        String protocol = isAh || LegacyText.isAh(parameters) ? "ah" : "esp";
        List<Evidence> evidence = List.of(event.evidence());
        List<ChildSa> children = new ArrayList<>(2);
        int in = (int) Values.number(inbound.isEmpty() ? LegacyText.inbound(parameters) : inbound);
        int out = (int) Values.number(outbound.isEmpty() ? LegacyText.outbound(parameters) : outbound);
        if (in != 0) {
            children.add(new ChildSa(protocol, in, remote, local, evidence));
        }
        if (out != 0) {
            children.add(new ChildSa(protocol, out, local, remote, evidence));
        }
        return children;
    }

    private static String summary(ExplainedEvent explained, EventRecord event) {
        StringJoiner words = new StringJoiner("; ");
        String who = event.computer().isEmpty() ? "" : event.computer() + ": ";
        String meaning = explained.meaning();
        words.add(who + event.id() + ", "
                + (meaning.endsWith(".") ? meaning.substring(0, meaning.length() - 1) : meaning));
        add(words, "reason: ", event.value("FailureReason"));
        add(words, "seen by: ", event.value("FailurePoint"));
        add(words, "state: ", event.value("State"));
        add(words, "more: ", event.value("ExtraStatus"));
        add(words, "exchange: ", event.value("ExchangeType"));
        add(words, "next payload: ", event.value("NextPayload"));
        return words.toString();
    }

    private static void add(StringJoiner words, String label, String value) {
        if (!value.isEmpty()) {
            words.add(label + value);
        }
    }
}
