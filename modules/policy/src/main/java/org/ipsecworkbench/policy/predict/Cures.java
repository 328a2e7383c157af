package org.ipsecworkbench.policy.predict;

import org.ipsecworkbench.policy.Effective;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.Role;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.predict.MatrixRow.Result;

/** The smallest change that helps where the roles of two hosts alone decide. */
final class Cures {
    private Cures() {}

    static String of(Result result, HostPolicy source, Effective sender, HostPolicy destination, Effective receiver) {
        if (sender.role() == Role.BLOCK) {
            return blocking(source, sender);
        }
        if (receiver.role() == Role.BLOCK) {
            return blocking(destination, receiver);
        }
        boolean isAsked = sender.role() == Role.NEGOTIATE || receiver.role() == Role.NEGOTIATE;
        if (!isAsked) {
            return sender.role() == Role.RESPOND || receiver.role() == Role.RESPOND
                    ? "Assign a policy that requests IPsec, such as Server (Request Security), to one of the two hosts."
                    : "Give both hosts a rule that requests IPsec for this traffic, if it is to be protected.";
        }
        boolean isSenderAsking = sender.role() == Role.NEGOTIATE;
        HostPolicy lacking = isSenderAsking ? destination : source;
        Effective lack = isSenderAsking ? receiver : sender;
        Rule rule = lack.rule();
        if (rule != null && lack.role() == Role.PERMIT) {
            return "Take this traffic out of rule \"" + rule.name() + "\" of " + lacking.name()
                    + ", which permits it in clear.";
        }
        if (lack.role() == Role.RESPOND) {
            return "Let " + lacking.name() + " request IPsec for this traffic itself.";
        }
        String also = result == Result.CLEAR ? ", if it is to be protected" : "";
        return "Give " + lacking.name() + " a rule that requests IPsec for this traffic" + also + ".";
    }

    private static String blocking(HostPolicy policy, Effective effective) {
        Rule rule = effective.rule();
        return rule == null
                ? ""
                : "Change rule \"" + rule.name() + "\" of " + policy.name()
                        + ", which blocks this traffic, if it is wanted.";
    }
}
