package org.ipsecworkbench.lab.winrm;

import java.io.IOException;
import org.ipsecworkbench.hostconnection.ntlm.NtlmSeal;
import org.ipsecworkbench.hostconnection.wire.KerberosSeal;
import org.ipsecworkbench.hostconnection.wire.MalformedException;
import org.ipsecworkbench.hostconnection.wire.SealedBody;

/** Opens what a client sealed and seals what it is answered, in order; one thread. */
interface Seal {
    /**
     * Opens a message.
     *
     * @throws MalformedException if it was changed, or is out of order
     */
    byte[] open(SealedBody sealed) throws IOException;

    SealedBody seal(byte[] message) throws IOException;

    /** By NTLM: the header is the signature. */
    static Seal ntlm(NtlmSeal seal) {
        return new Seal() {
            @Override
            public byte[] open(SealedBody sealed) throws MalformedException {
                return seal.open(new NtlmSeal.Sealed(sealed.header(), sealed.data()));
            }

            @Override
            public SealedBody seal(byte[] message) {
                NtlmSeal.Sealed sealed = seal.seal(message);
                return new SealedBody(SealedBody.SPNEGO, message.length, sealed.signature(), sealed.ciphertext());
            }
        };
    }

    static Seal kerberos(KerberosSeal seal) {
        return new Seal() {
            @Override
            public byte[] open(SealedBody sealed) throws IOException {
                return seal.open(sealed);
            }

            @Override
            public SealedBody seal(byte[] message) throws IOException {
                return seal.seal(message);
            }
        };
    }
}
