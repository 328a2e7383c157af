package org.ipsecworkbench.lab.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ipsecworkbench.lab.model.Authentication;
import org.ipsecworkbench.lab.model.ConsecRule;
import org.ipsecworkbench.lab.model.Endpoint;
import org.ipsecworkbench.lab.model.KeyModule;
import org.ipsecworkbench.lab.model.MainModeOffer;
import org.ipsecworkbench.lab.model.QuickModeOffer;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.ipsecworkbench.lab.model.WindowsVersion;
import org.jspecify.annotations.Nullable;

/**
 * {@code netsh advfirewall consec}: connection security rules. Values begin where two samples from Windows Server 2008 R2
 * and 2012 R2 have them; a long list goes on in the next line, below its beginning.
 */
final class NetshConsec {
    /** Rules that a host has at most. */
    static final int MAX_RULES = 1000;

    private static final int WIDTH = 29;

    int run(Call call, NetshArguments arguments) {
        if (arguments.value("keymodule") != null) {
            // In files of the lab only: netsh does not know keying modules.
            return Netsh.syntax(call);
        }
        return switch (arguments.command(3)) {
            case "consec show rule" -> show(call, arguments);
            case "consec add rule" -> add(call, arguments);
            case "consec set rule" -> set(call, arguments);
            case "consec delete rule" -> delete(call, arguments);
            default -> Netsh.syntax(call);
        };
    }

    private static int show(Call call, NetshArguments arguments) {
        String name = arguments.required("name");
        List<ConsecRule> rules = call.host().localRules().stream()
                .filter(rule -> name.equalsIgnoreCase("all") || rule.isCalled(name))
                .toList();
        if (rules.isEmpty()) {
            return none(call);
        }
        rules.forEach(rule -> rule(call, rule, false));
        call.out().blank();
        return Netsh.ok(call);
    }

    private static int none(Call call) {
        call.out().blank();
        call.out().say("No rules match the specified criteria.");
        call.out().blank();
        return 1;
    }

    static void rule(Call call, ConsecRule rule, boolean isMonitor) {
        Console out = call.out();
        out.blank();
        out.pair("Rule Name:", WIDTH, "", rule.name());
        out.line("-".repeat(70));
        out.pair("Enabled:", WIDTH, "", Words.of(call.host().language(), rule.isEnabled() ? "Yes" : "No"));
        out.pair("Profiles:", WIDTH, "", String.join(",", rule.profiles()));
        out.pair("Type:", WIDTH, "", Words.of(call.host().language(), "Static"));
        out.pair("Mode:", WIDTH, "", Words.of(call.host().language(), "Transport"));
        out.pair("Endpoint1:", WIDTH, "", rule.endpoint1().text());
        out.pair("Endpoint2:", WIDTH, "", rule.endpoint2().text());
        if (!rule.protocol().equals("any")) {
            out.pair("Port1:", WIDTH, "", capital(rule.port1()));
            out.pair("Port2:", WIDTH, "", capital(rule.port2()));
        }
        out.pair(
                "Protocol:",
                WIDTH,
                "",
                rule.protocol().equals("any") ? "Any" : rule.protocol().toUpperCase(Locale.ROOT));
        out.pair("Action:", WIDTH, "", rule.action().label());
        if (rule.action() != ConsecRule.Action.NO_AUTHENTICATION) {
            security(call, rule);
        }
        if (isMonitor || call.host().version().compareTo(WindowsVersion.SERVER_2012_R2) >= 0) {
            out.pair("Rule source:", WIDTH, "", rule.source());
            out.pair("ApplyAuthorization:", WIDTH, "", Words.of(call.host().language(), "No"));
        }
    }

    private static void security(Call call, ConsecRule rule) {
        Console out = call.out();
        out.pair(
                "Auth1:",
                WIDTH,
                "",
                rule.authentication().stream()
                        .map(method -> method.kind().label())
                        .collect(Collectors.joining(",")));
        for (Authentication method : rule.authentication()) {
            switch (method.kind()) {
                case PRESHARED_KEY -> out.pair("Auth1PSK:", WIDTH, "", method.value());
                case CERTIFICATE -> {
                    out.pair("Auth1CAName:", WIDTH, "", method.value());
                    out.pair("Auth1CertMapping:", WIDTH, "", "No");
                    out.pair("Auth1ExcludeCAName:", WIDTH, "", "No");
                    out.pair("Auth1CertType:", WIDTH, "", "Root");
                    out.pair("Auth1HealthCert:", WIDTH, "", "No");
                }
                case KERBEROS -> {
                    // Has no values of its own.
                }
            }
        }
        list(out, "MainModeSecMethods:", mainMode(offers(call.host(), rule)).split(",", -1));
        out.pair("MainModeKeyLifetime:", WIDTH, "", call.host().setting("mmkeylifetime"));
        List<QuickModeOffer> quick = rule.quickMode().isEmpty() ? QuickModeOffer.DEFAULT : rule.quickMode();
        list(
                out,
                "QuickModeSecMethods:",
                quick.stream().map(QuickModeOffer::label).toArray(String[]::new));
        out.pair("QuickModePFS:", WIDTH, "", "None");
    }

    static List<MainModeOffer> offers(WindowsHost host, ConsecRule rule) {
        return rule.mainMode().isEmpty() ? MainModeOffer.parse(host.setting("mmsecmethods")) : rule.mainMode();
    }

    static String mainMode(List<MainModeOffer> offers) {
        return offers.stream().map(MainModeOffer::label).collect(Collectors.joining(","));
    }

    private static void list(Console out, String label, String[] parts) {
        for (int i = 0; i < parts.length; i++) {
            String end = i + 1 < parts.length ? "," : "";
            out.pair(i == 0 ? label : "", WIDTH, "", parts[i] + end);
        }
    }

    private static int add(Call call, NetshArguments arguments) {
        if (call.host().localRules().size() >= MAX_RULES) {
            return Netsh.syntax(call);
        }
        call.host().localRules().add(read(arguments, arguments.required("name"), null, ConsecRule.LOCAL));
        return Netsh.ok(call);
    }

    private static int set(Call call, NetshArguments arguments) {
        String name = arguments.required("name");
        return change(call, name, rule -> read(arguments, rule.name(), rule, rule.source()));
    }

    private static int delete(Call call, NetshArguments arguments) {
        String name = arguments.required("name");
        boolean any = call.host().localRules().removeIf(rule -> name.equalsIgnoreCase("all") || rule.isCalled(name));
        if (!any) {
            return none(call);
        }
        call.out().blank();
        call.out().say("Deleted {0} rule(s).", 1);
        return Netsh.ok(call);
    }

    private static int change(Call call, String name, Function<ConsecRule, ConsecRule> to) {
        boolean any = false;
        List<ConsecRule> rules = call.host().localRules();
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).isCalled(name)) {
                rules.set(i, to.apply(rules.get(i)));
                any = true;
            }
        }
        if (!any) {
            return none(call);
        }
        call.out().blank();
        call.out().say("Updated {0} rule(s).", 1);
        return Netsh.ok(call);
    }

    /** Reads a rule of the host itself from its values with their names. */
    static ConsecRule read(String line) {
        NetshArguments arguments = new NetshArguments(CommandLine.split(line));
        return read(arguments, arguments.required("name"), null, ConsecRule.LOCAL);
    }

    /** Reads a rule; what is not said is as before, or the default. */
    static ConsecRule read(NetshArguments arguments, String name, @Nullable ConsecRule before, String source) {
        ConsecRule base = before != null
                ? before
                : new ConsecRule(
                        name,
                        true,
                        List.of("Domain", "Private", "Public"),
                        Endpoint.ANY,
                        Endpoint.ANY,
                        "any",
                        "any",
                        "any",
                        ConsecRule.Action.REQUEST_IN_REQUEST_OUT,
                        List.of(),
                        List.of(),
                        List.of(),
                        KeyModule.DEFAULT,
                        source);
        String action = arguments.value("action");
        String profile = arguments.value("profile");
        String quick = arguments.value("qmsecmethods");
        String main = arguments.value("mmsecmethods");
        String first = arguments.value("endpoint1");
        String second = arguments.value("endpoint2");
        String modules = arguments.value("keymodule");
        List<Authentication> methods = authentication(arguments, base.authentication());
        if (before == null && (action == null || first == null || second == null)) {
            throw new IllegalArgumentException("a rule needs action, endpoint1 and endpoint2");
        }
        ConsecRule.Action does = action == null ? base.action() : ConsecRule.Action.of(action);
        if (does != ConsecRule.Action.NO_AUTHENTICATION && methods.isEmpty()) {
            throw new IllegalArgumentException("a rule needs auth1");
        }
        return new ConsecRule(
                name,
                arguments.is("enable", base.isEnabled()),
                profile == null ? base.profiles() : profiles(profile),
                first == null ? base.endpoint1() : Endpoint.parse(first),
                second == null ? base.endpoint2() : Endpoint.parse(second),
                arguments.value("protocol", base.protocol()).toLowerCase(Locale.ROOT),
                arguments.value("port1", base.port1()),
                arguments.value("port2", base.port2()),
                does,
                methods,
                main == null ? base.mainMode() : MainModeOffer.parse(main),
                quick == null || quick.equalsIgnoreCase("default") ? base.quickMode() : QuickModeOffer.parse(quick),
                modules == null ? base.modules() : KeyModule.parse(modules),
                source);
    }

    private static List<String> profiles(String text) {
        List<String> profiles = new ArrayList<>();
        for (String profile : List.of("Domain", "Private", "Public")) {
            if (text.toLowerCase(Locale.ROOT).contains(profile.toLowerCase(Locale.ROOT))
                    || text.equalsIgnoreCase("any")) {
                profiles.add(profile);
            }
        }
        if (profiles.isEmpty()) {
            throw new IllegalArgumentException("no profile: " + text);
        }
        return profiles;
    }

    private static List<Authentication> authentication(NetshArguments arguments, List<Authentication> before) {
        String kinds = arguments.value("auth1");
        String key = arguments.value("auth1psk");
        String authority = arguments.value("auth1ca");
        if (kinds == null) {
            return before.stream()
                    .map(method -> new Authentication(
                            method.kind(),
                            switch (method.kind()) {
                                case PRESHARED_KEY -> Objects.requireNonNullElse(key, method.value());
                                case CERTIFICATE -> Objects.requireNonNullElse(authority, method.value());
                                case KERBEROS -> "";
                            }))
                    .toList();
        }
        List<Authentication> methods = new ArrayList<>();
        for (String kind : kinds.toLowerCase(Locale.ROOT).split(",", -1)) {
            methods.add(
                    switch (kind) {
                        case "computerkerb" -> Authentication.KERBEROS;
                        case "computerpsk" ->
                            new Authentication(Authentication.Kind.PRESHARED_KEY, arguments.required("auth1psk"));
                        case "computercert" ->
                            new Authentication(
                                    Authentication.Kind.CERTIFICATE,
                                    arguments
                                            .required("auth1ca")
                                            .replaceAll("(?i) (certmapping|excludecaname):\\w+", ""));
                        default -> throw new IllegalArgumentException("no method: " + kind);
                    });
        }
        return methods;
    }

    private static String capital(String port) {
        return port.equals("any") ? "Any" : port;
    }
}
