package org.ipsecworkbench.lab.model;

import java.security.cert.X509Certificate;

/**
 * A certificate in a store of the computer or of a user.
 *
 * @param store My, Root or CA
 * @param template the name of the template that it was issued by, or empty
 */
public record StoredCertificate(String store, X509Certificate certificate, boolean hasPrivateKey, String template) {}
