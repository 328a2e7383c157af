package org.ipsecworkbench.lab.program;

import java.io.IOException;

/** A program of the simulated hosts. */
interface Program {
    /**
     * Runs it to its end.
     *
     * @return the exit code
     * @throws IOException when the command was ended from outside
     */
    int run(Call call) throws IOException;

    /** Whether it runs while the network's lock is held, so that it must not wait for anything. */
    default boolean holdsLock() {
        return true;
    }

    /** Whether it prints in the OEM code page whatever that of the console is. */
    default boolean printsOem() {
        return false;
    }
}
