package org.ipsecworkbench.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.ipsecworkbench.lab.model.Language;
import org.ipsecworkbench.lab.model.LegacyStore;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.ipsecworkbench.lab.model.WindowsVersion;
import org.ipsecworkbench.lab.testing.Networks;
import org.ipsecworkbench.lab.testing.Prompt;
import org.ipsecworkbench.policy.Addresses;
import org.ipsecworkbench.policy.Filter;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.KeyDigests;
import org.ipsecworkbench.policy.Origin;
import org.ipsecworkbench.policy.Policies;
import org.ipsecworkbench.policy.PolicyLimits;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.Treatment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Policies made by chance: what the commands say that make them, and what the host lists then, are read as the same. */
class PolicyRoundTripTest {
    private static final int RUNS = 60;
    private static final KeyDigests DIGESTS = KeyDigests.random();

    private final Random random = new Random(57);

    private static HostPolicy read(String name, String text) {
        Policies.Document document = new Policies.Document(name, text.getBytes(StandardCharsets.UTF_8));
        return Policies.parse("host", List.of(document), PolicyLimits.DEFAULT, DIGESTS)
                .model();
    }

    private String any(String... of) {
        return of[random.nextInt(of.length)];
    }

    private String some(String separator, String... of) {
        List<String> chosen = new ArrayList<>();
        for (String one : of) {
            if (random.nextBoolean()) {
                chosen.add(one);
            }
        }
        return chosen.isEmpty() ? of[0] : String.join(separator, chosen);
    }

    private String address() {
        return any("10.57.0.20", "10.57.0.0/16", "192.0.2.1-192.0.2.40", "any");
    }

    private String modern(int number) {
        boolean hasPorts = random.nextBoolean();
        return "netsh advfirewall consec add rule name=\"Rule " + number + "\" enable=" + any("yes", "no") + " profile="
                + some(",", "domain", "private", "public") + " endpoint1=" + address() + " endpoint2=" + address()
                + (hasPorts ? " protocol=" + any("tcp", "udp") + " port1=any port2=" + any("445", "any", "3389") : "")
                + " action=" + any("requestinrequestout", "requireinrequestout", "requireinrequireout") + " auth1="
                + any("computerkerb", "computerkerb,computerpsk", "computerpsk,computercert", "computercert")
                + " auth1psk=\"open " + any("sesame", "barley") + "\" auth1ca=\"CN=Made up CA\" mmsecmethods="
                + some(",", "dhgroup14:aes256-sha256", "ecdhp384:aes128-sha384", "dhgroup2:3des-sha1")
                + " qmsecmethods="
                + some(
                        ",",
                        "esp:sha1-none+60min+100000kb",
                        "esp:sha256-aes256+30min+50000kb",
                        "ah:sha1+60min+100000kb");
    }

    private static String text(Filter filter) {
        return text(filter.source()) + filter.sourcePorts().text() + " " + text(filter.destination())
                + filter.destinationPorts().text() + " " + filter.protocol() + " " + filter.isMirrored();
    }

    private static String text(Addresses addresses) {
        return addresses.kind() + " "
                + addresses.ranges().stream().map(range -> range.text()).collect(Collectors.joining(","));
    }

    /** All that a prediction looks at. */
    private static String text(Rule rule) {
        return rule.name() + " | " + rule.isEnabled() + " | "
                + rule.profiles().stream().sorted().toList() + " | "
                + rule.filters().stream().map(PolicyRoundTripTest::text).toList() + " | "
                + rule.treatment().label() + " | "
                + rule.keying().firstAuth().stream()
                        .map(one -> one.label() + " " + one.keyDigest())
                        .toList()
                + " | "
                + rule.keying().mainMode().stream().map(one -> one.label()).toList() + " | "
                + rule.keying().quickMode().stream()
                        .map(one -> one.label() + " " + one.seconds() + " " + one.kilobytes())
                        .toList();
    }

    private static String text(HostPolicy policy, String of) {
        return policy.rules().stream()
                .filter(rule -> of.isEmpty() || rule.policy().equals(of))
                // Every policy of the Policy Agent lists one, also where it is off.
                .filter(rule -> rule.treatment().kind() != Treatment.Kind.RESPOND)
                .map(PolicyRoundTripTest::text)
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @EnumSource
    void connectionSecurityRulesAreReadAsTheyWereMade(Language language) {
        for (int run = 0; run < RUNS; run++) {
            Prompt prompt = new Prompt(Networks.single(WindowsVersion.SERVER_2012_R2, language));
            StringBuilder script = new StringBuilder();
            for (int i = 0; i <= random.nextInt(4); i++) {
                String command = modern(i);
                prompt.print(command);
                script.append(command).append('\n');
            }
            String command = "netsh advfirewall consec show rule name=all verbose";
            String listing = prompt.print(command);
            assertEquals(
                    text(read("script", script.toString()), ""),
                    text(read("listing", command + "\n" + listing), ""),
                    () -> language + ":\n" + listing);
        }
    }

    private List<String> legacy() {
        List<String> commands = new ArrayList<>();
        commands.add("add policy name=Made activatedefaultrule=no mmsecmethods=\""
                + some(" ", "3DES-SHA1-2", "3DES-MD5-2", "DES-MD5-1") + "\" assign=yes");
        for (int i = 0; i <= random.nextInt(3); i++) {
            commands.add("add filterlist name=\"List " + i + "\"");
            commands.add("add filter filterlist=\"List " + i + "\" srcaddr=me dstaddr=" + any("any", "10.57.0.20")
                    + " protocol=" + any("ANY", "TCP", "ICMP") + " mirrored=" + any("yes", "no"));
            String action = any("permit", "block", "negotiate");
            commands.add("add filteraction name=\"Action " + i + "\" action=" + action
                    + (action.equals("negotiate")
                            ? " inpass=" + any("yes", "no") + " soft=" + any("yes", "no") + " qmsecmethods=\""
                                    + some(
                                            " ",
                                            "ESP[3DES,SHA1]:100000k/900s",
                                            "ESP[DES,MD5]:50000k/3600s",
                                            "AH[SHA1]:100000k/300s")
                                    + "\""
                            : ""));
            commands.add("add rule name=\"Rule " + i + "\" policy=Made filterlist=\"List " + i
                    + "\" filteraction=\"Action " + i + "\" activate=" + any("yes", "no") + " "
                    + any("kerberos=yes", "psk=\"open sesame\"", "kerberos=yes rootca=\"CN=Made up CA\""));
        }
        return commands;
    }

    @ParameterizedTest
    @EnumSource
    void policiesOfThePolicyAgentAreReadAsTheyWereMade(Language language) {
        for (int run = 0; run < RUNS; run++) {
            Prompt prompt = new Prompt(Networks.single(WindowsVersion.SERVER_2003, language));
            List<String> commands = legacy();
            commands.forEach(command -> prompt.print("netsh ipsec static " + command));
            String command = "netsh ipsec static show all level=verbose";
            String listing = prompt.print(command);
            HostPolicy listed = read("listing", command + "\n" + listing);
            assertEquals(
                    text(read("script", "pushd ipsec static\n" + String.join("\n", commands)), "Made"),
                    text(listed, "Made"),
                    () -> language + ":\n" + listing);
            assertEquals("made", listed.assignedPolicy().orElseThrow().name().toLowerCase(Locale.ROOT));
        }
    }

    /** What objects of rules say by themselves: their addresses and sets are objects of their own. */
    private static String ofCmdlets(HostPolicy policy) {
        return policy.rules().stream()
                .map(rule -> rule.name() + " | " + rule.isEnabled() + " | "
                        + rule.profiles().stream().sorted().toList() + " | "
                        + rule.treatment().label() + " | " + rule.origin().kind())
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @EnumSource
    void rulesOfCmdletsAreReadAsTheyWereMadeAsTextAndAsJson(Language language) {
        for (int run = 0; run < RUNS; run++) {
            Prompt prompt = new Prompt(Networks.single(WindowsVersion.SERVER_2012_R2, language));
            for (int i = 0; i <= random.nextInt(4); i++) {
                prompt.print(modern(i));
            }
            String listed = "netsh advfirewall consec show rule name=all verbose";
            String wanted = ofCmdlets(read("listing", listed + "\n" + prompt.print(listed)));
            String text = prompt.print("powershell -Command Get-NetIPsecRule");
            assertEquals(wanted, ofCmdlets(read("text", text)), () -> language + ":\n" + text);
            String json = prompt.print("powershell -Command \"Get-NetIPsecRule | ConvertTo-Json\"");
            assertEquals(wanted, ofCmdlets(read("json", json)), () -> language + ":\n" + json);
        }
    }

    /** All that makes the rule of a cmdlet whole. */
    private static final List<String> CMDLETS = List.of(
            "Get-NetIPsecRule",
            "Get-NetFirewallAddressFilter",
            "Get-NetFirewallPortFilter",
            "Get-NetIPsecPhase1AuthSet",
            "Get-NetIPsecMainModeCryptoSet",
            "Get-NetIPsecQuickModeCryptoSet");

    private static HostPolicy ofCmdlets(Prompt prompt, String after) {
        List<Policies.Document> documents = CMDLETS.stream()
                .map(cmdlet -> new Policies.Document(
                        cmdlet,
                        prompt.print("powershell -Command \"" + cmdlet + after + "\"")
                                .getBytes(StandardCharsets.UTF_8)))
                .toList();
        return Policies.parse("host", documents, PolicyLimits.DEFAULT, DIGESTS).model();
    }

    @ParameterizedTest
    @EnumSource
    void setsAndFiltersOfCmdletsAreReadAsTheyWereMadeAsTextAndAsJson(Language language) {
        for (int run = 0; run < RUNS; run++) {
            Prompt prompt = new Prompt(Networks.single(WindowsVersion.SERVER_2012_R2, language));
            for (int i = 0; i <= random.nextInt(4); i++) {
                prompt.print(modern(i));
            }
            String listed = "netsh advfirewall consec show rule name=all verbose";
            // Cmdlets never tell a key here.
            String wanted =
                    text(read("listing", listed + "\n" + prompt.print(listed)).withoutKeyDigests(), "");
            assertEquals(wanted, text(ofCmdlets(prompt, ""), ""), () -> language + " as text");
            assertEquals(
                    wanted, text(ofCmdlets(prompt, " | ConvertTo-Json -Depth 4"), ""), () -> language + " as JSON");
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePolicyThatTheDomainAssignsIsTheOneInForce(Language language) {
        WindowsHost host = Networks.single(WindowsVersion.SERVER_2003, language);
        Prompt prompt = new Prompt(host);
        prompt.print("netsh ipsec static add policy name=Local assign=yes");
        prompt.print("netsh ipsec static add policy name=Directory assign=no");
        LegacyStore domain = host.network().domain().legacy();
        domain.put(Objects.requireNonNull(host.legacy().policy("Directory")));
        domain.assign("Directory");
        host.updateGroupPolicy();
        String all = "netsh ipsec static show all level=verbose";
        String assigned = "netsh ipsec static show gpoassignedpolicy";
        HostPolicy policy =
                read("both", all + "\n" + prompt.print(all) + "\n" + assigned + "\n" + prompt.print(assigned));
        assertEquals("Directory", policy.assignedPolicy().orElseThrow().name(), () -> prompt.print(assigned));
        assertEquals(
                Origin.Kind.GPO, policy.assignedPolicy().orElseThrow().origin().kind());
    }
}
