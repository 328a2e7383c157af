package org.ipsecworkbench.certificateinspector;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.certificate.Circumstances;
import org.ipsecworkbench.certificate.HostCertificates;
import org.ipsecworkbench.certificate.JudgedHost;
import org.ipsecworkbench.certificate.Requirement;
import org.ipsecworkbench.certificate.Selection;

/**
 * The certificates of one host, and what they are held against.
 *
 * @param requirement what the rule of the host asks
 * @param now the time at the host
 * @param protectedServers names of servers that the host may reach through IPsec only
 */
record HostCase(HostCertificates certificates, Requirement requirement, Instant now, Set<String> protectedServers) {
    /** Copies the set. */
    HostCase {
        protectedServers = Set.copyOf(protectedServers);
    }

    String name() {
        return certificates.name();
    }

    /** The same under another rule. */
    HostCase with(Requirement other) {
        return new HostCase(certificates, other, now, protectedServers);
    }

    /** Before anything is judged. */
    JudgedHost unjudged() {
        return new JudgedHost(certificates, requirement, new Selection(name(), List.of(), null, false), now);
    }

    /** Judges all. */
    JudgedHost judge(ScanMonitor monitor) {
        return JudgedHost.of(
                certificates,
                new Circumstances(requirement, now, Circumstances.WINDOW, protectedServers, null),
                monitor);
    }
}
