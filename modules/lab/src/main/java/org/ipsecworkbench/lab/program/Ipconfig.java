package org.ipsecworkbench.lab.program;

import org.ipsecworkbench.lab.model.Domain;
import org.ipsecworkbench.lab.model.Endpoint;

/** {@code ipconfig}. Format unverified. */
final class Ipconfig implements Program {
    @Override
    public int run(Call call) {
        boolean isLegacy = call.host().version().isLegacy();
        call.out().blank();
        call.out().say("Windows IP Configuration");
        call.out().blank();
        if (call.has("/all")) {
            field(call, "Host Name", call.host().name());
            field(call, "Primary Dns Suffix", Domain.NAME);
            call.out().blank();
        }
        call.out().blank();
        call.out().say(isLegacy ? "Ethernet adapter Local Area Connection:" : "Ethernet adapter Ethernet:");
        call.out().blank();
        field(call, "Connection-specific DNS Suffix", Domain.NAME);
        // Windows tells the state of an address from Vista on.
        String state =
                call.has("/all") && !isLegacy ? "(" + Words.of(call.host().language(), "Preferred") + ")" : "";
        if (Endpoint.isSix(call.host().address())) {
            field(call, "IPv6 Address", call.host().address() + state);
            field(call, "Default Gateway", "fd57::1");
        } else {
            field(call, isLegacy ? "IP Address" : "IPv4 Address", call.host().address() + state);
            field(call, "Subnet Mask", "255.255.255.0");
            field(call, "Default Gateway", "10.57.0.1");
        }
        if (call.has("/all")) {
            field(call, "DNS Servers", Domain.CONTROLLER_ADDRESS);
        }
        return 0;
    }

    private static void field(Call call, String label, String value) {
        String word = Words.of(call.host().language(), label);
        StringBuilder dots = new StringBuilder(word);
        while (Words.columns(dots.toString()) < 33) {
            dots.append(Words.columns(dots.toString()) % 2 == 0 ? ' ' : '.');
        }
        call.out().line("   " + dots + " : " + value);
    }
}
