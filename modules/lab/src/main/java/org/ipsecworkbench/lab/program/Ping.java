package org.ipsecworkbench.lab.program;

import java.io.IOException;
import java.time.Duration;
import org.ipsecworkbench.lab.model.Endpoint;
import org.ipsecworkbench.lab.model.Outcome;
import org.ipsecworkbench.lab.model.WindowsHost;

/** {@code ping}: one packet per second, each of which lets the hosts negotiate. Format unverified. */
final class Ping implements Program {
    private static final int MAX_COUNT = 100_000;

    @Override
    public boolean holdsLock() {
        return false;
    }

    @Override
    public int run(Call call) throws IOException {
        String count = call.after("-n");
        int packets;
        try {
            packets = call.has("-t") ? MAX_COUNT : count == null ? 4 : Math.min(Integer.parseInt(count), MAX_COUNT);
        } catch (NumberFormatException e) {
            call.out().say("Bad value for option -n, valid range is from 1 to 4294967295.");
            return 1;
        }
        String target = call.argument(call.arguments().size() - 1);
        WindowsHost peer;
        synchronized (call.host().network().lock()) {
            peer = call.host().network().host(target);
        }
        boolean isSelf = target.equals("127.0.0.1") || target.equalsIgnoreCase("localhost");
        if (peer == null && !isSelf) {
            call.out().say("Ping request could not find host {0}. Please check the name and try again.", target);
            return 1;
        }
        String address = peer == null ? "127.0.0.1" : peer.address();
        call.out().blank();
        call.out().say("Pinging {0} with 32 bytes of data:", address);
        int received = 0;
        for (int i = 0; i < packets; i++) {
            boolean arrived = peer == null || peer == call.host() || arrives(call.host(), peer);
            if (arrived) {
                received++;
                String how = Endpoint.isSix(address) ? "" : "bytes=32 ";
                call.out().say("Reply from {0}: " + how + "time<1ms" + (how.isEmpty() ? "" : " TTL=128"), address);
            } else {
                call.out().say("Request timed out.");
            }
            call.out().flush();
            if (i + 1 < packets) {
                call.terminal().pause(Duration.ofSeconds(1));
            }
        }
        call.out().blank();
        call.out().say("Ping statistics for {0}:", address);
        call.out()
                .say(
                        "    Packets: Sent = {0}, Received = {1}, Lost = {2} ({3}% loss),",
                        packets,
                        received,
                        packets - received,
                        packets == 0 ? 0 : (packets - received) * 100L / packets);
        return received > 0 ? 0 : 1;
    }

    private static boolean arrives(WindowsHost host, WindowsHost peer) {
        synchronized (host.network().lock()) {
            Outcome outcome = host.network().talk(host, peer);
            return outcome.arrives();
        }
    }
}
