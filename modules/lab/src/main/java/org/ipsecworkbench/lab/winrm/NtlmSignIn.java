package org.ipsecworkbench.lab.winrm;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.ipsecworkbench.hostconnection.ntlm.AvPairs;
import org.ipsecworkbench.hostconnection.ntlm.NtlmAcceptor;
import org.ipsecworkbench.hostconnection.wire.MalformedException;
import org.ipsecworkbench.lab.model.Domain;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.jspecify.annotations.Nullable;

/** The host's side of NTLM on one connection (MS-NLMP 3.2.5). */
final class NtlmSignIn {
    private static final byte[] SIGNATURE = "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII);
    private static final int TYPE_AT = 8;

    private final WindowsHost host;
    private final Account account;
    private final byte[] binding;
    private @Nullable NtlmAcceptor begun;

    NtlmSignIn(WindowsHost host, Account account, byte[] binding) {
        this.host = host;
        this.account = account;
        this.binding = binding;
    }

    /** Whether a token is a message of NTLM. */
    static boolean isOne(byte[] token) {
        return token.length > TYPE_AT && Arrays.equals(token, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    SignIn accept(byte[] token) throws MalformedException {
        if (token[TYPE_AT] == 1) {
            NtlmAcceptor acceptor = new NtlmAcceptor();
            begun = acceptor;
            return SignIn.going(acceptor.challenge(token, names(), host.now()));
        }
        NtlmAcceptor acceptor = begun;
        begun = null;
        if (acceptor == null || token[TYPE_AT] != 3) {
            return SignIn.REFUSED;
        }
        NtlmAcceptor.Outcome outcome = acceptor.accept(token, account, binding);
        return outcome.seal() == null
                ? SignIn.REFUSED
                : new SignIn(new byte[0], outcome.user(), Seal.ntlm(outcome.seal()));
    }

    private AvPairs names() {
        return AvPairs.NONE
                .with(AvPairs.DOMAIN_NAME, Domain.NETBIOS)
                .with(AvPairs.COMPUTER_NAME, host.name())
                .with(AvPairs.DNS_DOMAIN_NAME, Domain.NAME)
                .with(AvPairs.DNS_COMPUTER_NAME, host.qualifiedName());
    }
}
