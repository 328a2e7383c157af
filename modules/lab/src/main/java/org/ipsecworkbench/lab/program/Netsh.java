package org.ipsecworkbench.lab.program;

import java.util.Map;

/**
 * {@code netsh}: finds the context, {@code ipsec static}, {@code ipsec dynamic}, {@code advfirewall}, {@code trace} or {@code
 * wfp}.
 */
final class Netsh implements Program {
    private final Map<String, Context> legacy =
            Map.of("static", new NetshIpsecStatic(), "dynamic", new NetshIpsecDynamic());
    private final Context advfirewall = new NetshAdvfirewall();
    private final Context trace = new NetshTrace();
    private final Context wfp = new NetshWfp();

    /** One context of netsh. */
    interface Context {
        /**
         * Runs a command.
         *
         * @param arguments what stands behind the context
         * @throws IllegalArgumentException if a value cannot be read
         */
        int run(Call call, NetshArguments arguments);
    }

    @Override
    public int run(Call call) {
        Context context = switch (call.word(0)) {
            case "ipsec" -> legacy.get(call.word(1));
            case "trace" -> call.host().version().isLegacy() ? null : trace;
            case "wfp" -> call.host().version().isLegacy() ? null : wfp;
            case "advfirewall" -> call.host().version().isLegacy() ? null : advfirewall;
            default -> null;
        };
        if (context == null) {
            call.out().say("The following command was not found: {0}.", call.raw());
            return 1;
        }
        int used = call.word(0).equals("ipsec") ? 2 : 1;
        try {
            return context.run(
                    call,
                    new NetshArguments(
                            call.arguments().subList(used, call.arguments().size())));
        } catch (IllegalArgumentException e) {
            return syntax(call);
        }
    }

    /** What every context says to what it cannot read. */
    static int syntax(Call call) {
        call.out().blank();
        call.out().say("One or more essential parameters were not entered.");
        call.out().say("Verify the required parameters, and reenter them.");
        call.out().say("The syntax supplied for this command is not valid. Check help for the correct syntax.");
        call.out().blank();
        return 1;
    }

    static int ok(Call call) {
        call.out().say("Ok.");
        call.out().blank();
        return 0;
    }
}
