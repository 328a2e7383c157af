package org.ipsecworkbench.commandline;

import java.time.Instant;
import org.ipsecworkbench.certificate.HostCertificates;
import org.ipsecworkbench.certificate.Requirement;
import org.ipsecworkbench.certificate.Selection;

/**
 * The certificates of one host, judged.
 *
 * @param certificates what was read
 * @param requirement what they were held against
 * @param selection which one IKE picks
 * @param now the time that they were judged for
 */
record JudgedHost(HostCertificates certificates, Requirement requirement, Selection selection, Instant now) {}
