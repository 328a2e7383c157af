/**
 * Reads the certificates and revocation lists of a Windows host from whatever lists or holds them, and says which one IKE
 * picks, why not the others, whether a peer will accept it, and when it stops working.
 *
 * <p>Whatever the source (certutil, PowerShell, files, IKE payloads), the result is one {@link
 * org.ipsecworkbench.certificate.HostCertificates}. {@link org.ipsecworkbench.certificate.CertificateSources} reads, {@link
 * org.ipsecworkbench.certificate.Selection} judges one host, {@link org.ipsecworkbench.certificate.PairFitness} two, and
 * {@link org.ipsecworkbench.certificate.Expiry} looks ahead.
 *
 * <p>Shapes and units: times are instants, those of listings ranges, since listings have no zone; serial numbers and
 * fingerprints are lower-case hex; purposes are object identifiers. Values are immutable. Signatures and chains are checked
 * by the JDK (RFC 5280).
 *
 * <pre>{@code
 * byte[] listing = Files.readAllBytes(Path.of("certutil-store-my.txt"));
 * HostCertificates host = CertificateSources.parse(
 *         "SRV1",
 *         List.of(new CertificateSources.Document("certutil-store-my.txt", listing)),
 *         CertificateLimits.DEFAULT,
 *         CertificateSources.Passwords.NONE);
 * for (Expiry expiry : Expiry.of(host)) {
 *     System.out.println(expiry.label() + " ends in " + expiry.days(Instant.now()) + " days");
 * }
 * }</pre>
 *
 * <p>In motion.
 */
@NullMarked
package org.ipsecworkbench.certificate;

import org.jspecify.annotations.NullMarked;
