package org.ipsecworkbench.lab.program;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ipsecworkbench.lab.model.ConsecRule;
import org.ipsecworkbench.lab.model.Domain;
import org.ipsecworkbench.lab.model.MainModeOffer;
import org.ipsecworkbench.lab.model.MainModeSa;
import org.ipsecworkbench.lab.model.QuickModeSa;
import org.ipsecworkbench.lab.model.WindowsHost;

/**
 * {@code netsh advfirewall}. Profiles have the form of a sample from Windows Server 2016; settings and security
 * associations that of samples from Windows Server 2008, whose blanks were lost.
 */
final class NetshAdvfirewall implements Netsh.Context {
    private static final int WIDTH = 38;
    private static final int SA_WIDTH = 38;
    private static final Set<String> GLOBAL =
            Set.of("strongcrlcheck", "saidletimemin", "defaultexemptions", "ipsecthroughnat");

    private final NetshConsec consec = new NetshConsec();

    @Override
    public int run(Call call, NetshArguments arguments) {
        if (arguments.word(0).equals("consec")) {
            return consec.run(call, arguments);
        }
        String command = arguments.command(2);
        String verb = arguments.word(0);
        return switch (verb.equals("export") || verb.equals("import") ? verb : command) {
            case "show allprofiles" -> {
                for (String profile : List.of("Domain", "Private", "Public")) {
                    profile(call, profile);
                }
                yield Netsh.ok(call);
            }
            case "show currentprofile" -> {
                profile(call, call.host().profile());
                yield Netsh.ok(call);
            }
            case "show global" -> {
                global(call);
                yield Netsh.ok(call);
            }
            case "set global" -> set(call, arguments);
            case "export" ->
                NetshDump.write(call, file(call), NetshDump.of(call.host().localRules()))
                        ? Netsh.ok(call)
                        : Netsh.syntax(call);
            case "import" -> {
                List<ConsecRule> rules = NetshDump.read(call, file(call)).stream()
                        .map(NetshConsec::read)
                        .toList();
                call.host().localRules().clear();
                call.host().localRules().addAll(rules);
                yield Netsh.ok(call);
            }
            case "monitor show" -> monitor(call, arguments);
            case "monitor delete" -> {
                if (!arguments.word(2).equals("mmsa") && !arguments.word(2).equals("qmsa")) {
                    yield Netsh.syntax(call);
                }
                call.host().network().forget(call.host());
                yield Netsh.ok(call);
            }
            default -> Netsh.syntax(call);
        };
    }

    /** The file that export and import name without a word before it. */
    private static String file(Call call) {
        if (call.argument(2).isEmpty()) {
            throw new IllegalArgumentException("no file");
        }
        return call.argument(2);
    }

    private static void profile(Call call, String profile) {
        Console out = call.out();
        out.blank();
        out.say(profile + " Profile Settings:");
        out.line("-".repeat(70));
        out.pair("State", WIDTH, "", Words.of(call.host().language(), "ON"));
        out.pair("Firewall Policy", WIDTH, "", "BlockInbound,AllowOutbound");
        String onlyInGpo = Words.of(call.host().language(), "N/A (GPO-store only)");
        out.pair("LocalFirewallRules", WIDTH, "", onlyInGpo);
        out.pair("LocalConSecRules", WIDTH, "", onlyInGpo);
        out.pair("InboundUserNotification", WIDTH, "", Words.of(call.host().language(), "Disable"));
        out.pair("RemoteManagement", WIDTH, "", Words.of(call.host().language(), "Disable"));
        out.pair("UnicastResponseToMulticast", WIDTH, "", Words.of(call.host().language(), "Enable"));
        out.blank();
        out.say("Logging:");
        out.pair("LogAllowedConnections", WIDTH, "", Words.of(call.host().language(), "Disable"));
        out.pair("LogDroppedConnections", WIDTH, "", Words.of(call.host().language(), "Disable"));
        out.pair("FileName", WIDTH, "", "%systemroot%\\system32\\LogFiles\\Firewall\\pfirewall.log");
        out.pair("MaxFileSize", WIDTH, "", "4096");
        out.blank();
    }

    private static void global(Call call) {
        WindowsHost host = call.host();
        Console out = call.out();
        out.blank();
        out.say("Global Settings:");
        out.line("-".repeat(70));
        out.say("IPsec:");
        String crl = host.setting("strongcrlcheck");
        String meaning = crl.equals("0") ? "Disabled" : crl.equals("1") ? "Enabled" : "Strict";
        out.pair("StrongCRLCheck", WIDTH, "", crl + ":" + meaning);
        out.pair("SAIdleTimeMin", WIDTH, "", host.setting("saidletimemin") + "min");
        out.pair("DefaultExemptions", WIDTH, "", host.setting("defaultexemptions"));
        out.pair("IPsecThroughNAT", WIDTH, "", host.setting("ipsecthroughnat"));
        out.pair("AuthzUserGrp", WIDTH, "", "None");
        out.pair("AuthzComputerGrp", WIDTH, "", "None");
        out.blank();
        out.pair("StatefulFTP", WIDTH, "", "Enable");
        out.pair("StatefulPPTP", WIDTH, "", "Enable");
        out.blank();
        out.say("Main Mode:");
        out.pair("KeyLifetime", WIDTH, "", host.setting("mmkeylifetime"));
        out.pair("SecMethods", WIDTH, "", NetshConsec.mainMode(MainModeOffer.parse(host.setting("mmsecmethods"))));
        out.pair("ForceDH", WIDTH, "", "No");
        out.blank();
        out.say("Categories:");
        out.pair("BootTimeRuleCategory", WIDTH, "", "Windows Firewall");
        out.pair("FirewallRuleCategory", WIDTH, "", "Windows Firewall");
        out.pair("StealthRuleCategory", WIDTH, "", "Windows Firewall");
        out.pair("ConSecRuleCategory", WIDTH, "", "Windows Firewall");
        out.blank();
    }

    private static int set(Call call, NetshArguments arguments) {
        String section = arguments.word(2);
        String key = arguments.word(3);
        String value = arguments.word(4);
        if (section.equals("ipsec") && GLOBAL.contains(key) && !value.isEmpty() && value.length() < 100) {
            if (key.equals("strongcrlcheck") && !Set.of("0", "1", "2").contains(value)) {
                return Netsh.syntax(call);
            }
            call.host().settings().put(key, value);
            return Netsh.ok(call);
        }
        if (section.equals("mainmode") && key.equals("mmsecmethods")) {
            String offers = value.equals("default") ? "dhgroup2:aes128-sha1,dhgroup2:3des-sha1" : value;
            MainModeOffer.parse(offers);
            call.host().settings().put(key, offers);
            return Netsh.ok(call);
        }
        if (section.equals("mainmode") && key.equals("mmkeylifetime") && value.matches("\\d{1,4}min(,\\d{1,9}sess)?")) {
            call.host().settings().put(key, value.contains("sess") ? value : value + ",0sess");
            return Netsh.ok(call);
        }
        return Netsh.syntax(call);
    }

    private int monitor(Call call, NetshArguments arguments) {
        switch (arguments.word(2)) {
            case "mmsa" -> {
                call.host().mainMode().forEach(sa -> mainMode(call, sa));
                return call.host().mainMode().isEmpty() ? none(call) : Netsh.ok(call);
            }
            case "qmsa" -> {
                call.host().quickMode().forEach(sa -> quickMode(call, sa));
                return call.host().quickMode().isEmpty() ? none(call) : Netsh.ok(call);
            }
            case "currentprofile" -> {
                call.out().blank();
                call.out().say(call.host().profile() + " Profile:");
                call.out().line("-".repeat(70));
                call.out().line(call.host().profile().equals("Domain") ? Domain.NAME : "Network");
                return Netsh.ok(call);
            }
            case "consec" -> {
                global(call);
                call.host().activeRules().forEach(rule -> NetshConsec.rule(call, rule, true));
                return Netsh.ok(call);
            }
            default -> {
                return Netsh.syntax(call);
            }
        }
    }

    private static int none(Call call) {
        call.out().blank();
        call.out().say("No SAs match the specified criteria.");
        call.out().blank();
        return 1;
    }

    private static void mainMode(Call call, MainModeSa sa) {
        Console out = call.out();
        out.blank();
        out.say("Main Mode SA at {0}", stamp(call));
        out.line("-".repeat(70));
        out.pair("Local IP Address:", SA_WIDTH, "", sa.local());
        out.pair("Remote IP Address:", SA_WIDTH, "", sa.remote());
        out.pair("Auth1:", SA_WIDTH, "", sa.authentication().label());
        out.pair("Auth2:", SA_WIDTH, "", "None");
        out.pair("MM Offer:", SA_WIDTH, "", sa.offer().label());
        out.pair("Cookie Pair:", SA_WIDTH, "", sa.initiatorCookie() + ":" + sa.responderCookie());
        out.pair("Health Cert:", SA_WIDTH, "", "No");
    }

    private static void quickMode(Call call, QuickModeSa sa) {
        Console out = call.out();
        out.blank();
        out.say("Quick Mode SA at {0}", stamp(call));
        out.line("-".repeat(70));
        out.pair("Local IP Address:", SA_WIDTH, "", sa.local());
        out.pair("Remote IP Address:", SA_WIDTH, "", sa.remote());
        out.pair("Local Port:", SA_WIDTH, "", "Any");
        out.pair("Remote Port:", SA_WIDTH, "", "Any");
        out.pair("Protocol:", SA_WIDTH, "", "Any");
        out.pair("Direction:", SA_WIDTH, "", "Both");
        out.pair("QM Offer:", SA_WIDTH, "", sa.offer().label());
        out.pair("PFS:", SA_WIDTH, "", "None");
    }

    private static String stamp(Call call) {
        return call.host().format(call.host().now(), "MM/dd/yyyy HH:mm:ss").toUpperCase(Locale.ROOT);
    }
}
