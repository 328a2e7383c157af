package org.ipsecworkbench.lab.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.ipsecworkbench.lab.model.ConsecRule;
import org.ipsecworkbench.lab.model.Domain;
import org.ipsecworkbench.lab.model.KeyModule;
import org.ipsecworkbench.lab.model.MainModeSa;
import org.ipsecworkbench.lab.model.QuickModeOffer;
import org.ipsecworkbench.lab.model.QuickModeSa;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.jspecify.annotations.Nullable;

/**
 * The objects of the PowerShell module NetSecurity. The properties of a rule are named as in a sample, those of the others from
 * the documentation, format unverified.
 */
final class NetSecurity {
    /** Where rules are looked for. */
    enum Store {
        /** What the host itself holds. */
        PERSISTENT,
        /** What is in force. */
        ACTIVE,
        /** What came by group policy. */
        RSOP
    }

    private static final String AUTHENTICATION = " authentication";
    private static final String MAIN_MODE = " main mode";
    private static final String QUICK_MODE = " quick mode";

    private final WindowsHost host;

    NetSecurity(WindowsHost host) {
        this.host = host;
    }

    List<Map<String, Object>> rules(Store store) {
        return stored(store).stream()
                .map(rule -> rule(rule, store == Store.ACTIVE))
                .toList();
    }

    /** The rule that wins for a peer, as {@code Find-NetIPsecRule} names it. */
    List<Map<String, Object>> winning(@Nullable String address) {
        ConsecRule rule = address == null ? null : host.winningRule(address);
        return rule == null ? List.of() : List.of(rule(rule, true));
    }

    private List<ConsecRule> stored(Store store) {
        return switch (store) {
            case PERSISTENT -> host.localRules();
            case ACTIVE -> host.activeRules();
            case RSOP -> host.domainRules();
        };
    }

    private static Map<String, Object> rule(ConsecRule rule, boolean isActive) {
        boolean isLocal = rule.source().equals(ConsecRule.LOCAL);
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("IPsecRuleName", rule.name());
        object.put("DisplayName", rule.name());
        object.put("Enabled", rule.isEnabled() ? "True" : "False");
        object.put("Profile", rule.profiles().size() == 3 ? "Any" : String.join(", ", rule.profiles()));
        object.put("Mode", "Transport");
        object.put("InboundSecurity", rule.action().inbound());
        object.put("OutboundSecurity", rule.action().outbound());
        object.put("MainModeCryptoSet", rule.name() + MAIN_MODE);
        object.put("QuickModeCryptoSet", rule.name() + QUICK_MODE);
        object.put("Phase1AuthSet", rule.name() + AUTHENTICATION);
        object.put("KeyModule", KeyModule.label(rule.modules()));
        object.put("PrimaryStatus", "OK");
        object.put("EnforcementStatus", isActive ? "Full" : "NotApplicable");
        object.put("PolicyStoreSource", isLocal ? "PersistentStore" : Domain.NAME + "\\" + rule.source());
        object.put("PolicyStoreSourceType", isLocal ? "Local" : "GroupPolicy");
        return object;
    }

    /**
     * Changes the keying modules of rules of the host itself.
     *
     * @throws IllegalArgumentException if there is no such rule or module
     */
    List<Map<String, Object>> setModules(@Nullable String name, @Nullable String modules) {
        if (name == null || modules == null) {
            throw new IllegalArgumentException("Set-NetIPsecRule needs -DisplayName and -KeyModule here.");
        }
        List<KeyModule> wanted = KeyModule.parse(modules);
        boolean isFound = false;
        List<ConsecRule> rules = host.localRules();
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).isCalled(name)) {
                rules.set(i, rules.get(i).keyedBy(wanted));
                isFound = true;
            }
        }
        if (!isFound) {
            throw new IllegalArgumentException(
                    "No MSFT_NetConSecRule objects found with property 'DisplayName' equal to '" + name + "'.");
        }
        return List.of();
    }

    /** Addresses that rules are about. */
    List<Map<String, Object>> addresses(Store store) {
        return stored(store).stream()
                .map(rule -> NetSecuritySets.addresses(rule))
                .toList();
    }

    /** Ports that rules are about. */
    List<Map<String, Object>> ports(Store store) {
        return stored(store).stream().map(rule -> NetSecuritySets.ports(rule)).toList();
    }

    List<Map<String, Object>> authentication(Store store) {
        return set(store, AUTHENTICATION, rule -> NetSecuritySets.authentication(rule.authentication()));
    }

    List<Map<String, Object>> mainModeOffers(Store store) {
        return set(store, MAIN_MODE, rule -> NetSecuritySets.mainMode(NetshConsec.offers(host, rule)));
    }

    List<Map<String, Object>> quickModeOffers(Store store) {
        return set(
                store,
                QUICK_MODE,
                rule -> NetSecuritySets.quickMode(
                        rule.quickMode().isEmpty() ? QuickModeOffer.DEFAULT : rule.quickMode()));
    }

    private List<Map<String, Object>> set(Store store, String suffix, Function<ConsecRule, Nested> proposals) {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (ConsecRule rule : stored(store)) {
            if (rule.action() != ConsecRule.Action.NO_AUTHENTICATION) {
                Map<String, Object> object = new LinkedHashMap<>();
                object.put("Name", rule.name() + suffix);
                object.put("Proposal", proposals.apply(rule));
                objects.add(object);
            }
        }
        return objects;
    }

    List<Map<String, Object>> settings() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("Name", "global");
        object.put("Exemptions", host.setting("defaultexemptions"));
        object.put(
                "CertValidationLevel",
                switch (host.setting("strongcrlcheck")) {
                    case "0" -> "None";
                    case "1" -> "AttemptCrlCheck";
                    default -> "RequireCrlCheck";
                });
        object.put("AllowIPsecThroughNAT", host.setting("ipsecthroughnat"));
        object.put("MaxSAIdleTimeSeconds", Integer.parseInt(host.setting("saidletimemin")) * 60);
        return List.of(object);
    }

    List<Map<String, Object>> mainMode() {
        return host.mainMode().stream().map(NetSecurity::mainMode).toList();
    }

    private static Map<String, Object> mainMode(MainModeSa sa) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("Name", sa.number());
        object.put("LocalEndpoint", sa.local());
        object.put("RemoteEndpoint", sa.remote());
        object.put("LocalFirstId", sa.localId());
        object.put("RemoteFirstId", sa.remoteId());
        object.put("CipherAlgorithm", sa.offer().cipher().label());
        object.put("HashAlgorithm", sa.offer().integrity().label());
        object.put("GroupId", sa.offer().group().label());
        object.put("KeyModule", sa.module().label());
        object.put("InitiatorCookie", sa.initiatorCookie().toUpperCase(Locale.ROOT));
        object.put("ResponderCookie", sa.responderCookie().toUpperCase(Locale.ROOT));
        return object;
    }

    List<Map<String, Object>> quickMode() {
        return host.quickMode().stream().map(NetSecurity::quickMode).toList();
    }

    private static Map<String, Object> quickMode(QuickModeSa sa) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("Name", sa.number());
        object.put("LocalEndpoint", sa.local());
        object.put("RemoteEndpoint", sa.remote());
        object.put("EncryptionAlgorithm", sa.offer().cipher().label());
        object.put("IntegrityAlgorithm", sa.offer().integrity().label());
        object.put("TransformType", sa.offer().isAh() ? "AH" : "ESP");
        object.put("InboundSpi", Integer.toUnsignedLong(sa.inboundSpi()));
        object.put("OutboundSpi", Integer.toUnsignedLong(sa.outboundSpi()));
        object.put("MainModeSaId", sa.mainMode());
        return object;
    }
}
