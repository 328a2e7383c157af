package org.ipsecworkbench.lab.program;

/** {@code gpupdate}: fetches the domain's policies. Format unverified. */
final class Gpupdate implements Program {
    @Override
    public int run(Call call) {
        call.host().updateGroupPolicy();
        if (call.host().version().isLegacy()) {
            call.out().say("Refreshing Policy...");
            call.out().blank();
            call.out().say("User Policy Refresh has completed.");
            call.out().say("Computer Policy Refresh has completed.");
        } else {
            call.out().say("Updating policy...");
            call.out().blank();
            call.out().say("Computer Policy update has completed successfully.");
            call.out().say("User Policy update has completed successfully.");
        }
        call.out().blank();
        return 0;
    }
}
