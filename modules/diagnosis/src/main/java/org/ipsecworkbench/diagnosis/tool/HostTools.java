package org.ipsecworkbench.diagnosis.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.Remedy.Risk;
import org.ipsecworkbench.diagnosis.ServiceState;

/** What can be done on one host to look closer or to bring it up to date, whatever the checks found. */
public final class HostTools {
    /** The folder of what captures write: every release has it, and only administrators write there. */
    static final String FOLDER = "C:\\Windows\\Temp\\";

    private static final Pattern CRL_CHECK = Pattern.compile("(?im)^\\s*StrongCRLCheck\\s*:?\\s*(\\d)");
    private static final int STRICT = 2;

    private HostTools() {}

    /** In the order in which they are tried: what only records first. */
    public static List<Remedy> of(HostFacts host) {
        if (!host.platform().isKnown()) {
            return List.of();
        }
        List<Remedy> tools = new ArrayList<>();
        if (host.platform().isLegacy()) {
            tools.addAll(LegacyTools.of(host));
        } else {
            tools.addAll(Recording.of(host));
            tools.addAll(crlCheck(host));
        }
        tools.addAll(anew(host));
        tools.addAll(domain(host));
        return tools;
    }

    /** How revocation is checked, as another value than it has: 0 not at all, 1 refuses what is revoked, 2 also what cannot be told. */
    private static List<Remedy> crlCheck(HostFacts host) {
        Optional<Integer> now = host.evidence()
                .answer(Commands.RULES_IN_FORCE)
                .map(answer -> CRL_CHECK.matcher(answer.outputText()))
                .filter(Matcher::find)
                .map(value -> Integer.parseInt(value.group(1)));
        List<Remedy> tools = new ArrayList<>();
        for (int value = 0; now.isPresent() && value <= STRICT; value++) {
            if (value != now.get()) {
                tools.addAll(crlCheck(host, now.get(), value));
            }
        }
        return tools;
    }

    private static List<Remedy> crlCheck(HostFacts host, int now, int value) {
        return Remedy.draft(
                        "crl-check/" + host.name() + "/" + value,
                        host.name(),
                        "Check revocation on " + host.name() + " by level " + value,
                        value < now ? Risk.SECURITY : Risk.MEDIUM,
                        value < now
                                ? "A certificate that was revoked may be accepted. For a test only."
                                : "Peers whose revocation list cannot be reached are refused.")
                .run("netsh", "advfirewall", "set", "global", "ipsec", "strongcrlcheck", Integer.toString(value))
                .undo("netsh", "advfirewall", "set", "global", "ipsec", "strongcrlcheck", Integer.toString(now))
                .restsOn(host.evidence(), Commands.RULES_IN_FORCE)
                .mayCutOff()
                .done();
    }

    /** Lets a host negotiate all anew, the softer way first; none where its service does not run. */
    public static List<Remedy> anew(HostFacts host) {
        boolean isLegacy = host.platform().isLegacy();
        String service = isLegacy ? "PolicyAgent" : "IKEEXT";
        if (host.service(service).filter(ServiceState::isRunning).isEmpty()) {
            return List.of();
        }
        List<Remedy> tools = new ArrayList<>();
        if (!isLegacy) {
            tools.addAll(Remedy.draft(
                            "delete-sas/" + host.name(),
                            host.name(),
                            "Delete the SAs of " + host.name(),
                            Risk.MEDIUM,
                            "All SAs of the host are negotiated anew; until then what requires IPsec waits.")
                    .run("netsh", "advfirewall", "monitor", "delete", "mmsa", "all")
                    .run("netsh", "advfirewall", "monitor", "delete", "qmsa", "all")
                    .done());
        }
        tools.addAll(Remedy.draft(
                        "restart-service/" + host.name() + "/" + service,
                        host.name(),
                        "Restart the service " + service + " on " + host.name(),
                        Risk.HIGH,
                        isLegacy
                                ? "While it is stopped nothing is filtered: traffic is in clear or cut. All that was set"
                                        + " dynamically is lost, VPN connections end."
                                : "All SAs of the host are negotiated anew, VPN connections end. Never stop BFE for it.")
                .run("net", "stop", service)
                .undo("net", "start", service)
                .run("net", "start", service)
                .mayCutOff()
                .done());
        return tools;
    }

    private static List<Remedy> domain(HostFacts host) {
        List<Remedy> tools = new ArrayList<>();
        tools.addAll(Remedy.draft(
                        "gpupdate/" + host.name(),
                        host.name(),
                        "Apply group policy anew on " + host.name(),
                        Risk.LOW,
                        "What group policy says by now holds afterwards, not only for IPsec.")
                .run("gpupdate", "/target:computer", "/force")
                .done());
        tools.addAll(Remedy.draft(
                        "resync/" + host.name(),
                        host.name(),
                        "Synchronise the clock of " + host.name(),
                        Risk.LOW,
                        "Programs on it see the time jump.")
                .run("w32tm", "/resync")
                .done());
        tools.addAll(Remedy.draft(
                        "enroll/" + host.name(),
                        host.name(),
                        "Let " + host.name() + " request and renew its certificates",
                        Risk.LOW,
                        "Takes effect only where group policy enrols certificates automatically; what was requested stays.")
                .run("certutil", "-pulse")
                .done());
        tools.addAll(Remedy.draft(
                        "reset-account/" + host.name(),
                        "",
                        "Reset the password of the computer account, at the console of " + host.name(),
                        Risk.MEDIUM,
                        "Only where the secure channel stays broken after it was made anew. Resetting the account in the"
                                + " directory instead cuts the computer off until it joins the domain again.")
                .run("netdom", "resetpwd", "/server:DOMAIN-CONTROLLER", "/userd:DOMAIN\\ADMINISTRATOR", "/passwordd:*")
                .done());
        return tools;
    }
}
