package org.ipsecworkbench.policy.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.policy.AddressRange;
import org.ipsecworkbench.policy.Addresses;
import org.ipsecworkbench.policy.AuthMethod;
import org.ipsecworkbench.policy.CertificateCriteria;
import org.ipsecworkbench.policy.Demand;
import org.ipsecworkbench.policy.Filter;
import org.ipsecworkbench.policy.Generation;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.KeyModule;
import org.ipsecworkbench.policy.Keying;
import org.ipsecworkbench.policy.MainModeOffer;
import org.ipsecworkbench.policy.Origin;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.Ports;
import org.ipsecworkbench.policy.QuickModeOffer;
import org.ipsecworkbench.policy.QuickModeOffer.Encapsulation;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.Treatment;
import org.ipsecworkbench.policy.table.Algorithms;
import org.ipsecworkbench.policy.table.Algorithms.Use;

/**
 * Turns the strongSwan configuration of a lab host into a policy of ours, as far as proposals, methods, keys and modes go:
 * one connection with one child. Both sides require IPsec, since the lab hosts begin by themselves.
 */
public final class Swanctl {
    private static final Place PLACE = new Place("swanctl.conf", 0);

    private Swanctl() {}

    /** The policy of a host. */
    public static HostPolicy policy(String name, String config) {
        boolean isPsk = value(config, "auth").equals("psk");
        Matcher secret = Pattern.compile("secret = \"([^\"]*)\"").matcher(config);
        String digest = secret.find() ? Samples.DIGESTS.of(secret.group(1)) : "";
        AuthMethod method = new AuthMethod(
                isPsk ? AuthMethod.Kind.PRESHARED_KEY : AuthMethod.Kind.CERTIFICATE,
                "",
                isPsk ? digest : "",
                CertificateCriteria.NONE,
                PLACE);
        Keying keying = new Keying(
                Set.of(value(config, "version").equals("1") ? KeyModule.IKEV1 : KeyModule.IKEV2),
                List.of(method),
                List.of(),
                mainMode(value(config, "proposals")),
                quickMode(config),
                "none");
        boolean isTunnel = value(config, "mode").equals("tunnel");
        Rule rule = new Rule(
                "c",
                "",
                "",
                Generation.MODERN,
                true,
                new Origin(Origin.Kind.LOCAL, ""),
                Set.of(),
                List.of(new Filter(
                        address(config, "local_addrs"),
                        address(config, "remote_addrs"),
                        protocol(config),
                        ports(config, "local_ts"),
                        ports(config, "remote_ts"),
                        true,
                        PLACE)),
                Treatment.negotiate(Demand.REQUIRE, Demand.REQUIRE),
                isTunnel ? new Rule.Tunnel(true, "", "") : Rule.Tunnel.NONE,
                keying,
                List.of(),
                PLACE);
        return new HostPolicy(name, List.of(), List.of(rule), List.of(), List.of(), List.of());
    }

    /** The same policy where the host begins no negotiation by itself: {@code start_action = none}, and nobody starts it. */
    public static HostPolicy responding(HostPolicy policy) {
        Rule rule = policy.rules().get(0);
        Rule responds = new Rule(
                rule.name(),
                "",
                "",
                Generation.LEGACY,
                true,
                new Origin(Origin.Kind.DYNAMIC, ""),
                Set.of(),
                List.of(),
                Treatment.RESPOND,
                rule.tunnel(),
                rule.keying(),
                List.of(),
                PLACE);
        return policy.with(rule, responds);
    }

    /** Of selectors such as {@code 10.0.0.1[tcp/445]}; a child that passes ICMP by is another one, and not the first. */
    private static int protocol(String config) {
        Matcher tcp = Pattern.compile("_ts = \\S+\\[tcp").matcher(config);
        return tcp.find() ? 6 : Filter.ANY_PROTOCOL;
    }

    private static Ports ports(String config, String key) {
        Matcher port = Pattern.compile(key + " = \\S+\\[tcp/(\\d+)\\]").matcher(config);
        return port.find() ? Ports.parse(port.group(1)) : Ports.ANY;
    }

    /** The first value of a key. */
    public static String value(String config, String key) {
        Matcher matcher =
                Pattern.compile("(?m)(?<![a-z_])" + key + "\\s*=\\s*([^\\n}]*)").matcher(config);
        return matcher.find() ? matcher.group(1).strip() : "";
    }

    private static Addresses address(String config, String key) {
        AddressRange range = AddressRange.parse(value(config, key));
        return range == null ? Addresses.ANY : new Addresses(Addresses.Kind.RANGES, List.of(range), range.text());
    }

    /** Ciphers, hashes and groups of one proposal may be several; each combination is an offer of ours. */
    private static List<MainModeOffer> mainMode(String proposals) {
        List<MainModeOffer> offers = new ArrayList<>();
        for (String proposal : proposals.split(",")) {
            String cipher = "";
            String hash = "";
            List<String> groups = new ArrayList<>();
            for (String word : proposal.strip().toLowerCase(Locale.ROOT).split("-")) {
                if (word.startsWith("modp") || word.startsWith("ecp")) {
                    groups.add(Algorithms.name(Use.GROUP, word));
                } else if (cipher.isEmpty()) {
                    cipher = Algorithms.name(Use.CIPHER, word);
                } else {
                    hash = Algorithms.name(Use.HASH, word);
                }
            }
            for (String group : groups) {
                offers.add(new MainModeOffer(cipher, hash, group, 0, PLACE));
            }
        }
        return offers;
    }

    private static List<QuickModeOffer> quickMode(String config) {
        String ah = value(config, "ah_proposals");
        if (!ah.isEmpty()) {
            return List.of(new QuickModeOffer(Encapsulation.AH, Algorithms.name(Use.HASH, ah), "", "", 0, 0, PLACE));
        }
        List<QuickModeOffer> offers = new ArrayList<>();
        for (String proposal : value(config, "esp_proposals").split(",")) {
            String[] words = proposal.strip().split("-");
            String cipher = words[0].equals("null") ? "none" : Algorithms.name(Use.CIPHER, words[0]);
            String hash = words.length > 1 ? Algorithms.name(Use.HASH, words[1]) : cipher;
            offers.add(new QuickModeOffer(Encapsulation.ESP, "", hash, cipher, 0, 0, PLACE));
        }
        return offers;
    }
}
