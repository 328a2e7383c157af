package org.ipsecworkbench.policy.predict;

import org.ipsecworkbench.policy.Change.Attribute;
import org.ipsecworkbench.policy.Effective;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.Role;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.Side;
import org.ipsecworkbench.policy.predict.MatrixRow.Result;

/** The smallest change that helps where the roles of two hosts alone decide. */
final class Cures {
    private Cures() {}

    static Cure of(Result result, HostPolicy source, Effective sender, HostPolicy destination, Effective receiver) {
        if (sender.role() == Role.BLOCK) {
            return blocking(source, sender);
        }
        if (receiver.role() == Role.BLOCK) {
            return blocking(destination, receiver);
        }
        boolean isAsked = sender.role() == Role.NEGOTIATE || receiver.role() == Role.NEGOTIATE;
        if (!isAsked) {
            boolean isResponding = sender.role() == Role.RESPOND || receiver.role() == Role.RESPOND;
            return isResponding
                    ? request(
                            "Assign a policy that requests IPsec, such as Server (Request Security), to one of the two"
                                    + " hosts.",
                            receiver.role() == Role.RESPOND ? Side.SOURCE : Side.DESTINATION)
                    : Cure.of("Give both hosts a rule that requests IPsec for this traffic, if it is to be protected.");
        }
        boolean isSenderAsking = sender.role() == Role.NEGOTIATE;
        HostPolicy lacking = isSenderAsking ? destination : source;
        Effective lack = isSenderAsking ? receiver : sender;
        Side side = isSenderAsking ? Side.DESTINATION : Side.SOURCE;
        Rule rule = lack.rule();
        if (rule != null && lack.role() == Role.PERMIT) {
            return request(
                    "Take this traffic out of rule \"" + rule.name() + "\" of " + lacking.name()
                            + ", which permits it in clear.",
                    side);
        }
        if (lack.role() == Role.RESPOND) {
            return request("Let " + lacking.name() + " request IPsec for this traffic itself.", side);
        }
        String also = result == Result.CLEAR ? ", if it is to be protected" : "";
        return request("Give " + lacking.name() + " a rule that requests IPsec for this traffic" + also + ".", side);
    }

    private static Cure request(String sentence, Side side) {
        return Cure.of(sentence, side, Attribute.ACTION, false, Attribute.ACTION.example());
    }

    private static Cure blocking(HostPolicy policy, Effective effective) {
        Rule rule = effective.rule();
        return rule == null
                ? Cure.NONE
                : Cure.of("Change rule \"" + rule.name() + "\" of " + policy.name()
                        + ", which blocks this traffic, if it is wanted.");
    }
}
