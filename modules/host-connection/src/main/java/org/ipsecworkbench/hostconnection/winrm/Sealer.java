package org.ipsecworkbench.hostconnection.winrm;

import java.io.IOException;
import org.ipsecworkbench.hostconnection.wire.SealedBody;

/** Seals what this side says and opens what the host says, in order. */
interface Sealer extends AutoCloseable {
    SealedBody seal(byte[] message) throws IOException;

    byte[] open(SealedBody sealed) throws IOException;

    @Override
    void close();
}
