package org.ipsecworkbench.policy.assemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.ipsecworkbench.policy.Filter;
import org.ipsecworkbench.policy.Generation;
import org.ipsecworkbench.policy.Keying;
import org.ipsecworkbench.policy.MainModeOffer;
import org.ipsecworkbench.policy.MainModeRule;
import org.ipsecworkbench.policy.Origin;
import org.ipsecworkbench.policy.Ports;
import org.ipsecworkbench.policy.Protocols;
import org.ipsecworkbench.policy.QuickModeOffer;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.Setting;
import org.ipsecworkbench.policy.Treatment;
import org.ipsecworkbench.policy.offer.MainModeText;
import org.ipsecworkbench.policy.offer.QuickModeText;
import org.ipsecworkbench.policy.read.Block;
import org.ipsecworkbench.policy.table.Words;

/** Rules of netsh advfirewall. */
final class ModernRules {
    private ModernRules() {}

    /** Whether a block is a main mode rule: it has nothing about traffic. */
    static boolean isMainMode(Block block) {
        return !block.has("action") && !block.has("qmoffers") && block.has("mmoffers");
    }

    static MainModeRule mainModeRule(Block block) {
        return new MainModeRule(
                block.value("name"),
                !Words.isNo(block.value("enabled")),
                origin(block),
                Values.profiles(block.value("profiles")),
                AddressText.parse(block.value("endpoint1")),
                AddressText.parse(block.value("endpoint2")),
                keying(block),
                block.settings(),
                block.place());
    }

    static Rule rule(Block block) {
        String action = block.value("action");
        return new Rule(
                block.value("name"),
                "",
                "",
                Generation.MODERN,
                !Words.isNo(block.value("enabled")),
                origin(block),
                Values.profiles(block.value("profiles")),
                filters(block, block),
                action.isEmpty() ? Treatment.UNKNOWN : Values.action(action),
                tunnel(block),
                keying(block),
                block.settings(),
                block.place());
    }

    private static Origin origin(Block block) {
        String type = block.value("type").toLowerCase(Locale.ROOT);
        Origin otherwise = type.equals("dynamic") ? new Origin(Origin.Kind.DYNAMIC, "") : block.origin();
        return Values.origin(block.value("source"), "", otherwise);
    }

    /** The filter of a rule whose addresses and ports may stand in other blocks. */
    static List<Filter> filters(Block addresses, Block ports) {
        if (!addresses.has("endpoint1") && !addresses.has("endpoint2")) {
            return List.of();
        }
        int protocol = ports.has("protocol") ? Protocols.number(ports.value("protocol")) : Filter.ANY_PROTOCOL;
        return List.of(new Filter(
                AddressText.parse(addresses.value("endpoint1")),
                AddressText.parse(addresses.value("endpoint2")),
                Math.max(protocol, Filter.ANY_PROTOCOL),
                Ports.parse(ports.value("port1")),
                Ports.parse(ports.value("port2")),
                true,
                addresses.place()));
    }

    static Rule.Tunnel tunnel(Block block) {
        String mode = block.value("mode").toLowerCase(Locale.ROOT);
        boolean isTunnel = mode.equals("tunnel") || mode.equals("2");
        return isTunnel
                ? new Rule.Tunnel(true, block.value("localtunnel"), block.value("remotetunnel"))
                : Rule.Tunnel.NONE;
    }

    private static Keying keying(Block block) {
        return new Keying(
                Values.modules(block.value("keymodule")),
                ModernAuth.read(block, "auth1"),
                ModernAuth.read(block, "auth2"),
                mainMode(block),
                quickMode(block),
                // Listings and commands call it differently.
                Values.pfs(block.has("pfs") ? block.value("pfs") : block.value("qmpfs")));
    }

    /** All offers for main mode of a block, in order. */
    static List<MainModeOffer> mainMode(Block block) {
        long seconds = MainModeText.seconds(block.value("mmlifetime"));
        List<MainModeOffer> offers = new ArrayList<>();
        for (Setting setting : block.all("mmoffers")) {
            offers.addAll(MainModeText.parse(setting.value(), seconds, setting.place()));
        }
        return offers;
    }

    /** All offers for the protection of traffic of a block, in order. */
    static List<QuickModeOffer> quickMode(Block block) {
        List<QuickModeOffer> offers = new ArrayList<>();
        for (Setting setting : block.all("qmoffers")) {
            offers.addAll(QuickModeText.parse(setting.value(), setting.place()));
        }
        return offers;
    }

    /** A rule of which only fragments are there is no rule of a host. */
    static Set<String> missing(Block block) {
        Set<String> missing = new TreeSet<>();
        for (String key : List.of("action", "endpoint1", "endpoint2")) {
            if (!block.has(key)) {
                missing.add(key);
            }
        }
        return missing;
    }
}
