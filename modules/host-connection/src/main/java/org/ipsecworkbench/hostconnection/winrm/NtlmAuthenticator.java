package org.ipsecworkbench.hostconnection.winrm;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalLong;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.ntlm.ChannelBinding;
import org.ipsecworkbench.hostconnection.ntlm.NtlmInitiator;
import org.ipsecworkbench.hostconnection.ntlm.PasswordHash;
import org.ipsecworkbench.hostconnection.ntlm.WindowsTime;
import org.ipsecworkbench.hostconnection.wire.HttpMessage;
import org.ipsecworkbench.hostconnection.wire.MalformedException;
import org.jspecify.annotations.Nullable;

/** Authenticates by NTLMv2, its messages plain within Negotiate (MS-NTHT), bound to TLS where there is TLS. */
record NtlmAuthenticator(Credentials credentials, Endpoint endpoint, Duration limit) implements Authenticator {

    @Override
    public String scheme() {
        return Tokens.NEGOTIATE;
    }

    @Override
    public Result authenticate(HttpConnection connection) throws ConnectionException, IOException {
        NtlmInitiator initiator = new NtlmInitiator();
        Instant asked = Instant.now();
        HttpMessage challenge =
                connection.exchange(Tokens.with(connection.post(), scheme(), initiator.negotiate()), limit);
        Duration half = Duration.between(asked, Instant.now()).dividedBy(2);
        if (challenge.status() != 401) {
            throw Failures.unexpected(challenge);
        }
        byte[] token = Tokens.of(challenge, scheme());
        if (token == null) {
            throw Failures.authentication(
                    FailureCause.NO_AUTHENTICATION,
                    "The host offers Negotiate, but no NTLM within it.",
                    "Use Kerberos (--auth kerberos), or allow NTLM on the host.");
        }
        byte[] last = answer(initiator, token, binding(connection.certificate()));
        HttpMessage decision = connection.exchange(Tokens.with(connection.post(), scheme(), last), limit);
        if (decision.status() == 401) {
            throw Failures.rejected(credentials);
        }
        if (decision.status() != 200) {
            throw Failures.unexpected(decision);
        }
        return new Result(
                endpoint.isTls() ? null : new NtlmSealer(initiator.seal()),
                "by NTLM, as " + credentials.user(),
                offset(initiator, asked.plus(half)));
    }

    private byte[] answer(NtlmInitiator initiator, byte[] challenge, byte[] binding) throws MalformedException {
        char[] password = credentials.copyPassword();
        byte[] hash = PasswordHash.of(password, credentials.account(), credentials.domain());
        Arrays.fill(password, '\0');
        try {
            String service = "HTTP/" + endpoint.address().host();
            return initiator.authenticate(
                    challenge, hash, credentials.account(), credentials.domain(), service, binding);
        } finally {
            Arrays.fill(hash, (byte) 0);
        }
    }

    private static byte[] binding(@Nullable X509Certificate certificate) throws MalformedException {
        try {
            return certificate == null
                    ? ChannelBinding.none()
                    : ChannelBinding.ofCertificateHash(CertificateHashes.endPoint(certificate));
        } catch (CertificateEncodingException e) {
            throw CertificateHashes.malformed(e);
        }
    }

    private static @Nullable Duration offset(NtlmInitiator initiator, Instant asked) throws MalformedException {
        OptionalLong time = initiator.hostInfo().timestamp();
        return time.isPresent() ? Duration.between(asked, WindowsTime.toInstant(time.getAsLong())) : null;
    }
}
