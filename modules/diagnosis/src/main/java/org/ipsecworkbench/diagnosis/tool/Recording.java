package org.ipsecworkbench.diagnosis.tool;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.Remedy.Risk;

/**
 * What a host of Windows Vista or later can record: the trace of the filtering platform, which has taken the place of the log of
 * IKE, and captures. Packet monitor came with Windows 10 1809, and its conversion to pcapng with Windows 10 2004.
 */
final class Recording {
    private static final int PACKET_MONITOR = 17763;
    private static final int CONVERTS = 19041;
    private static final int WINDOWS_10 = 10;
    private static final String WARNING =
            "It holds what the host sends and receives, also of people, and grows until it is stopped.";

    private Recording() {}

    static List<Remedy> of(HostFacts host) {
        List<Remedy> tools = new ArrayList<>();
        String diagnosis = HostTools.FOLDER + "ipsecwb-wfp";
        tools.addAll(Remedy.draft(
                        "wfp-capture/" + host.name(),
                        host.name(),
                        "Trace the filtering platform of " + host.name() + "; stopping it leaves " + diagnosis + ".cab",
                        Risk.LOW,
                        "The trace holds names and addresses, and grows until it is stopped.")
                .run("netsh", "wfp", "capture", "start", "cab=on", "file=" + diagnosis)
                .undo("netsh", "wfp", "capture", "stop")
                .done());
        String capture = HostTools.FOLDER + "ipsecwb.etl";
        if (has(host, PACKET_MONITOR)) {
            tools.addAll(packetMonitor(host, capture));
        }
        tools.addAll(Remedy.draft(
                        "netsh-trace/" + host.name(),
                        host.name(),
                        "Capture on " + host.name() + " with netsh trace into " + capture,
                        Risk.LOW,
                        WARNING)
                .run(
                        "netsh",
                        "trace",
                        "start",
                        "capture=yes",
                        "report=disabled",
                        "overwrite=yes",
                        "maxsize=512",
                        "tracefile=" + capture)
                .undo("netsh", "trace", "stop")
                .done());
        return tools;
    }

    private static boolean has(HostFacts host, int build) {
        return host.platform().major() >= WINDOWS_10 && host.platform().build() >= build;
    }

    /** All of each packet, at the network adapters only: Packet monitor would log 128 bytes of it at every component. */
    private static List<Remedy> packetMonitor(HostFacts host, String file) {
        List<Remedy> tools = new ArrayList<>(Remedy.draft(
                        "capture/" + host.name(),
                        host.name(),
                        "Capture on " + host.name() + " with Packet monitor into " + file,
                        Risk.LOW,
                        WARNING)
                .run("pktmon", "start", "--capture", "--comp", "nics", "--pkt-size", "0", "-f", file)
                .undo("pktmon", "stop")
                .done());
        if (has(host, CONVERTS)) {
            String converted = HostTools.FOLDER + "ipsecwb.pcapng";
            tools.addAll(Remedy.draft(
                            "capture-convert/" + host.name(),
                            host.name(),
                            "Stop the capture on " + host.name() + " and convert it to " + converted
                                    + ", to be fetched with ipsecwb host fetch",
                            Risk.LOW,
                            "The files stay on the host until they are deleted there.")
                    .attempt("pktmon", "stop")
                    .run("pktmon", "etl2pcap", file, "--out", converted)
                    .undo("cmd", "/c", "del", converted)
                    .done());
        }
        return tools;
    }
}
