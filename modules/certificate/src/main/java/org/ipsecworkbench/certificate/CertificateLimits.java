package org.ipsecworkbench.certificate;

/**
 * What reading certificates may cost. Beyond a limit a problem says so.
 *
 * @param maxBytes bytes of one file that are read; a listing of 10,000 certificates has some 8 MB, a large revocation list 40
 * @param maxCertificates certificates of all files together
 * @param maxRevoked entries that are kept of one revocation list
 * @param maxText characters of one value; more are cut off
 * @param maxValues addresses, names and purposes of one certificate
 * @param maxProblems problems that are kept
 */
public record CertificateLimits(
        int maxBytes, int maxCertificates, int maxRevoked, int maxText, int maxValues, int maxProblems) {
    /** For a workstation: a few hundred MB at most. */
    public static final CertificateLimits DEFAULT = new CertificateLimits(64 << 20, 50_000, 1_000_000, 2048, 200, 100);
}
