package org.ipsecworkbench.ike.wfp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.ExplainedEvent;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.Failure.Numbering;
import org.ipsecworkbench.ike.FailureCodes;
import org.ipsecworkbench.ike.Mode;
import org.ipsecworkbench.ike.events.Values;
import org.ipsecworkbench.ike.negotiate.Causes;
import org.jspecify.annotations.Nullable;

/** The entries of WFP lists as events, with what they mean. */
final class WfpEvents {
    private static final String PROVIDER = "Windows Filtering Platform";
    private static final String TYPE = "FWPM_NET_EVENT_TYPE_";
    /** Packets in clear that were dropped although they had to be protected (IPSEC_AGGREGATE_DROP_PACKET_STATISTICS0). */
    private static final String CLEAR_DROPS = "invalidClearTextInbound";

    private static final long TIMED_OUT = 13_805;

    private WfpEvents() {}

    static ExplainedEvent explain(WfpItem item, Evidence evidence) {
        List<EventRecord.Field> fields = new ArrayList<>();
        for (WfpItem.Entry entry : item.entries()) {
            fields.add(new EventRecord.Field(entry.path(), entry.value(), ""));
        }
        EventRecord event =
                new EventRecord(evidence, PROVIDER, 0, 0, 0, WfpStatements.time(item), item.list(), "", 0, fields, "");
        return new ExplainedEvent(event, meaning(item), failure(item, evidence));
    }

    /** The kind of a net event by its name or number (FWPM_NET_EVENT_TYPE). */
    private static String type(WfpItem item) {
        String type = item.value("type").toUpperCase(Locale.ROOT);
        return switch (type) {
            case "0" -> "IKEEXT_MM_FAILURE";
            case "1" -> "IKEEXT_QM_FAILURE";
            case "2" -> "IKEEXT_EM_FAILURE";
            case "4" -> "IPSEC_KERNEL_DROP";
            case "5" -> "IPSEC_DOSP_DROP";
            default -> type.startsWith(TYPE) ? type.substring(TYPE.length()) : type;
        };
    }

    /** The mode that failed; unknown where the entry tells of no failed negotiation. */
    static Mode mode(WfpItem item) {
        return switch (type(item)) {
            case "IKEEXT_MM_FAILURE" -> Mode.MAIN;
            case "IKEEXT_QM_FAILURE" -> Mode.QUICK;
            case "IKEEXT_EM_FAILURE" -> Mode.AUTHIP_EXTENDED;
            default -> Mode.UNKNOWN;
        };
    }

    /** Whether Windows itself calls the failure harmless; the flags of main and extended mode differ. */
    static boolean isBenign(WfpItem item, Mode mode) {
        for (WfpItem.Entry entry : item.entries()) {
            boolean isFlag = entry.path().contains("Failure/flags");
            if (isFlag && entry.value().toUpperCase(Locale.ROOT).contains("BENIGN")) {
                return true;
            }
            if (entry.isNamed("flags") && isFlag) {
                long flag = mode == Mode.MAIN ? 1 : 2;
                return (Values.number(entry.value()) & flag) != 0;
            }
        }
        return false;
    }

    private static String meaning(WfpItem item) {
        if (item.isCounters()) {
            return item.entries().isEmpty()
                    ? ""
                    : "Counters that are not zero since the service or the driver started.";
        }
        return switch (item.list()) {
            case "ikeextSas" -> "An IKE SA was there when the list was made.";
            case "ipsecSaContexts" -> "A pair of IPsec SAs was there when the list was made.";
            case "errorFrequencyTable" ->
                Values.number(item.value("frequency")) == 0
                        ? ""
                        : "Negotiations that ended with this error since the service started: "
                                + item.value("frequency") + ".";
            default ->
                switch (type(item)) {
                    case "IKEEXT_MM_FAILURE" -> "Main mode failed.";
                    case "IKEEXT_QM_FAILURE" -> "Quick mode failed.";
                    case "IKEEXT_EM_FAILURE" -> "Extended mode failed; Windows deletes the SA of main mode with it.";
                    case "IPSEC_KERNEL_DROP" -> "The IPsec driver dropped a packet.";
                    case "IPSEC_DOSP_DROP" -> "The defence against floods of IPsec dropped a packet.";
                    default -> "";
                };
        };
    }

    private static @Nullable Failure failure(WfpItem item, Evidence evidence) {
        if (item.isCounters()) {
            return item.value(CLEAR_DROPS).isEmpty() ? null : Causes.of("clear-dropped", List.of(evidence));
        }
        boolean isCount = item.list().equals("errorFrequencyTable");
        String text = isCount ? item.value("error") : item.value("failureErrorCode", "failureStatus");
        if (meaning(item).isEmpty() || text.isEmpty()) {
            return null;
        }
        long code = code(text);
        if (code == 0) {
            return Causes.of("reason-unknown", List.of(evidence));
        }
        Failure named = FailureCodes.of(Numbering.WIN32, code, List.of(evidence));
        String refined = code == TIMED_OUT ? refined(item) : "";
        return refined.isEmpty() ? named : Causes.of(refined, named.code(), List.of(evidence));
    }

    private static long code(String text) {
        long number = Values.number(text);
        long plain = number >>> 16 == 0x8007 ? number & 0xffff : number;
        return plain != 0 ? plain : Causes.win32(text);
    }

    /** How far main mode was says more than that time ran out (IKEEXT_MM_SA_STATE). */
    private static String refined(WfpItem item) {
        String state = item.value("mmState").toUpperCase(Locale.ROOT);
        String role = item.value("saRole").toUpperCase(Locale.ROOT);
        boolean isInitiator = role.endsWith("INITIATOR") || role.equals("0");
        if (isInitiator && (state.equals("1") || state.endsWith("_SA_SENT"))) {
            return "never-answered";
        }
        if (state.equals("4") || state.endsWith("_FINAL_SENT")) {
            return WfpStatements.authentication(item).equals("preshared-key")
                    ? "key-proof-unanswered"
                    : "proof-unanswered";
        }
        return "";
    }

    /** An entry in words for the ladder of a negotiation. */
    static String summary(ExplainedEvent explained, WfpItem item) {
        String meaning = explained.meaning();
        StringBuilder words =
                new StringBuilder(meaning.endsWith(".") ? meaning.substring(0, meaning.length() - 1) : meaning);
        add(words, "reason: ", item.value("failureErrorCode"));
        add(words, "seen by: ", item.value("failurePoint"));
        add(words, "state: ", item.value("mmState", "qmState", "emState"));
        return words.toString();
    }

    private static void add(StringBuilder words, String label, String value) {
        if (!value.isEmpty()) {
            words.append("; ").append(label).append(value);
        }
    }
}
