package org.ipsecworkbench.diagnosis;

/**
 * A quick mode SA that a host lists.
 *
 * @param local the host's address
 * @param remote the peer's
 * @param offer the algorithms as they are listed, such as {@code ESP:SHA1-AES128}
 * @param isEncrypted whether they include a cipher
 * @param evidence where it stands
 */
public record Association(String local, String remote, String offer, boolean isEncrypted, Evidence evidence) {}
