package org.ipsecworkbench.certificate;

import java.time.Instant;
import org.ipsecworkbench.capture.ScanMonitor;

/**
 * The certificates of one host, judged.
 *
 * @param certificates what was read
 * @param requirement what they were held against
 * @param selection which one IKE picks
 * @param now the time that they were judged for
 */
public record JudgedHost(HostCertificates certificates, Requirement requirement, Selection selection, Instant now) {
    /** Judges all certificates of a host. Takes about a millisecond for each; not for the event thread. */
    public static JudgedHost of(HostCertificates certificates, Circumstances circumstances) {
        return of(certificates, circumstances, ScanMonitor.NONE);
    }

    /**
     * The same, watched.
     *
     * @param monitor told how many certificates are judged; may cancel, then the result is about those alone
     */
    public static JudgedHost of(HostCertificates certificates, Circumstances circumstances, ScanMonitor monitor) {
        return new JudgedHost(
                certificates,
                circumstances.requirement(),
                Selection.of(certificates, circumstances, monitor),
                circumstances.now());
    }
}
