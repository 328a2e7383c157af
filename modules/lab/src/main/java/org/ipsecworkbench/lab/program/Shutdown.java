package org.ipsecworkbench.lab.program;

/** {@code shutdown -r}: starts the simulated computer again, at once and without closing connections. */
final class Shutdown implements Program {
    @Override
    public int run(Call call) {
        if (!call.has("-r") && !call.has("/r")) {
            call.err().say("The parameter is incorrect.");
            return 1;
        }
        call.host().restart();
        return 0;
    }
}
