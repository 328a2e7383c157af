package org.ipsecworkbench.policyexplorer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ipsecworkbench.policy.AuthMethod;
import org.ipsecworkbench.policy.Filter;
import org.ipsecworkbench.policy.KeyModule;
import org.ipsecworkbench.policy.Keying;
import org.ipsecworkbench.policy.MainModeOffer;
import org.ipsecworkbench.policy.Offer;
import org.ipsecworkbench.policy.Protocols;
import org.ipsecworkbench.policy.QuickModeOffer;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.workbench.Mark;

/** What a rule is about and how it negotiates, as lines of the tree. */
final class KeyingEntries {
    private KeyingEntries() {}

    static Mark mark(Rule rule, boolean isInForce) {
        if (!isInForce) {
            return Mark.NOT_COUNTED;
        }
        return switch (rule.treatment().kind()) {
            case PERMIT -> Mark.CLEAR;
            case BLOCK -> Mark.FAILED;
            case NEGOTIATE -> Mark.KEYING;
            case RESPOND -> Mark.AUTHENTICATED_ONLY;
            case UNKNOWN -> Mark.INCONCLUSIVE;
        };
    }

    static Entry filter(Filter filter) {
        List<Detail> details = List.of(
                Detail.of("From", filter.source().text(), filter.place()),
                Detail.of("From ports", filter.sourcePorts().text(), filter.place()),
                Detail.of("To", filter.destination().text(), filter.place()),
                Detail.of("To ports", filter.destinationPorts().text(), filter.place()),
                Detail.of("Protocol", Protocols.name(filter.protocol()), filter.place()),
                Detail.of("Mirrored", filter.isMirrored() ? "yes, also the way back" : "no", filter.place()));
        return new Entry(filter.label(), null, details, List.of());
    }

    static List<Entry> of(Keying keying) {
        List<Entry> entries = new ArrayList<>();
        if (!keying.modules().isEmpty()) {
            String modules =
                    keying.modules().stream().sorted().map(KeyModule::label).collect(Collectors.joining(", "));
            entries.add(
                    new Entry("Key modules: " + modules, null, List.of(Detail.of("Key modules", modules)), List.of()));
        }
        auth(entries, "Authentication methods", keying.firstAuth());
        auth(entries, "Second authentication methods", keying.secondAuth());
        list(entries, "Main mode offers", offers("Main mode offer", keying.mainMode()));
        list(entries, "Quick mode offers", offers("Quick mode offer", keying.quickMode()));
        if (!keying.pfsGroup().isEmpty()) {
            entries.add(new Entry(
                    "Perfect forward secrecy: " + keying.pfsGroup(),
                    null,
                    List.of(Detail.of("Perfect forward secrecy", keying.pfsGroup())),
                    List.of()));
        }
        return entries;
    }

    private static void list(List<Entry> entries, String title, List<Detail> all) {
        if (!all.isEmpty()) {
            List<Entry> each = all.stream()
                    .map(one -> new Entry(one.value(), null, List.of(one), List.of()))
                    .toList();
            entries.add(new Entry(title + " (" + all.size() + ")", null, all, each));
        }
    }

    private static void auth(List<Entry> entries, String title, List<AuthMethod> methods) {
        if (!methods.isEmpty()) {
            List<Detail> all = methods.stream()
                    .map(one -> Detail.of("Method", one.label(), one.place()))
                    .toList();
            List<Entry> each = methods.stream()
                    .map(one -> new Entry(one.label(), null, CertificateDetails.of(one), List.of()))
                    .toList();
            entries.add(new Entry(title + " (" + all.size() + ")", null, all, each));
        }
    }

    static List<Detail> offers(String name, List<? extends Offer> offers) {
        return offers.stream()
                .map(one -> Detail.of(name, one.label() + lifetime(one), one.place()))
                .toList();
    }

    private static String lifetime(Offer offer) {
        long seconds = offer instanceof QuickModeOffer quick
                ? quick.seconds()
                : offer instanceof MainModeOffer main ? main.seconds() : 0;
        long kilobytes = offer instanceof QuickModeOffer quick ? quick.kilobytes() : 0;
        String time = seconds == 0 ? "" : ", " + seconds + " s";
        return time + (kilobytes == 0 ? "" : ", " + kilobytes + " KB");
    }
}
