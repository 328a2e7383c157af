package org.ipsecworkbench.lab.program;

/** {@code chcp}, which prints in the OEM code page whatever the console's is. */
final class Chcp implements Program {
    @Override
    public boolean printsOem() {
        return true;
    }

    @Override
    public int run(Call call) {
        if (call.arguments().isEmpty()) {
            call.out().say("Active code page: {0}", call.shell().codePage());
            return 0;
        }
        if (call.argument(0).equals("65001")
                || call.argument(0)
                        .equals(Integer.toString(call.host().language().codePage()))) {
            call.shell().setCodePage(Integer.parseInt(call.argument(0)));
            call.out().say("Active code page: {0}", call.argument(0));
            return 0;
        }
        call.err().say("Invalid code page");
        return 1;
    }
}
