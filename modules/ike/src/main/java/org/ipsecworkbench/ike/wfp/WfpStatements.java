package org.ipsecworkbench.ike.wfp;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.ike.ChildSa;
import org.ipsecworkbench.ike.Cookies;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.KeyModule;
import org.ipsecworkbench.ike.Mode;
import org.ipsecworkbench.ike.events.Values;
import org.ipsecworkbench.ike.negotiate.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What the lists of the filtering platform say of negotiations. Names of elements are those of the structures that Windows'
 * headers describe (FWPM_NET_EVENT, IKEEXT_SA_DETAILS, IPSEC_SA_CONTEXT); enumerations come as names or as numbers.
 */
final class WfpStatements {
    private WfpStatements() {}

    /** What an entry says; null where it is about no negotiation, or its failure is none. */
    static @Nullable Statement of(WfpItem item, Evidence evidence, String summary, @Nullable Failure failure) {
        if (item.isCounters()) {
            return null;
        }
        return switch (item.list()) {
            case "ikeextSas" -> mainMode(item, evidence, summary);
            case "ipsecSaContexts" -> sa(item, evidence, summary);
            case "errorFrequencyTable" -> null;
            default -> failure(item, evidence, summary, failure);
        };
    }

    private static @Nullable Statement failure(
            WfpItem item, Evidence evidence, String summary, @Nullable Failure failure) {
        Mode mode = WfpEvents.mode(item);
        if (failure == null || mode == Mode.UNKNOWN || WfpEvents.isBenign(item, mode)) {
            return null;
        }
        KeyModule module = mode == Mode.AUTHIP_EXTENDED ? KeyModule.AUTHIP : module(item);
        return statement(
                item,
                evidence,
                Statement.Kind.FAILED,
                module,
                named(mode, module),
                null,
                Values.number(item.value("mmId", "mmSaLuid")),
                summary,
                failure,
                List.of());
    }

    private static Statement mainMode(WfpItem item, Evidence evidence, String summary) {
        KeyModule module = module(item);
        return statement(
                item,
                evidence,
                Statement.Kind.MAIN_ESTABLISHED,
                module,
                named(Mode.MAIN, module),
                cookies(item),
                Values.number(item.value("saId")),
                summary,
                null,
                List.of());
    }

    private static Statement sa(WfpItem item, Evidence evidence, String summary) {
        String local = local(item);
        String remote = remote(item);
        boolean isAh = item.value("transformType").toUpperCase(Locale.ROOT).endsWith("_AH");
        List<ChildSa> children = new ArrayList<>();
        for (String spi : item.values("spi", "inbound")) {
            child(children, isAh, spi, remote, local, evidence);
        }
        for (String spi : item.values("spi", "outbound")) {
            child(children, isAh, spi, local, remote, evidence);
        }
        KeyModule module = module(item);
        return statement(
                item,
                evidence,
                Statement.Kind.CHILD_ESTABLISHED,
                module,
                named(Mode.QUICK, module),
                null,
                Values.number(item.value("mmSaId")),
                summary,
                null,
                children);
    }

    private static void child(
            List<ChildSa> children, boolean isAh, String spi, String from, String to, Evidence evidence) {
        int value = (int) Values.number(spi);
        if (value != 0) {
            children.add(new ChildSa(isAh ? "ah" : "esp", value, from, to, List.of(evidence)));
        }
    }

    private static Statement statement(
            WfpItem item,
            Evidence evidence,
            Statement.Kind kind,
            KeyModule module,
            Mode mode,
            @Nullable Cookies cookies,
            long saId,
            String summary,
            @Nullable Failure failure,
            List<ChildSa> children) {
        return new Statement(
                evidence,
                time(item),
                kind,
                "",
                module,
                mode,
                cookies,
                saId,
                local(item),
                remote(item),
                role(item),
                authentication(item),
                summary,
                failure,
                List.of(),
                children,
                null);
    }

    static String local(WfpItem item) {
        return Values.address(item.value("localAddrV4", "localAddrV6", "localV4Address", "localV6Address"));
    }

    static String remote(WfpItem item) {
        return Values.address(item.value("remoteAddrV4", "remoteAddrV6", "remoteV4Address", "remoteV6Address"));
    }

    static @Nullable Instant time(WfpItem item) {
        try {
            String time = item.value("timeStamp");
            return time.isEmpty() ? null : Instant.parse(time);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Cookies cookies(WfpItem item) {
        long initiator = cookie(item.value("cookiePair/initiator", "initiatorCookie"));
        return initiator == 0
                ? null
                : new Cookies(initiator, cookie(item.value("cookiePair/responder", "responderCookie")));
    }

    /** Sixteen digits are hexadecimal; a number of another length is decimal, unless 0x says otherwise. */
    private static long cookie(String text) {
        Cookies hex = Values.cookies(text, "");
        return hex == null ? Values.number(text) : hex.initiator();
    }

    private static KeyModule module(WfpItem item) {
        return switch (item.value("keyingModuleType", "keyModuleType").toUpperCase(Locale.ROOT)) {
            case "IKEEXT_KEY_MODULE_IKE", "0" -> KeyModule.IKEV1;
            case "IKEEXT_KEY_MODULE_AUTHIP", "1" -> KeyModule.AUTHIP;
            case "IKEEXT_KEY_MODULE_IKEV2", "2" -> KeyModule.IKEV2;
            default -> KeyModule.UNKNOWN;
        };
    }

    private static Mode named(Mode mode, KeyModule module) {
        return switch (module) {
            case IKEV2 -> mode == Mode.MAIN ? Mode.IKE_SA_INIT : Mode.CREATE_CHILD_SA;
            case AUTHIP -> mode == Mode.MAIN ? Mode.AUTHIP_MAIN : mode == Mode.QUICK ? Mode.AUTHIP_QUICK : mode;
            case IKEV1, UNKNOWN -> mode;
        };
    }

    private static Statement.Role role(WfpItem item) {
        return switch (item.value("saRole").toUpperCase(Locale.ROOT)) {
            case "IKEEXT_SA_ROLE_INITIATOR", "0" -> Statement.Role.INITIATOR;
            case "IKEEXT_SA_ROLE_RESPONDER", "1" -> Statement.Role.RESPONDER;
            default -> Statement.Role.UNKNOWN;
        };
    }

    static String authentication(WfpItem item) {
        String method = item.value("mmAuthMethod", "emAuthMethod", "authenticationMethodType")
                .toUpperCase(Locale.ROOT);
        return switch (method) {
            case "", "12" -> "";
            case "0" -> "preshared-key";
            case "1" -> "certificate";
            case "2" -> "kerberos";
            case "3" -> "anonymous";
            case "4" -> "ssl";
            case "5" -> "ntlm-v2";
            case "11" -> "eap";
            default -> {
                String plain = method.startsWith("IKEEXT_") ? method.substring(7) : method;
                yield plain.equals("PRESHARED_KEY")
                        ? "preshared-key"
                        : plain.toLowerCase(Locale.ROOT).replace('_', '-');
            }
        };
    }
}
