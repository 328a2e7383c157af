package org.ipsecworkbench.lab.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.lab.model.Authentication;
import org.ipsecworkbench.lab.model.Endpoint;
import org.ipsecworkbench.lab.model.FilterAction;
import org.ipsecworkbench.lab.model.LegacyFilter;
import org.ipsecworkbench.lab.model.LegacyPolicy;
import org.ipsecworkbench.lab.model.LegacyRule;
import org.ipsecworkbench.lab.model.LegacyStore;
import org.ipsecworkbench.lab.model.MainModeOffer;
import org.ipsecworkbench.lab.model.QuickModeOffer;
import org.jspecify.annotations.Nullable;

/** {@code netsh ipsec static}: changes to the policies of the host itself; {@link NetshIpsecShow} prints them. */
final class NetshIpsecStatic implements Netsh.Context {
    private static final int ERR_NO_SUCH = 1;

    @Override
    public int run(Call call, NetshArguments arguments) {
        LegacyStore store = call.host().legacy();
        return switch (arguments.word(0)) {
            case "show" -> NetshIpsecShow.stored(call, arguments.word(1), arguments);
            case "add" -> {
                add(store, arguments);
                yield 0;
            }
            case "set" -> set(call, store, arguments);
            case "delete" -> delete(call, store, arguments);
            case "exportpolicy" ->
                NetshDump.write(call, arguments.required("file"), NetshDump.of(store)) ? 0 : Netsh.syntax(call);
            case "importpolicy" -> {
                imported(call, store, arguments.required("file"));
                yield 0;
            }
            default -> Netsh.syntax(call);
        };
    }

    /** What has the same name is overwritten, what has another stays. */
    private static void imported(Call call, LegacyStore store, String file) {
        for (String line : NetshDump.read(call, file)) {
            NetshArguments arguments = new NetshArguments(CommandLine.split(line));
            if (!arguments.word(0).equals("add")) {
                throw new IllegalArgumentException("no file of policies: " + file);
            }
            add(store, arguments);
        }
    }

    private static void add(LegacyStore store, NetshArguments arguments) {
        switch (arguments.word(1)) {
            case "policy" -> {
                store.put(policy(
                        arguments,
                        new LegacyPolicy(
                                arguments.required("name"), "", true, MainModeOffer.LEGACY, 480, 180, List.of())));
                if (arguments.is("assign", false)) {
                    store.assign(arguments.required("name"));
                }
            }
            case "filterlist" -> store.putFilters(arguments.required("name"), List.of());
            case "filter" -> {
                String list = arguments.required("filterlist");
                List<LegacyFilter> before = store.filters(list);
                List<LegacyFilter> filters = before == null ? new ArrayList<>() : new ArrayList<>(before);
                filters.add(new LegacyFilter(
                        endpoint(arguments, "src"),
                        endpoint(arguments, "dst"),
                        arguments.value("protocol", "ANY").toUpperCase(Locale.ROOT),
                        arguments.number("srcport", 0),
                        arguments.number("dstport", 0),
                        arguments.is("mirrored", true)));
                store.putFilters(list, filters);
            }
            case "filteraction" -> store.put(action(arguments, null));
            case "rule" -> {
                LegacyPolicy policy = store.policy(arguments.required("policy"));
                if (policy == null) {
                    throw new IllegalArgumentException("no such policy");
                }
                List<LegacyRule> rules = new ArrayList<>(policy.rules());
                rules.add(new LegacyRule(
                        arguments.value("name", ""),
                        arguments.required("filterlist"),
                        arguments.required("filteraction"),
                        authentication(arguments),
                        arguments.is("activate", true)));
                store.put(policy.with(rules));
            }
            default -> throw new IllegalArgumentException("nothing to add");
        }
    }

    private static Endpoint endpoint(NetshArguments arguments, String side) {
        String address = arguments.required(side + "addr");
        String mask = arguments.value(side + "mask");
        return Endpoint.parse(
                mask == null || !Character.isDigit(address.charAt(0)) || mask.isEmpty()
                        ? address
                        : address + "/" + bits(mask));
    }

    private static String bits(String mask) {
        return mask.indexOf('.') < 0 ? mask : Integer.toString(Endpoint.prefix(mask));
    }

    private static int set(Call call, LegacyStore store, NetshArguments arguments) {
        switch (arguments.word(1)) {
            case "policy" -> {
                LegacyPolicy policy = store.policy(arguments.required("name"));
                if (policy == null) {
                    return missing(call, "Policy", arguments.required("name"));
                }
                store.put(policy(arguments, policy));
                if (arguments.value("assign") != null) {
                    boolean assigns = arguments.is("assign", false);
                    LegacyPolicy assigned = store.assigned();
                    if (assigns) {
                        store.assign(policy.name());
                    } else if (assigned != null && assigned.name().equals(policy.name())) {
                        store.assign("");
                    }
                }
                return 0;
            }
            case "filteraction" -> {
                FilterAction before = store.action(arguments.required("name"));
                if (before == null) {
                    return missing(call, "FilterAction", arguments.required("name"));
                }
                store.put(action(arguments, before));
                return 0;
            }
            case "rule" -> {
                return setRule(call, store, arguments);
            }
            default -> {
                return Netsh.syntax(call);
            }
        }
    }

    private static int setRule(Call call, LegacyStore store, NetshArguments arguments) {
        LegacyPolicy policy = store.policy(arguments.required("policy"));
        String name = arguments.value("name");
        String id = arguments.value("id");
        List<LegacyRule> rules = policy == null ? new ArrayList<>() : new ArrayList<>(policy.rules());
        for (int i = 0; i < rules.size(); i++) {
            LegacyRule rule = rules.get(i);
            if (rule.name().equalsIgnoreCase(name) || Integer.toString(i + 1).equals(id)) {
                boolean again = arguments.value("kerberos") != null
                        || arguments.value("psk") != null
                        || arguments.value("rootca") != null;
                rules.set(
                        i,
                        new LegacyRule(
                                arguments.value("newname", rule.name()),
                                arguments.value("filterlist", rule.filterList()),
                                arguments.value("filteraction", rule.filterAction()),
                                again ? authentication(arguments) : rule.authentication(),
                                arguments.is("activate", rule.isActive())));
                if (policy != null) {
                    store.put(policy.with(rules));
                }
                return 0;
            }
        }
        return missing(call, "Rule", String.valueOf(name == null ? id : name));
    }

    private static int delete(Call call, LegacyStore store, NetshArguments arguments) {
        switch (arguments.word(1)) {
            case "policy" -> store.removePolicy(arguments.required("name"));
            case "filterlist" -> store.removeFilters(arguments.required("name"));
            case "filteraction" -> store.removeAction(arguments.required("name"));
            case "rule" -> {
                LegacyPolicy policy = store.policy(arguments.required("policy"));
                String name = arguments.required("name");
                if (policy == null
                        || policy.rules().stream().noneMatch(rule -> rule.name().equalsIgnoreCase(name))) {
                    return missing(call, "Rule", name);
                }
                store.put(policy.with(policy.rules().stream()
                        .filter(rule -> !rule.name().equalsIgnoreCase(name))
                        .toList()));
            }
            default -> {
                return Netsh.syntax(call);
            }
        }
        return 0;
    }

    private static LegacyPolicy policy(NetshArguments arguments, LegacyPolicy before) {
        String offers = arguments.value("mmsecmethods");
        return new LegacyPolicy(
                before.name(),
                arguments.value("description", before.description()),
                arguments.is("activatedefaultrule", before.isResponding()),
                offers == null ? before.mainMode() : MainModeOffer.parseLegacy(offers),
                arguments.number("mmlifetime", before.minutes()),
                arguments.number("pollinginterval", before.pollingMinutes()),
                before.rules());
    }

    private static FilterAction action(NetshArguments arguments, @Nullable FilterAction before) {
        String kind = arguments.value("action");
        String offers = arguments.value("qmsecmethods");
        return new FilterAction(
                arguments.required("name"),
                arguments.value("description", before == null ? "" : before.description()),
                kind == null
                        ? before == null ? FilterAction.Kind.NEGOTIATE : before.kind()
                        : FilterAction.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                arguments.is("inpass", before != null && before.acceptsClear()),
                arguments.is("soft", before != null && before.fallsBack()),
                arguments.is("qmpfs", before != null && before.hasPfs()),
                offers != null ? QuickModeOffer.parseLegacy(offers) : before == null ? List.of() : before.offers());
    }

    private static List<Authentication> authentication(NetshArguments arguments) {
        List<Authentication> methods = new ArrayList<>();
        for (String name : arguments.names()) {
            switch (name) {
                case "kerberos" -> {
                    if (arguments.is("kerberos", false)) {
                        methods.add(Authentication.KERBEROS);
                    }
                }
                case "psk" ->
                    methods.add(new Authentication(Authentication.Kind.PRESHARED_KEY, arguments.required("psk")));
                case "rootca" ->
                    methods.add(new Authentication(
                            Authentication.Kind.CERTIFICATE,
                            arguments.required("rootca").replaceAll("(?i) (certmap|excludecaname):\\w+", "")));
                default -> {
                    // The rest is about other things.
                }
            }
        }
        return methods.isEmpty() ? List.of(Authentication.KERBEROS) : methods;
    }

    private static int missing(Call call, String what, String name) {
        call.out().line("ERR IPsec[05072] : " + what + " with name '" + name + "' does not exist");
        call.out().blank();
        return ERR_NO_SUCH;
    }
}
