package org.ipsecworkbench.diagnosis.spi;

import java.util.List;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.Need;
import org.ipsecworkbench.diagnosis.Scene;

/**
 * One question about the IPsec of hosts. Register an implementation with {@code @ServiceProvider(service = Check.class)}; its
 * position is the order in which checks are told.
 *
 * <p>Implementations have no state: they are asked by several threads at once, and examine without any host.
 */
public interface Check {
    /** The name in reports and JSON, such as {@code service}; lower case, never changes. */
    String key();

    /** What it answers, as a question for people. */
    String question();

    /** One line that explains it to somebody who does not know IPsec. */
    String explanation();

    /**
     * What a host has to be asked. Is asked again after each round of answers, since later commands depend on them.
     *
     * @param host what it answered until now; its first answer is its version
     */
    List<Need> needs(HostEvidence host);

    /**
     * What was found of all hosts and pairs of them. Pure, without I/O, and never an exception for what hosts said.
     *
     * @return at least one finding for every host or pair that the question is about
     */
    List<Finding> examine(Scene scene);

    /** The key of the check to look at next where this one did not find the cause; empty for none. */
    String next();
}
