package org.ipsecworkbench.policy.assemble;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.policy.Demand;
import org.ipsecworkbench.policy.KeyModule;
import org.ipsecworkbench.policy.NetworkProfile;
import org.ipsecworkbench.policy.Origin;
import org.ipsecworkbench.policy.Treatment;
import org.ipsecworkbench.policy.table.Algorithms;
import org.ipsecworkbench.policy.table.Algorithms.Use;
import org.ipsecworkbench.policy.table.Words;

/** Values of modern rules, as words or as the numbers of MSFT_NetConSecRule (Microsoft, WFasCim documentation). */
final class Values {
    private static final Pattern ACTION = Pattern.compile("(request|require|clear)in(request|require|clear)out");

    private Values() {}

    /** An action of netsh advfirewall. */
    static Treatment action(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        Matcher demands = ACTION.matcher(plain);
        if (demands.matches()) {
            return Treatment.negotiate(demand(demands.group(1)), demand(demands.group(2)));
        }
        return plain.startsWith("noauthent") || plain.equals("donotsecure") ? Treatment.PERMIT : Treatment.UNKNOWN;
    }

    /** A pair of demands; both none is the exemption of New-NetIPsecRule. */
    static Treatment demands(String inbound, String outbound) {
        Demand in = demand(inbound);
        Demand out = demand(outbound);
        return in == Demand.NONE && out == Demand.NONE ? Treatment.PERMIT : Treatment.negotiate(in, out);
    }

    private static Demand demand(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "request", "1" -> Demand.REQUEST;
            case "require", "2" -> Demand.REQUIRE;
            default -> Demand.NONE;
        };
    }

    /** Profiles by name or as bits; empty for all. */
    static Set<NetworkProfile> profiles(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        Set<NetworkProfile> profiles = EnumSet.noneOf(NetworkProfile.class);
        if (plain.matches("\\d{1,10}")) {
            long bits = Long.parseLong(plain);
            for (NetworkProfile profile : NetworkProfile.values()) {
                if ((bits >> profile.ordinal() & 1) != 0) {
                    profiles.add(profile);
                }
            }
        } else {
            for (NetworkProfile profile : NetworkProfile.values()) {
                if (plain.contains(profile.name().toLowerCase(Locale.ROOT))) {
                    profiles.add(profile);
                }
            }
        }
        return profiles.size() == NetworkProfile.values().length ? Set.of() : profiles;
    }

    /** Key modules by name or as bits; empty for the default. */
    static Set<KeyModule> modules(String text) {
        Set<KeyModule> modules = EnumSet.noneOf(KeyModule.class);
        String plain = text.strip().toLowerCase(Locale.ROOT);
        for (KeyModule module : KeyModule.values()) {
            boolean isBit = plain.matches("\\d{1,4}") && (Integer.parseInt(plain) & module.bit()) != 0;
            if (isBit || plain.contains(module.label().toLowerCase(Locale.ROOT))) {
                modules.add(module);
            }
        }
        return modules;
    }

    /** A group for perfect forward secrecy. */
    static String pfs(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.isEmpty() || Words.meaning(plain).equals("unset")) {
            return "";
        }
        if (plain.startsWith("mainmode") || plain.equals("grpmm") || plain.startsWith("sameasmain")) {
            return "mainmode";
        }
        boolean isNone = plain.equals("none") || plain.equals("nopfs") || Words.isNo(plain) && !plain.matches("[12]");
        return isNone ? "none" : Algorithms.name(Use.GROUP, plain);
    }

    /** The store of a modern rule. */
    static Origin origin(String type, String name, Origin otherwise) {
        String plain = type.strip().toLowerCase(Locale.ROOT);
        String known = Words.meaning(name).equals("none") ? "" : name.strip();
        if (plain.isEmpty()) {
            return otherwise;
        }
        if (plain.startsWith("local") || plain.equals("1") || plain.startsWith("persistent")) {
            return new Origin(Origin.Kind.LOCAL, known);
        }
        if (plain.startsWith("dynamic") || plain.equals("3")) {
            return new Origin(Origin.Kind.DYNAMIC, known);
        }
        if (plain.startsWith("hardcoded") || plain.startsWith("generated") || plain.equals("4") || plain.equals("5")) {
            return new Origin(Origin.Kind.DEFAULT, known);
        }
        boolean isType = plain.equals("2") || plain.startsWith("group policy") || plain.equals("grouppolicy");
        return new Origin(Origin.Kind.GPO, isType ? known : type.strip());
    }
}
