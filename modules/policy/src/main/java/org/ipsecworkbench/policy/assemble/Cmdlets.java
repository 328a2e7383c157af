package org.ipsecworkbench.policy.assemble;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipsecworkbench.policy.AuthMethod;
import org.ipsecworkbench.policy.Generation;
import org.ipsecworkbench.policy.Keying;
import org.ipsecworkbench.policy.Listed;
import org.ipsecworkbench.policy.MainModeOffer;
import org.ipsecworkbench.policy.MainModeRule;
import org.ipsecworkbench.policy.QuickModeOffer;
import org.ipsecworkbench.policy.QuickModeOffer.Encapsulation;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.Treatment;
import org.ipsecworkbench.policy.offer.MainModeText;
import org.ipsecworkbench.policy.offer.QuickModeText;
import org.ipsecworkbench.policy.read.Block;
import org.ipsecworkbench.policy.table.Algorithms;
import org.ipsecworkbench.policy.table.Algorithms.Use;
import org.ipsecworkbench.policy.table.Words;

/**
 * Objects of the NetIPsec cmdlets. Rules name the sets that they use, and filters have the instance of their rule, so all
 * are collected first. What an object is, its properties tell: lists need not say which cmdlet made them.
 */
final class Cmdlets {
    private final List<Block> rules = new ArrayList<>();
    private final List<Block> mainModeRules = new ArrayList<>();
    private final Map<String, Block> sets = new HashMap<>();
    private final Map<String, Block> addresses = new HashMap<>();
    private final Map<String, Block> ports = new HashMap<>();
    private final List<Listed> listed = new ArrayList<>();

    void add(Block block) {
        if (block.has("inbound") || block.has("outbound")) {
            rules.add(block);
        } else if (!block.children().isEmpty() || block.has("proposal")) {
            sets.put(id(block), block);
            sets.putIfAbsent(block.value("instance"), block);
            boolean isAuth = block.children().stream().anyMatch(child -> child.has("method") && !child.has("cipher"))
                    || !AuthText.listed(block).isEmpty();
            list(block, isAuth ? Listed.Kind.AUTH_SET : Listed.Kind.CRYPTO_SET);
        } else if (block.has("mmset")) {
            mainModeRules.add(block);
        } else if (block.has("endpoint1") && block.has("instance")) {
            addresses.put(block.value("instance"), block);
        } else if (block.has("port1") && block.has("instance")) {
            ports.put(block.value("instance"), block);
        } else if (block.has("exemptions") || block.has("keyencoding")) {
            list(block, Listed.Kind.GLOBAL);
        } else if (block.has("firewallin") || block.has("networkcategory")) {
            list(block, Listed.Kind.PROFILE);
        } else if (block.has("local") && block.has("remote")) {
            boolean isQuickMode = block.has("encapsulation") || block.has("esphash");
            list(block, isQuickMode ? Listed.Kind.QUICK_MODE_SA : Listed.Kind.MAIN_MODE_SA);
        } else {
            list(block, Listed.Kind.OTHER);
        }
    }

    private void list(Block block, Listed.Kind kind) {
        String name = block.value("name");
        listed.add(new Listed(kind, name.isEmpty() ? id(block) : name, Assembler.flat(block), block.place()));
    }

    private static String id(Block block) {
        return block.has("id") ? block.value("id") : block.value("instance");
    }

    List<Listed> listed() {
        return listed;
    }

    List<Rule> rules() {
        return rules.stream().map(this::rule).toList();
    }

    private Rule rule(Block block) {
        String instance = block.has("instance") ? block.value("instance") : block.value("id");
        Block addressed = addresses.getOrDefault(instance, block);
        Block ported = ports.getOrDefault(instance, block);
        boolean isRead = block.has("inbound") && block.has("outbound");
        return new Rule(
                block.value("name"),
                id(block),
                "",
                Generation.MODERN,
                !isOff(block),
                Values.origin(block.value("storetype"), block.value("storename"), block.origin()),
                Values.profiles(block.value("profiles")),
                ModernRules.filters(addressed, ported),
                isRead ? Values.demands(block.value("inbound"), block.value("outbound")) : Treatment.UNKNOWN,
                ModernRules.tunnel(block),
                keying(block),
                block.settings(),
                block.place());
    }

    /** Enabled is 1 and disabled 2 in objects, True and False in text. */
    private static boolean isOff(Block block) {
        return Words.isNo(block.value("enabled"));
    }

    List<MainModeRule> mainModeRules() {
        return mainModeRules.stream().map(this::mainModeRule).toList();
    }

    private MainModeRule mainModeRule(Block block) {
        Block addressed = addresses.getOrDefault(block.value("instance"), block);
        return new MainModeRule(
                block.value("name"),
                !isOff(block),
                Values.origin(block.value("storetype"), block.value("storename"), block.origin()),
                Values.profiles(block.value("profiles")),
                AddressText.parse(addressed.value("endpoint1")),
                AddressText.parse(addressed.value("endpoint2")),
                keying(block),
                block.settings(),
                block.place());
    }

    private Keying keying(Block block) {
        Block quickMode = sets.getOrDefault(block.value("qmset"), block);
        return new Keying(
                Values.modules(block.value("keymodule")),
                methods(block.value("auth1set")),
                methods(block.value("auth2set")),
                mainMode(block.value("mmset")),
                quickMode(quickMode),
                Values.pfs(quickMode.value("pfs")));
    }

    private static List<QuickModeOffer> quickMode(Block set) {
        return set.children().isEmpty()
                ? QuickModeText.parse(set.value("proposal"), set.place())
                : set.children().stream()
                        .filter(child -> child.has("encapsulation"))
                        .map(Cmdlets::quickModeOffer)
                        .toList();
    }

    private List<AuthMethod> methods(String set) {
        Block block = sets.get(set);
        if (block == null) {
            return List.of();
        }
        return block.children().isEmpty()
                ? AuthText.listed(block)
                : block.children().stream().map(AuthText::proposal).toList();
    }

    private List<MainModeOffer> mainMode(String set) {
        Block block = sets.get(set);
        if (block == null) {
            return List.of();
        }
        long seconds = 60 * number(block.value("minutes"));
        return block.children().isEmpty()
                ? MainModeText.parse(block.value("proposal"), seconds, block.place())
                : block.children().stream()
                        .filter(child -> child.has("group"))
                        .map(child -> mainModeOffer(child, seconds))
                        .toList();
    }

    private static MainModeOffer mainModeOffer(Block proposal, long seconds) {
        return new MainModeOffer(
                Algorithms.name(Use.CIPHER, proposal.value("cipher")),
                Algorithms.name(Use.HASH, proposal.value("hash")),
                Algorithms.name(Use.GROUP, proposal.value("group")),
                seconds,
                proposal.place());
    }

    private static QuickModeOffer quickModeOffer(Block proposal) {
        Encapsulation encapsulation = encapsulation(proposal.value("encapsulation"));
        boolean hasAh = encapsulation == Encapsulation.AH || encapsulation == Encapsulation.AH_AND_ESP;
        boolean hasEsp = encapsulation != Encapsulation.AH;
        return new QuickModeOffer(
                encapsulation,
                hasAh ? Algorithms.name(Use.HASH, proposal.value("ahhash")) : "",
                hasEsp ? Algorithms.name(Use.HASH, proposal.value("esphash")) : "",
                hasEsp && encapsulation != Encapsulation.NONE
                        ? Algorithms.name(Use.CIPHER, proposal.value("cipher"))
                        : "",
                60 * number(proposal.value("minutes")),
                number(proposal.value("kilobytes")),
                proposal.place());
    }

    private static Encapsulation encapsulation(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        boolean hasAh = plain.contains("ah");
        boolean hasEsp = plain.contains("esp");
        if (hasAh && hasEsp || plain.equals("3")) {
            return Encapsulation.AH_AND_ESP;
        }
        if (hasAh || plain.equals("1")) {
            return Encapsulation.AH;
        }
        return hasEsp || plain.equals("2") ? Encapsulation.ESP : Encapsulation.NONE;
    }

    private static long number(String digits) {
        return digits.matches("\\d{1,10}") ? Long.parseLong(digits) : 0;
    }
}
