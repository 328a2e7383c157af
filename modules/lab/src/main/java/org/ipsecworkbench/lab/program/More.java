package org.ipsecworkbench.lab.program;

import java.io.IOException;

/** {@code more}, which without a screen passes its input on. */
final class More implements Program {
    @Override
    public boolean holdsLock() {
        return false;
    }

    @Override
    public int run(Call call) throws IOException {
        byte[] piece = call.terminal().read();
        while (piece.length > 0) {
            call.out().bytes(piece);
            piece = call.terminal().read();
        }
        return 0;
    }
}
