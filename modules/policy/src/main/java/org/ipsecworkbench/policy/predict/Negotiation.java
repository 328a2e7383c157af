package org.ipsecworkbench.policy.predict;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipsecworkbench.policy.AuthMethod;
import org.ipsecworkbench.policy.Change.Attribute;
import org.ipsecworkbench.policy.Divergence;
import org.ipsecworkbench.policy.Fact;
import org.ipsecworkbench.policy.Filter;
import org.ipsecworkbench.policy.KeyModule;
import org.ipsecworkbench.policy.MainModeOffer;
import org.ipsecworkbench.policy.Offer;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.ProofStep;
import org.ipsecworkbench.policy.ProofStep.Status;
import org.ipsecworkbench.policy.Protocols;
import org.ipsecworkbench.policy.QuickModeOffer;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.assemble.ChangeText;
import org.ipsecworkbench.policy.table.Facts;
import org.jspecify.annotations.Nullable;

/** The steps m1 to m6 of policy-model.md, section 4, between a host that begins and one that answers. */
final class Negotiation {
    private final Party sender;
    private final Party receiver;
    private final @Nullable Filter senderFilter;
    private final @Nullable Filter receiverFilter;
    private final Trace trace = new Trace();
    private final SecondAuthentication second;
    private @Nullable MainModeOffer mainMode;
    private @Nullable QuickModeOffer quickMode;

    Negotiation(Party sender, @Nullable Filter senderFilter, Party receiver, @Nullable Filter receiverFilter) {
        this.sender = sender;
        this.receiver = receiver;
        this.senderFilter = senderFilter;
        this.receiverFilter = receiverFilter;
        second = new SecondAuthentication(sender, receiver, trace);
        sender.assumed().forEach(trace::rest);
        receiver.assumed().forEach(trace::rest);
    }

    /** The suite that both agree on; null where they do not. */
    @Nullable
    QuickModeOffer run() {
        boolean isAgreed = modules()
                && mainMode()
                && auth()
                && second.negotiate()
                && selectors()
                && mode()
                && pfs()
                && quickMode();
        return isAgreed ? quickMode : null;
    }

    /** What was found. */
    Trace trace() {
        return trace;
    }

    private boolean modules() {
        Set<KeyModule> one = sender.modules();
        Set<KeyModule> other = receiver.modules();
        Set<KeyModule> common = EnumSet.allOf(KeyModule.class);
        if (!one.isEmpty()) {
            common.retainAll(one);
        }
        if (!other.isEmpty()) {
            common.retainAll(other);
        }
        List<Place> senderPlace = List.of(sender.rule().placeOf("keymodule"));
        List<Place> receiverPlace = List.of(receiver.rule().placeOf("keymodule"));
        if (common.isEmpty()) {
            trace.unanswered();
            Set<KeyModule> wanted = one.contains(KeyModule.IKEV1) ? one : other;
            trace.fail(
                    new ProofStep(
                            "m1",
                            "Key module",
                            Status.FAILED,
                            words(one),
                            words(other),
                            senderPlace,
                            receiverPlace,
                            "They have no key module in common, so nobody answers (13805, 13813)."),
                    "key module",
                    Cure.of(
                            "Let one of both also use " + words(wanted) + ".",
                            wanted == one ? receiver.side() : sender.side(),
                            Attribute.KEY_MODULE,
                            true,
                            words(wanted)));
            return false;
        }
        if (second.isRequired() && !second.hasAuthIp(words(one), words(other), senderPlace, receiverPlace)) {
            return false;
        }
        if (second.isRequired()) {
            common = EnumSet.of(KeyModule.AUTHIP);
        } else if (one.isEmpty() || other.isEmpty()) {
            trace.rest(Facts.of(common.contains(KeyModule.IKEV1) ? "default-modules" : "default-modules-unsure"));
        }
        trace.add(new ProofStep(
                "m1",
                "Key module",
                Status.AGREED,
                words(one),
                words(other),
                senderPlace,
                receiverPlace,
                "Both can use "
                        + words(
                                one.isEmpty() && other.isEmpty() && !second.isRequired()
                                        ? EnumSet.of(KeyModule.IKEV1)
                                        : common)
                        + "."));
        return true;
    }

    private static String words(Set<KeyModule> modules) {
        return modules.isEmpty()
                ? "default"
                : modules.stream().sorted().map(KeyModule::label).collect(Collectors.joining(", "));
    }

    private boolean mainMode() {
        mainMode = agreed("m3", "Main mode offers", "main mode offer", sender.mainMode(), receiver.mainMode());
        return mainMode != null;
    }

    private boolean quickMode() {
        quickMode = agreed("m6", "Quick mode offers", "quick mode offer", sender.quickMode(), receiver.quickMode());
        return quickMode != null;
    }

    /** The first offer of the sender that the receiver has too; null where there is none. */
    private <T extends Offer> @Nullable T agreed(
            String id, String title, String what, List<T> ofSender, List<T> ofReceiver) {
        String one = offers(ofSender.stream().map(Offer::label).toList());
        String other = offers(ofReceiver.stream().map(Offer::label).toList());
        for (T offer : ofSender) {
            for (T accepted : ofReceiver) {
                if (offer.agreesWith(accepted)) {
                    trace.add(new ProofStep(
                            id,
                            title,
                            Status.AGREED,
                            one,
                            other,
                            List.of(offer.place()),
                            List.of(accepted.place()),
                            "The first offer that both have is " + offer.label() + "."));
                    return offer;
                }
            }
        }
        Closest closest = Closest.of(ofSender, ofReceiver);
        Offer near = closest.ofSender();
        Offer far = closest.ofReceiver();
        String attribute = closest.attributes().get(0);
        trace.fail(
                new ProofStep(
                        id,
                        title,
                        Status.FAILED,
                        one,
                        other,
                        List.of(near.place()),
                        List.of(far.place()),
                        "They have no offer in common (13802, 13868)."),
                new Divergence(
                        attribute,
                        near.values().getOrDefault(attribute, ""),
                        far.values().getOrDefault(attribute, "")),
                closest.cure(what, sender, receiver));
        return null;
    }

    private boolean auth() {
        String one = offers(sender.auth().stream().map(AuthMethod::label).toList());
        String other = offers(receiver.auth().stream().map(AuthMethod::label).toList());
        for (AuthMethod method : sender.auth()) {
            for (AuthMethod accepted : receiver.auth()) {
                if (AuthComparison.isCommon(method, accepted)) {
                    return chosen(method, accepted, one, other);
                }
            }
        }
        AuthMethod first = sender.auth().get(0);
        trace.fail(
                new ProofStep(
                        "m4",
                        "Authentication",
                        Status.FAILED,
                        one,
                        other,
                        List.of(first.place()),
                        List.of(receiver.auth().get(0).place()),
                        "They have no method in common (13802, 13889)."),
                "authentication method",
                authCure(first));
        return false;
    }

    private Cure authCure(AuthMethod method) {
        String sentence = "Add " + method.label() + ", which " + sender.name() + " uses, to " + receiver.name() + ".";
        String name = ChangeText.name(method);
        return name.isEmpty()
                ? Cure.of(sentence)
                : Cure.of(sentence, receiver.side(), Attribute.AUTHENTICATION, true, name);
    }

    private boolean chosen(AuthMethod method, AuthMethod accepted, String one, String other) {
        List<Place> senderPlace = List.of(method.place());
        List<Place> receiverPlace = List.of(accepted.place());
        boolean isFirst = sender.auth().size() > 1 || receiver.auth().size() > 1;
        if (isFirst) {
            trace.rest(Facts.of("ikev1-first-method"));
        }
        if (method.kind() == AuthMethod.Kind.PRESHARED_KEY
                && !method.keyDigest().isEmpty()
                && !accepted.keyDigest().isEmpty()
                && !method.keyDigest().equals(accepted.keyDigest())) {
            trace.fail(
                    new ProofStep(
                            "m4",
                            "Authentication",
                            Status.FAILED,
                            one,
                            other,
                            senderPlace,
                            receiverPlace,
                            "Both use a pre-shared key, and the keys differ (13801, 13867, 13870)."),
                    new Divergence("pre-shared key", "one key", "another key"),
                    Cure.of("Enter the same key on both hosts."));
            return false;
        }
        Fact assumed = AuthComparison.assumption(method, accepted);
        if (assumed != null) {
            trace.rest(assumed);
        }
        trace.add(new ProofStep(
                "m4",
                "Authentication",
                assumed == null ? Status.AGREED : Status.ASSUMED,
                one,
                other,
                senderPlace,
                receiverPlace,
                "The first method that both have is " + method.label()
                        + (assumed == null ? ", with the same key." : ". " + assumed.statement())));
        return true;
    }

    private boolean selectors() {
        if (senderFilter == null || receiverFilter == null) {
            return true;
        }
        boolean isCovered = Selectors.covers(
                receiverFilter, senderFilter, sender.rule().tunnel().isTunnel());
        String one = senderFilter.label();
        String other = receiverFilter.label();
        List<Place> senderPlace = List.of(senderFilter.place());
        List<Place> receiverPlace = List.of(receiverFilter.place());
        trace.rest(Facts.of("selectors"));
        if (!isCovered) {
            trace.fail(
                    new ProofStep(
                            "m5",
                            "Traffic selectors",
                            Status.FAILED,
                            one,
                            other,
                            senderPlace,
                            receiverPlace,
                            "What is asked for is wider than what the receiver's rule is about (13868)."),
                    new Divergence("traffic selectors", one, other),
                    Cure.of("Let the rule of " + receiver.name() + " be about protocol "
                            + Protocols.name(senderFilter.protocol())
                            + " and the same ports and networks, or narrow that of "
                            + sender.name() + "."));
            return false;
        }
        trace.add(new ProofStep(
                "m5",
                "Traffic selectors",
                Status.AGREED,
                one,
                other,
                senderPlace,
                receiverPlace,
                "What is asked for lies inside what the receiver's rule is about."));
        return true;
    }

    private boolean mode() {
        Rule.Tunnel one = sender.rule().tunnel();
        Rule.Tunnel other = receiver.rule().tunnel();
        boolean isSame = one.isTunnel() == other.isTunnel() && Selectors.areMirrored(one, other);
        ProofStep step = new ProofStep(
                "m6",
                "Mode",
                isSame ? Status.AGREED : Status.FAILED,
                words(one),
                words(other),
                List.of(sender.rule().placeOf("mode")),
                List.of(receiver.rule().placeOf("mode")),
                isSame
                        ? "Both use the same mode."
                        : "Transport and tunnel mode, or the ends of the tunnel, do not fit (13868).");
        if (isSame) {
            trace.add(step);
            return true;
        }
        trace.fail(
                step,
                new Divergence("mode", words(one), words(other)),
                Cure.of("Let both use the same mode, and name each other's address as the far end of a tunnel."));
        return false;
    }

    private static String words(Rule.Tunnel tunnel) {
        return tunnel.isTunnel() ? ("tunnel to " + (tunnel.remote().isEmpty() ? "any" : tunnel.remote())) : "transport";
    }

    private boolean pfs() {
        String one = group(sender.pfs());
        String other = group(receiver.pfs());
        boolean isAgreed = other.equals("none") || one.equals(other);
        ProofStep step = new ProofStep(
                "m6",
                "Perfect forward secrecy",
                isAgreed ? Status.AGREED : Status.FAILED,
                sender.pfs(),
                receiver.pfs(),
                List.of(sender.rule().placeOf("pfs")),
                List.of(receiver.rule().placeOf("pfs")),
                isAgreed
                        ? "What the receiver asks for is offered."
                        : "The receiver asks for a group that is not offered (13868).");
        if (isAgreed) {
            if (!one.equals("none") || !other.equals("none")) {
                trace.add(step);
                trace.rest(Facts.of("pfs"));
            }
            return true;
        }
        trace.fail(
                step,
                new Divergence("group for perfect forward secrecy", sender.pfs(), receiver.pfs()),
                Cure.of(
                        "Let " + sender.name() + " use " + receiver.pfs() + " for perfect forward secrecy too.",
                        sender.side(),
                        Attribute.PFS,
                        false,
                        receiver.pfs()));
        return false;
    }

    /** The same group as in main mode is that one. */
    private String group(String pfs) {
        return pfs.equals("mainmode") && mainMode != null ? mainMode.group() : pfs;
    }

    private static String offers(List<String> labels) {
        return String.join("; ", labels);
    }
}
