package org.ipsecworkbench.lab.program;

/** {@code hostname}. */
final class Hostname implements Program {
    @Override
    public int run(Call call) {
        call.out().line(call.host().name());
        return 0;
    }
}
