package org.ipsecworkbench.lab.program;

import java.util.List;
import org.ipsecworkbench.lab.model.Authentication;
import org.ipsecworkbench.lab.model.Domain;
import org.ipsecworkbench.lab.model.FilterAction;
import org.ipsecworkbench.lab.model.LegacyFilter;
import org.ipsecworkbench.lab.model.LegacyPolicy;
import org.ipsecworkbench.lab.model.LegacyRule;
import org.ipsecworkbench.lab.model.LegacyStore;
import org.ipsecworkbench.lab.model.MainModeOffer;
import org.ipsecworkbench.lab.model.QuickModeOffer;
import org.jspecify.annotations.Nullable;

/** Prints old policies as {@code netsh ipsec static show} does. No sample was at hand: format unverified. */
final class NetshIpsecShow {
    private static final int WIDTH = 24;

    private NetshIpsecShow() {}

    static int stored(Call call, String what, NetshArguments arguments) {
        LegacyStore store = call.host().legacy();
        switch (what) {
            case "all" -> {
                policies(call, store, null);
                store.filterLists().forEach(name -> filters(call, store, name));
                store.actions().forEach(action -> action(call, action));
            }
            case "policy" -> policies(call, store, arguments.value("name"));
            case "filterlist" ->
                store.filterLists().stream()
                        .filter(name -> arguments.value("name", name).equalsIgnoreCase(name))
                        .forEach(name -> filters(call, store, name));
            case "filteraction" ->
                store.actions().stream()
                        .filter(action -> arguments.value("name", action.name()).equalsIgnoreCase(action.name()))
                        .forEach(action -> action(call, action));
            case "rule" -> {
                LegacyPolicy policy = store.policy(arguments.required("policy"));
                if (policy != null) {
                    rules(call, policy);
                }
            }
            case "gpoassignedpolicy" -> gpo(call);
            case "store" -> call.out().pair("Current Store", WIDTH, ": ", "Local Store");
            default -> {
                return Netsh.syntax(call);
            }
        }
        call.out().blank();
        return 0;
    }

    private static void policies(Call call, LegacyStore store, @Nullable String wanted) {
        for (LegacyPolicy policy : store.policies()) {
            if (wanted == null || wanted.equalsIgnoreCase(policy.name())) {
                policy(call, policy, policy.equals(store.assigned()));
            }
        }
        call.out().pair("No. of policies", WIDTH, ": ", store.policies().size());
    }

    /** One policy with its rules; the dynamic context shows the active one so. */
    static void policy(Call call, LegacyPolicy policy, boolean isAssigned) {
        Console out = call.out();
        out.blank();
        out.pair("Policy Name", WIDTH, ": ", policy.name());
        out.pair("Description", WIDTH, ": ", none(policy.description()));
        out.pair("Assigned", WIDTH, ": ", yes(call, isAssigned));
        out.pair("Master PFS", WIDTH, ": ", yes(call, false));
        out.pair("Polling Interval", WIDTH, ": ", policy.pollingMinutes() + " minutes");
        out.pair("MainMode LifeTime", WIDTH, ": ", policy.minutes() + " minutes / 0 Quick Mode sessions");
        out.say("Main Mode Security Method Order");
        out.line("    Encryption     Integrity     DH Group");
        out.line("    ----------     ---------     --------");
        for (MainModeOffer offer : policy.mainMode()) {
            out.line("    " + pad(offer.cipher().label(), 15)
                    + pad(offer.integrity().label(), 14) + group(offer.group().legacy()));
        }
        out.pair("No. of Rules", WIDTH, ": ", policy.rules().size() + 1);
        rules(call, policy);
    }

    private static String group(int number) {
        return number == 1 ? "Low(1)" : number == 2 ? "Medium(2)" : "2048";
    }

    private static void rules(Call call, LegacyPolicy policy) {
        Console out = call.out();
        out.say("Rule Details");
        out.line("------------");
        int number = 1;
        for (LegacyRule rule : policy.rules()) {
            out.blank();
            out.pair("Rule ID", WIDTH, ": ", number++);
            out.pair("Rule Name", WIDTH, ": ", none(rule.name()));
            out.pair("Activated", WIDTH, ": ", yes(call, rule.isActive()));
            out.pair("FilterList Name", WIDTH, ": ", rule.filterList());
            out.pair("FilterAction Name", WIDTH, ": ", rule.filterAction());
            authentication(call, rule.authentication());
        }
        out.blank();
        out.pair("Rule ID", WIDTH, ": ", number);
        out.pair("Rule Name", WIDTH, ": ", "Default Response Rule");
        out.pair("Activated", WIDTH, ": ", yes(call, policy.isResponding()));
        out.pair("FilterList Name", WIDTH, ": ", "<Dynamic>");
    }

    private static void authentication(Call call, List<Authentication> methods) {
        call.out().pair("Authentication Methods", WIDTH, "", "(" + methods.size() + ")");
        for (Authentication method : methods) {
            switch (method.kind()) {
                case KERBEROS -> call.out().line("        KERBEROS");
                case PRESHARED_KEY -> call.out().pair("        Preshared Key", WIDTH, ": ", method.value());
                case CERTIFICATE -> {
                    call.out().pair("        Root CA", WIDTH, ": ", method.value());
                    call.out().pair("        Certificate Mapping", WIDTH, ": ", yes(call, false));
                    call.out().pair("        Exclude CA name", WIDTH, ": ", yes(call, false));
                }
            }
        }
    }

    private static void filters(Call call, LegacyStore store, String name) {
        List<LegacyFilter> filters = store.filters(name);
        Console out = call.out();
        out.blank();
        out.pair("FilterList Name", WIDTH, ": ", name);
        if (filters == null) {
            return;
        }
        out.pair("No. of Filters", WIDTH, ": ", filters.size());
        out.say("Filter(s)");
        out.line("---------");
        for (LegacyFilter filter : filters) {
            out.pair("Mirrored", WIDTH, ": ", yes(call, filter.isMirrored()));
            out.pair("Source IP Address", WIDTH, ": ", filter.source().text());
            out.pair("Destination IP Address", WIDTH, ": ", filter.destination().text());
            out.pair("Protocol", WIDTH, ": ", filter.protocol());
            out.pair("Source Port", WIDTH, ": ", port(filter.sourcePort()));
            out.pair("Destination Port", WIDTH, ": ", port(filter.destinationPort()));
        }
    }

    private static void action(Call call, FilterAction action) {
        Console out = call.out();
        out.blank();
        out.pair("FilterAction Name", WIDTH, ": ", action.name());
        out.pair("Description", WIDTH, ": ", none(action.description()));
        out.pair("Action", WIDTH, ": ", action.kind());
        if (action.kind() != FilterAction.Kind.NEGOTIATE) {
            return;
        }
        out.pair("AllowUnsecure(Fallback)", WIDTH, ": ", yes(call, action.fallsBack()));
        out.pair("Inbound Passthrough", WIDTH, ": ", yes(call, action.acceptsClear()));
        out.pair("QMPFS", WIDTH, ": ", yes(call, action.hasPfs()));
        out.pair("No. of Security.Methods", WIDTH, ": ", action.offers().size());
        out.say("Security Methods");
        out.line("    AH         ESP             Seconds    kBytes");
        out.line("    --         ---             -------    ------");
        for (QuickModeOffer offer : action.offers()) {
            String ah = offer.isAh() ? "[" + offer.integrity().label() + "]" : "[NONE]";
            String esp = offer.isAh()
                    ? "[NONE , NONE]"
                    : "[" + offer.cipher().label() + " , " + offer.integrity().label() + "]";
            out.line("    " + pad(ah, 11) + pad(esp, 16) + pad(Integer.toString(offer.seconds()), 11)
                    + offer.kilobytes());
        }
    }

    private static void gpo(Call call) {
        String policy = call.host().domainPolicy();
        call.out()
                .pair(
                        "Source Machine",
                        WIDTH,
                        ": ",
                        "Local Computer GPO for <" + call.host().name() + ">");
        call.out().pair("GPO Name", WIDTH, ": ", policy.isEmpty() ? "NONE" : Domain.GPO);
        LegacyPolicy local = call.host().legacy().assigned();
        call.out().pair("Local IPSec Policy Name", WIDTH, ": ", local == null ? "NONE" : local.name());
        call.out().pair("AD IPSec Policy Name", WIDTH, ": ", policy.isEmpty() ? "NONE" : policy);
    }

    private static String port(int port) {
        return port == 0 ? "ANY" : Integer.toString(port);
    }

    private static String none(String text) {
        return text.isEmpty() ? "NONE" : text;
    }

    static String yes(Call call, boolean is) {
        return Words.of(call.host().language(), is ? "YES" : "NO");
    }

    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
