package org.ipsecworkbench.hostconnection.winrm;

import java.io.IOException;
import org.ipsecworkbench.hostconnection.wire.KerberosSeal;
import org.ipsecworkbench.hostconnection.wire.SealedBody;

/** Seals by Kerberos. */
record KerberosSealer(KerberosSeal seal) implements Sealer {

    @Override
    public SealedBody seal(byte[] message) throws IOException {
        return seal.seal(message);
    }

    @Override
    public byte[] open(SealedBody sealed) throws IOException {
        return seal.open(sealed);
    }

    @Override
    public void close() {
        seal.close();
    }
}
