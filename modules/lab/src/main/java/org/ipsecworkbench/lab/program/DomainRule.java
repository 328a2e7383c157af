package org.ipsecworkbench.lab.program;

import org.ipsecworkbench.lab.model.ConsecRule;
import org.ipsecworkbench.lab.model.Domain;

/**
 * A connection security rule of a group policy object, written as {@code netsh advfirewall consec add rule} takes it.
 */
public final class DomainRule {
    private DomainRule() {}

    /**
     * Reads a rule.
     *
     * @param text the values with their names
     * @throws IllegalArgumentException if it is none
     */
    public static ConsecRule read(String text) {
        NetshArguments arguments = new NetshArguments(CommandLine.split(text));
        return NetshConsec.read(arguments, arguments.required("name"), null, Domain.GPO);
    }
}
