package org.ipsecworkbench.hostconnection.winrm;

import org.ipsecworkbench.hostconnection.ntlm.NtlmSeal;
import org.ipsecworkbench.hostconnection.wire.MalformedException;
import org.ipsecworkbench.hostconnection.wire.SealedBody;

/** Seals by NTLM: the header is the signature. */
record NtlmSealer(NtlmSeal seal) implements Sealer {

    @Override
    public SealedBody seal(byte[] message) {
        NtlmSeal.Sealed sealed = seal.seal(message);
        return new SealedBody(SealedBody.SPNEGO, message.length, sealed.signature(), sealed.ciphertext());
    }

    @Override
    public byte[] open(SealedBody sealed) throws MalformedException {
        return seal.open(new NtlmSeal.Sealed(sealed.header(), sealed.data()));
    }

    @Override
    public void close() {
        // Nothing is held outside of this object.
    }
}
