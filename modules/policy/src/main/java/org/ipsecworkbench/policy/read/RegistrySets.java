package org.ipsecworkbench.policy.read;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sets of authentication methods and algorithms in the registry, which rules name ([MS-GPFAS] 2.2.4 and 2.2.5): a key for each
 * set, and below it one for each proposal, by four digits that order them.
 */
final class RegistrySets {
    private static final Pattern SET =
            Pattern.compile("(?i)(.*)\\\\(Phase[12](?:Authentication|Crypto))Sets?\\\\([^\\\\]+)(?:\\\\(\\d{1,4}))?");
    private static final Map<String, String> METHODS = Map.of(
            "machinekerb", "ComputerKerb",
            "machinecert", "ComputerCert",
            "machineshkey", "ComputerPSK",
            "machinentlm", "ComputerNTLM",
            "userkerb", "UserKerb",
            "usercert", "UserCert",
            "userntlm", "UserNTLM");

    /** Values of a proposal about a certificate, as options of netsh ([MS-GPFAS] 2.2.4.9 to 2.2.4.14). */
    private static final Map<String, String> OPTIONS = Map.of(
            "certaccountmapping", "certmapping",
            "excludecaname", "excludecaname",
            "healthcert", "health",
            "intermediateca", "isintermediate");

    private static final Map<String, String> CRITERIA = Map.of(
            "criteriatype", "certcriteriatype",
            "nametype", "certnametype",
            "name", "certname",
            "eku", "certeku",
            "hash", "certhash",
            "followrenewal", "followrenewal");

    /** A value with its line. */
    private record Value(String text, int line) {}

    /** A set: its own values, and those of its proposals in order. */
    private record Set(Map<String, Value> own, SortedMap<String, Map<String, Value>> proposals) {
        static Set empty() {
            return new Set(new HashMap<>(), new TreeMap<>());
        }
    }

    private final Map<String, Set> sets = new HashMap<>();

    /** Takes a value that is part of a set; false where it is none. */
    boolean take(String key, String name, String value, int line) {
        Matcher of = SET.matcher(key);
        if (!of.matches()) {
            return false;
        }
        Set set = sets.computeIfAbsent(id(of.group(1), of.group(2), of.group(3)), any -> Set.empty());
        Map<String, Value> values =
                of.group(4) == null ? set.own : set.proposals.computeIfAbsent(of.group(4), any -> new HashMap<>());
        values.put(name.toLowerCase(Locale.ROOT), new Value(value, line));
        return true;
    }

    private static String id(String store, String phase, String name) {
        return (store + "\\" + phase + "\\" + name).toLowerCase(Locale.ROOT);
    }

    /**
     * Gives a rule the values of the sets that it names, as listings of netsh have them.
     *
     * @param store the key in which rules and sets are
     */
    void resolve(Block rule, String store, Reading reading) {
        auth(rule, "auth1", find(rule, store, "Auth1Set", "Phase1Authentication"), reading);
        auth(rule, "auth2", find(rule, store, "Auth2Set", "Phase2Authentication"), reading);
        Set quickMode = find(rule, store, "Crypto2Set", "Phase2Crypto");
        if (quickMode != null) {
            quickMode.proposals.values().forEach(one -> offer(rule, "qmoffers", quickMode(one), one, reading));
        }
        // Rules name none for main mode: there is one for the whole store.
        String prefix = id(store, "Phase1Crypto", "");
        sets.forEach((id, set) -> {
            if (id.startsWith(prefix)) {
                set.proposals.values().forEach(one -> offer(rule, "mmoffers", mainMode(one), one, reading));
                Value minutes = set.own.get("timeoutminutes");
                if (minutes != null) {
                    reading.add(rule, "mmlifetime", "TimeOutMinutes", number(minutes.text) + "min", minutes.line);
                }
            }
        });
    }

    private @Nullable Set find(Block rule, String store, String label, String phase) {
        return rule.settings().stream()
                .filter(setting -> setting.label().equalsIgnoreCase(label))
                .findFirst()
                .map(setting -> sets.get(id(store, phase, setting.value().strip())))
                .orElse(null);
    }

    private static void auth(Block rule, String key, @Nullable Set set, Reading reading) {
        if (set == null) {
            return;
        }
        for (Map<String, Value> proposal : set.proposals.values()) {
            Value method = proposal.get("method");
            Value other = proposal.get("othercertsigning");
            String curve = other == null ? "" : other.text.strip().replace("ECDSA", "ecdsap");
            if (method != null) {
                String plain = method.text.strip();
                String name = METHODS.getOrDefault(plain.toLowerCase(Locale.ROOT), plain);
                reading.add(rule, key, "Method", name + curve, method.line);
            }
            Value authority = proposal.get("caname");
            if (authority != null) {
                reading.add(rule, key + curve + "ca", "CAName", authority.text, authority.line);
                OPTIONS.forEach((name, option) -> {
                    Value value = proposal.get(name);
                    if (value != null) {
                        reading.add(rule, key + option, name, value.text, value.line);
                    }
                });
                criteria(rule, key, proposal.get("certcriteria"), reading);
            }
            Value secret = proposal.get("shkey");
            if (secret != null) {
                reading.add(rule, "auth1psk", "SHKey", secret.text, secret.line);
            }
        }
    }

    /** What a certificate has to have: tokens between bars ([MS-GPFAS] 2.2.4.17). */
    private static void criteria(Block rule, String key, @Nullable Value criteria, Reading reading) {
        if (criteria == null) {
            return;
        }
        for (String token : criteria.text.split("\\|")) {
            int equals = token.indexOf('=');
            String option = equals < 0
                    ? null
                    : CRITERIA.get(token.substring(0, equals).strip().toLowerCase(Locale.ROOT));
            if (option != null) {
                reading.add(rule, key + option, "CertCriteria", token.substring(equals + 1), criteria.line);
            }
        }
    }

    private static void offer(Block rule, String key, String text, Map<String, Value> proposal, Reading reading) {
        int line = proposal.values().stream().mapToInt(Value::line).min().orElse(0);
        reading.add(rule, key, "", text, line);
    }

    /** Values of newer schemas stand beside the older ones, with their version before the name. */
    private static String algorithm(Map<String, Value> proposal, String name) {
        Value newer = proposal.get("2_1" + name);
        Value value = newer == null ? proposal.get(name) : newer;
        return value == null ? "none" : value.text.replaceAll("[^0-9A-Za-z]", "");
    }

    private static String quickMode(Map<String, Value> proposal) {
        String ah = algorithm(proposal, "ahhash");
        String hash = algorithm(proposal, "esphash");
        String cipher = algorithm(proposal, "encryption");
        boolean hasAh = !ah.equalsIgnoreCase("none");
        boolean hasEsp = !hash.equalsIgnoreCase("none") || !cipher.equalsIgnoreCase("none");
        String esp = "ESP:" + hash + "-" + cipher;
        String suite = hasAh && hasEsp ? "AH:" + ah + "+" + esp : hasAh ? "AH:" + ah : esp;
        return suite + lifetime(proposal, "timeoutminutes", "min") + lifetime(proposal, "timeoutkbytes", "kb");
    }

    private static String lifetime(Map<String, Value> proposal, String name, String unit) {
        Value value = proposal.get(name);
        return value == null ? "" : "+" + number(value.text) + unit;
    }

    private static String mainMode(Map<String, Value> proposal) {
        String group = algorithm(proposal, "keyexchange")
                .replaceFirst("(?i)^ECDH", "ECDHP")
                .replaceFirst("(?i)^DH2048$", "DH14")
                .replaceFirst("(?i)^DH", "DHGroup");
        return group + "-" + algorithm(proposal, "encryption") + "-" + algorithm(proposal, "hash");
    }

    /** Of {@code dword:0000003c}, {@code 0x3c} or {@code 60}. */
    private static long number(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        String hex = plain.replaceFirst("^(dword:|0x)", "");
        boolean isHex = hex.length() < plain.length();
        return hex.matches(isHex ? "[0-9a-f]{1,8}" : "\\d{1,9}") ? Long.parseLong(hex, isHex ? 16 : 10) : 0;
    }
}
