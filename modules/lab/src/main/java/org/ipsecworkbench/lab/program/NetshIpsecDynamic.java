package org.ipsecworkbench.lab.program;

import java.util.List;
import java.util.Set;
import org.ipsecworkbench.lab.model.LegacyPolicy;
import org.ipsecworkbench.lab.model.MainModeSa;
import org.ipsecworkbench.lab.model.QuickModeSa;
import org.ipsecworkbench.lab.model.WindowsHost;

/**
 * {@code netsh ipsec dynamic}: what is in force now. One German fragment of the statistics was at hand: format
 * unverified.
 */
final class NetshIpsecDynamic implements Netsh.Context {
    private static final int WIDTH = 24;
    private static final Set<String> PROPERTIES =
            Set.of("ipsecexempt", "ikelogging", "strongcrlcheck", "ipsecdiagnostics", "ipsecloginterval", "bootmode");

    @Override
    public int run(Call call, NetshArguments arguments) {
        if (!call.host().services().isRunning("PolicyAgent")) {
            call.out().line("ERR IPsec[05015] : The IPsec Policy Agent service is not active.");
            call.out().blank();
            return 1;
        }
        return switch (arguments.command(2)) {
            case "show all" -> {
                active(call);
                mainMode(call);
                quickMode(call);
                statistics(call);
                settings(call);
                yield end(call);
            }
            case "show config" -> {
                settings(call);
                yield end(call);
            }
            case "show mmsas" -> {
                mainMode(call);
                yield end(call);
            }
            case "show qmsas" -> {
                quickMode(call);
                yield end(call);
            }
            case "show stats" -> {
                statistics(call);
                yield end(call);
            }
            case "show mmpolicy", "show qmpolicy", "show rule" -> {
                active(call);
                yield end(call);
            }
            case "set config" -> set(call, arguments);
            case "delete mmsa", "delete qmsa", "delete sa" -> {
                call.host().network().forget(call.host());
                yield end(call);
            }
            default -> Netsh.syntax(call);
        };
    }

    private static int end(Call call) {
        call.out().blank();
        return 0;
    }

    /** {@code set config PROPERTY VALUE}, or with the names before them. */
    private static int set(Call call, NetshArguments arguments) {
        boolean isNamed = arguments.value("property") != null;
        String property = isNamed ? arguments.required("property") : arguments.word(2);
        String value = isNamed || arguments.value("value") != null ? arguments.required("value") : arguments.word(3);
        if (!PROPERTIES.contains(property) || value.isEmpty() || value.length() > 12) {
            return Netsh.syntax(call);
        }
        if (!property.equals("bootmode")) {
            Integer.parseInt(value);
        }
        call.host().settings().put(property, value);
        if (property.equals("ipsecexempt")) {
            call.out().say("NOTE: This change takes effect after the computer is started again.");
        }
        return end(call);
    }

    private static void active(Call call) {
        WindowsHost host = call.host();
        LegacyPolicy policy = host.activePolicy();
        call.out().blank();
        call.out().say("IPsec MainMode and QuickMode Policies");
        call.out().pair("Active policy", WIDTH, ": ", policy == null ? "NONE" : policy.name());
        call.out()
                .pair(
                        "Policy source",
                        WIDTH,
                        ": ",
                        policy == null ? "NONE" : host.domainPolicy().isEmpty() ? "Local" : "Active Directory");
        LegacyPolicy local = host.legacy().assigned();
        if (local != null && !host.domainPolicy().isEmpty()) {
            call.out().pair("Local policy", WIDTH, ": ", local.name());
        }
        if (policy != null) {
            NetshIpsecShow.policy(call, policy, true);
        }
    }

    private static void mainMode(Call call) {
        List<MainModeSa> sas = call.host().mainMode();
        call.out().blank();
        call.out().say("IKE Main Mode SAs at {0}", stamp(call));
        call.out().line("-".repeat(70));
        if (sas.isEmpty()) {
            call.out().say("IPsec Main Mode Security Associations not available.");
        }
        for (MainModeSa sa : sas) {
            call.out().pair("Cookie pair", WIDTH, ": ", sa.initiatorCookie() + ":" + sa.responderCookie());
            call.out().pair("Sec Methods", WIDTH, ": ", sa.offer().legacy() + "/28800");
            call.out().pair("Auth Mode", WIDTH, ": ", sa.authentication());
            call.out().pair("Source", WIDTH, ": ", sa.local() + " , port 500");
            call.out().pair("Destination", WIDTH, ": ", sa.remote() + " , port 500");
            call.out().blank();
        }
    }

    private static void quickMode(Call call) {
        List<QuickModeSa> sas = call.host().quickMode();
        call.out().blank();
        call.out().say("Quick Mode SAs");
        call.out().line("-".repeat(30));
        if (sas.isEmpty()) {
            call.out().say("IPsec Quick Mode Security Associations not available.");
        }
        for (QuickModeSa sa : sas) {
            call.out().pair("Source", WIDTH, ": ", sa.local());
            call.out().pair("Destination", WIDTH, ": ", sa.remote());
            call.out().pair("Protocol", WIDTH, ": ", "ANY");
            call.out().pair("Offer used", WIDTH, ": ", sa.offer().legacy());
            call.out().pair("Inbound SPI", WIDTH, ": ", Integer.toUnsignedString(sa.inboundSpi()));
            call.out().pair("Outbound SPI", WIDTH, ": ", Integer.toUnsignedString(sa.outboundSpi()));
            call.out().blank();
        }
    }

    private static void statistics(Call call) {
        call.out().blank();
        call.out().say("IPsec Statistics");
        call.out().line("----------------");
        call.out().pair("Active Associations", 23, ": ", call.host().quickMode().size());
        call.out().pair("Bad SPI Packets", 23, ": ", 0);
    }

    private static void settings(Call call) {
        call.out().blank();
        call.out().say("IPsec Configuration Parameters");
        call.out().line("-".repeat(30));
        call.out().pair("StrongCRLCheck", WIDTH, ": ", call.host().setting("strongcrlcheck"));
        call.out().pair("IPsecExempt", WIDTH, ": ", call.host().setting("ipsecexempt"));
        call.out().pair("IKElogging", WIDTH, ": ", call.host().setting("ikelogging"));
    }

    private static String stamp(Call call) {
        return call.host()
                .format(
                        call.host().now(),
                        call.host().language().date() + " "
                                + call.host().language().longTime());
    }
}
