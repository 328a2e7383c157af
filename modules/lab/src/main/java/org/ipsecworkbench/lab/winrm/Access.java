package org.ipsecworkbench.lab.winrm;

import org.jspecify.annotations.Nullable;

/**
 * Who is let in, and how: by NTLM with the account's password, by a certificate of the lab's authority over HTTPS, and by
 * Kerberos where the lab has keys of a realm.
 */
public record Access(Account account, Tls tls, @Nullable KerberosService kerberos) {}
