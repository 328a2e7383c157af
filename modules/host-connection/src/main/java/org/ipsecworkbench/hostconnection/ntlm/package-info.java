/**
 * NTLMv2 by MS-NLMP, for both sides: messages, keys, integrity codes and sealing; free of I/O.
 *
 * <pre>{@code
 * NtlmInitiator client = new NtlmInitiator();
 * byte[] first = client.negotiate();
 * byte[] challenge = ask(first);
 * byte[] hash = PasswordHash.of(password, "admin", "LAB");
 * byte[] last = client.authenticate(challenge, hash, "admin", "LAB", "HTTP/srv1.lab.example", ChannelBinding.none());
 * NtlmSeal.Sealed sealed = client.seal().seal("hello".getBytes(StandardCharsets.UTF_8));
 * }</pre>
 *
 * <p>In motion.
 */
@NullMarked
package org.ipsecworkbench.hostconnection.ntlm;

import org.jspecify.annotations.NullMarked;
