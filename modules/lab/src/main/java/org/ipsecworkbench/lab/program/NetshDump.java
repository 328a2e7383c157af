package org.ipsecworkbench.lab.program;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ipsecworkbench.lab.model.Authentication;
import org.ipsecworkbench.lab.model.ConsecRule;
import org.ipsecworkbench.lab.model.Endpoint;
import org.ipsecworkbench.lab.model.FileStore;
import org.ipsecworkbench.lab.model.FilterAction;
import org.ipsecworkbench.lab.model.KeyModule;
import org.ipsecworkbench.lab.model.LegacyFilter;
import org.ipsecworkbench.lab.model.LegacyPolicy;
import org.ipsecworkbench.lab.model.LegacyRule;
import org.ipsecworkbench.lab.model.LegacyStore;
import org.ipsecworkbench.lab.model.MainModeOffer;
import org.ipsecworkbench.lab.model.QuickModeOffer;

/**
 * Policies as a file and back, by which a change is undone: {@code exportpolicy}, {@code importpolicy}, {@code export},
 * {@code import}. The files of Windows are binary; those of the lab are lines of netsh, which only the lab reads.
 */
final class NetshDump {
    private NetshDump() {}

    /** Writes lines into a file of the host; whether there was room. */
    static boolean write(Call call, String file, List<String> lines) {
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return call.host()
                .files()
                .write(call.shell().path(file), bytes, bytes.length, call.host().now());
    }

    /**
     * Reads the lines that were written.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    static List<String> read(Call call, String file) {
        FileStore.File found = call.host().files().file(call.shell().path(file));
        if (found == null) {
            throw new IllegalArgumentException("no file " + file);
        }
        return new String(found.content(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** The old policies of a store, without their assignment, as {@code importpolicy} does not assign either. */
    static List<String> of(LegacyStore store) {
        List<String> lines = new ArrayList<>();
        for (String list : store.filterLists()) {
            lines.add("add filterlist name=" + quoted(list));
            List<LegacyFilter> filters = store.filters(list);
            for (LegacyFilter filter : filters == null ? List.<LegacyFilter>of() : filters) {
                lines.add("add filter filterlist=" + quoted(list) + " srcaddr=" + text(filter.source()) + " dstaddr="
                        + text(filter.destination()) + " protocol=" + filter.protocol() + " srcport="
                        + filter.sourcePort() + " dstport=" + filter.destinationPort() + " mirrored="
                        + yes(filter.isMirrored()));
            }
        }
        for (FilterAction action : store.actions()) {
            String offers = action.offers().stream().map(QuickModeOffer::legacy).collect(Collectors.joining(" "));
            lines.add("add filteraction name=" + quoted(action.name()) + " description=" + quoted(action.description())
                    + " action=" + action.kind() + " inpass=" + yes(action.acceptsClear()) + " soft="
                    + yes(action.fallsBack()) + " qmpfs=" + yes(action.hasPfs())
                    + (offers.isEmpty() ? "" : " qmsecmethods=" + quoted(offers)));
        }
        for (LegacyPolicy policy : store.policies()) {
            lines.add("add policy name=" + quoted(policy.name()) + " description=" + quoted(policy.description())
                    + " activatedefaultrule=" + yes(policy.isResponding()) + " mmlifetime=" + policy.minutes()
                    + " pollinginterval=" + policy.pollingMinutes() + " mmsecmethods="
                    + quoted(policy.mainMode().stream()
                            .map(MainModeOffer::legacy)
                            .collect(Collectors.joining(" "))));
            for (LegacyRule rule : policy.rules()) {
                lines.add("add rule name=" + quoted(rule.name()) + " policy=" + quoted(policy.name()) + " filterlist="
                        + quoted(rule.filterList()) + " filteraction=" + quoted(rule.filterAction()) + " activate="
                        + yes(rule.isActive())
                        + rule.authentication().stream().map(NetshDump::method).collect(Collectors.joining()));
            }
        }
        return lines;
    }

    private static String method(Authentication method) {
        return switch (method.kind()) {
            case KERBEROS -> " kerberos=yes";
            case PRESHARED_KEY -> " psk=" + quoted(method.value());
            case CERTIFICATE -> " rootca=" + quoted(method.value());
        };
    }

    /** The connection security rules of the host itself. */
    static List<String> of(List<ConsecRule> rules) {
        return rules.stream().map(NetshDump::rule).toList();
    }

    private static String rule(ConsecRule rule) {
        StringBuilder line = new StringBuilder("name=" + quoted(rule.name()) + " enable=" + yes(rule.isEnabled())
                + " profile=" + String.join(",", rule.profiles()) + " endpoint1=" + text(rule.endpoint1())
                + " endpoint2=" + text(rule.endpoint2()) + " protocol=" + rule.protocol() + " port1=" + rule.port1()
                + " port2=" + rule.port2() + " action=" + rule.action().label());
        if (!rule.authentication().isEmpty()) {
            line.append(" auth1=")
                    .append(rule.authentication().stream()
                            .map(method -> method.kind().label())
                            .collect(Collectors.joining(",")));
        }
        for (Authentication method : rule.authentication()) {
            switch (method.kind()) {
                case PRESHARED_KEY -> line.append(" auth1psk=").append(quoted(method.value()));
                case CERTIFICATE -> line.append(" auth1ca=").append(quoted(method.value()));
                case KERBEROS -> {
                    // Has no value.
                }
            }
        }
        if (!rule.mainMode().isEmpty()) {
            line.append(" mmsecmethods=").append(NetshConsec.mainMode(rule.mainMode()));
        }
        if (!rule.quickMode().isEmpty()) {
            line.append(" qmsecmethods=")
                    .append(rule.quickMode().stream().map(QuickModeOffer::label).collect(Collectors.joining(",")));
        }
        if (!rule.modules().equals(KeyModule.DEFAULT)) {
            line.append(" keymodule=").append(quoted(KeyModule.label(rule.modules())));
        }
        return line.toString();
    }

    private static String text(Endpoint endpoint) {
        return endpoint.text().toLowerCase(Locale.ROOT);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }

    private static String yes(boolean is) {
        return is ? "yes" : "no";
    }
}
