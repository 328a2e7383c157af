package org.ipsecworkbench.policy.predict;

import java.util.List;
import java.util.stream.Collectors;
import org.ipsecworkbench.policy.AuthMethod;
import org.ipsecworkbench.policy.AuthMethod.Kind;
import org.ipsecworkbench.policy.Change.Attribute;
import org.ipsecworkbench.policy.Fact;
import org.ipsecworkbench.policy.Generation;
import org.ipsecworkbench.policy.KeyModule;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.ProofStep;
import org.ipsecworkbench.policy.ProofStep.Status;
import org.ipsecworkbench.policy.assemble.ChangeText;
import org.ipsecworkbench.policy.table.Facts;
import org.jspecify.annotations.Nullable;

/**
 * The second authentication, by which AuthIP also proves who the user or how healthy the computer is ([MS-AIPS] 1.3.1;
 * New-NetIPsecPhase2AuthSet). IKEv1 and IKEv2 have none. A list with the method {@code anonymous} makes it optional.
 */
final class SecondAuthentication {
    private final Party sender;
    private final Party receiver;
    private final Trace trace;

    SecondAuthentication(Party sender, Party receiver, Trace trace) {
        this.sender = sender;
        this.receiver = receiver;
        this.trace = trace;
    }

    /** Whether anybody insists on one, which only AuthIP has. */
    boolean isRequired() {
        return isRequired(sender.secondAuth()) || isRequired(receiver.secondAuth());
    }

    private static boolean isRequired(List<AuthMethod> methods) {
        return !methods.isEmpty() && methods.stream().noneMatch(one -> one.kind() == Kind.ANONYMOUS);
    }

    /** Whether a host may use AuthIP: those that leave it to Windows do so where their methods need it. */
    private static boolean hasAuthIp(Party party) {
        return party.modules().isEmpty() || party.modules().contains(KeyModule.AUTHIP);
    }

    private record Common(AuthMethod ofSender, AuthMethod ofReceiver) {}

    /** The first method of the sender that the receiver has too; null where there is none. */
    private @Nullable Common common() {
        for (AuthMethod method : sender.secondAuth()) {
            for (AuthMethod accepted : receiver.secondAuth()) {
                if (AuthComparison.isCommon(method, accepted)) {
                    return new Common(method, accepted);
                }
            }
        }
        return null;
    }

    /** A second authentication needs AuthIP on both sides. */
    boolean hasAuthIp(String one, String other, List<Place> senderPlace, List<Place> receiverPlace) {
        Party without = hasAuthIp(sender) ? receiver : sender;
        if (hasAuthIp(without)) {
            return true;
        }
        trace.unanswered();
        trace.fail(
                new ProofStep(
                        "m1",
                        "Key module",
                        Status.FAILED,
                        one,
                        other,
                        senderPlace,
                        receiverPlace,
                        "A second authentication needs AuthIP, which " + without.name()
                                + " does not use (13805, 13813)."),
                "key module",
                authIpCure(without));
        return false;
    }

    private Cure authIpCure(Party without) {
        if (without.rule().generation() == Generation.LEGACY) {
            return Cure.of("Ask for no second authentication: " + without.name()
                    + " has a policy of the Policy Agent, which has none.");
        }
        boolean isOne = hasAuthIp(sender) || hasAuthIp(receiver);
        return isOne
                ? Cure.of(
                        "Let " + without.name() + " also use AuthIP.",
                        without.side(),
                        Attribute.KEY_MODULE,
                        true,
                        KeyModule.AUTHIP.label())
                : Cure.of("Let both also use AuthIP, or ask for no second authentication.");
    }

    /** After main mode (AuthIP, extended mode): of the user or of health. */
    boolean negotiate() {
        if (sender.secondAuth().isEmpty() && receiver.secondAuth().isEmpty()) {
            return true;
        }
        String one = seconds(sender);
        String other = seconds(receiver);
        List<Place> senderPlace = places(sender);
        List<Place> receiverPlace = places(receiver);
        Common common = common();
        trace.rest(Facts.of("second-authentication"));
        if (common == null && isRequired()) {
            Party asks = sender.secondAuth().isEmpty() ? receiver : sender;
            Party lacks = asks == sender ? receiver : sender;
            trace.fail(
                    new ProofStep(
                            "m4",
                            "Second authentication",
                            Status.FAILED,
                            one,
                            other,
                            senderPlace,
                            receiverPlace,
                            "They have no method for a second authentication in common (13889)."),
                    "second authentication method",
                    secondAuthCure(asks, lacks));
            return false;
        }
        Fact assumed = common == null ? null : AuthComparison.assumption(common.ofSender, common.ofReceiver);
        if (assumed != null) {
            trace.rest(assumed);
        }
        trace.add(new ProofStep(
                "m4",
                "Second authentication",
                assumed == null ? Status.AGREED : Status.ASSUMED,
                one,
                other,
                senderPlace,
                receiverPlace,
                common == null
                        ? "It is optional, and left out."
                        : "The first method that both have is " + common.ofSender.label()
                                + (assumed == null ? "." : ". " + assumed.statement())));
        return true;
    }

    private static Cure secondAuthCure(Party asks, Party lacks) {
        AuthMethod method = asks.secondAuth().get(0);
        String sentence = "Add " + method.label() + ", which " + asks.name() + " uses, to the second authentication of "
                + lacks.name() + ".";
        String name = ChangeText.name(method);
        return name.isEmpty()
                ? Cure.of(sentence)
                : Cure.of(sentence, lacks.side(), Attribute.SECOND_AUTHENTICATION, true, name);
    }

    private static String seconds(Party party) {
        return party.secondAuth().isEmpty()
                ? "none"
                : party.secondAuth().stream().map(AuthMethod::label).collect(Collectors.joining("; "));
    }

    private static List<Place> places(Party party) {
        return party.secondAuth().isEmpty()
                ? List.of()
                : List.of(party.secondAuth().get(0).place());
    }
}
