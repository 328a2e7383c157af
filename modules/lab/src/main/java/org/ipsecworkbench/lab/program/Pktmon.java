package org.ipsecworkbench.lab.program;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.ipsecworkbench.lab.model.FileStore;
import org.ipsecworkbench.lab.model.Recordings;
import org.ipsecworkbench.lab.model.Recordings.Recorder;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.ipsecworkbench.lab.model.WindowsVersion;

/**
 * {@code pktmon start|stop|status|etl2pcap}, from Windows Server 2019 on, the conversion from 2025 on. What it records has no
 * packet in it: the lab has no wire. Format unverified.
 */
final class Pktmon implements Program {
    private static final int NO_FILE = 2;
    private static final int FAILED = 1;
    private static final int ETHERNET = 1;
    private static final String DEFAULT_FILE = "C:\\Windows\\System32\\PktMon.etl";

    @Override
    public int run(Call call) {
        WindowsHost host = call.host();
        Recordings recordings = host.network().recordings(host);
        return switch (call.word(0)) {
            case "start" -> start(call, recordings);
            case "stop" -> stop(call, recordings);
            case "status" -> status(call, recordings);
            case "etl2pcap" -> host.version().compareTo(WindowsVersion.SERVER_2025) < 0 ? unknown(call) : convert(call);
            default -> unknown(call);
        };
    }

    private static int unknown(Call call) {
        call.err().line("Unknown command '" + call.argument(0) + "'. See pktmon help.");
        return FAILED;
    }

    private static int start(Call call, Recordings recordings) {
        String named = call.has("-f") ? call.after("-f") : call.after("--file-name");
        String file = named == null ? DEFAULT_FILE : call.shell().path(named);
        if (!recordings.start(Recorder.PACKET_MONITOR, file)) {
            call.err().line("Packet Monitor is already started.");
            return FAILED;
        }
        call.out().line("");
        call.out().line("Logger Parameters:");
        call.out().line("    Logger name:        PktMon");
        call.out().line("    Logging mode:       Circular");
        call.out().line("    Log file:           " + file);
        call.out().line("    Max file size:      512 MB");
        call.out().line("");
        call.out().line("Collected Data:");
        call.out().line("    Packet counters, packet capture");
        return 0;
    }

    private static int stop(Call call, Recordings recordings) {
        Optional<String> file = recordings.stop(Recorder.PACKET_MONITOR);
        if (file.isEmpty()) {
            call.err().line("Packet Monitor is not running.");
            return FAILED;
        }
        if (!record(call, file.get())) {
            return FAILED;
        }
        call.out().line("Flushing logs...");
        call.out().line("Merging metadata...");
        call.out().line("Log file: " + file.get() + " (No events lost)");
        return 0;
    }

    private static int status(Call call, Recordings recordings) {
        Optional<String> file = recordings.file(Recorder.PACKET_MONITOR);
        call.out()
                .line(file.map(name -> "Packet Monitor is running. Log file: " + name)
                        .orElse("Packet Monitor is not running."));
        return 0;
    }

    /** Leaves what a recorder of the lab has recorded: a file that says so. Whether there was room for it. */
    static boolean record(Call call, String file) {
        WindowsHost host = call.host();
        byte[] content = ("Recorded on the simulated host " + host.name() + ": no packets.\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        boolean written = host.files().write(file, content, content.length, host.now());
        if (!written) {
            call.err().line("There is not enough space on the disk.");
        }
        return written;
    }

    private static int convert(Call call) {
        WindowsHost host = call.host();
        String from = call.shell().path(call.argument(1));
        FileStore.File recorded = host.files().file(from);
        if (recorded == null) {
            call.err().line("Failed to open " + from + ": The system cannot find the file specified.");
            return NO_FILE;
        }
        String named = call.has("-o") ? call.after("-o") : call.after("--out");
        String to = named == null
                ? from.replaceFirst("(?i)\\.etl$", "") + ".pcapng"
                : call.shell().path(named);
        byte[] empty = emptyCapture();
        if (!host.files().write(to, empty, empty.length, host.now())) {
            call.err().line("There is not enough space on the disk.");
            return FAILED;
        }
        call.out().line("Processing...");
        call.out().line("");
        call.out().line("Packets total:        0");
        call.out().line("Packet drop count:    0");
        call.out().line("Packets formatted:    0");
        call.out().line("Formatted file:       " + to);
        return 0;
    }

    /** A section header and an interface of a pcapng file, and no packet (draft-ietf-opsawg-pcapng, 4.1 and 4.2). */
    private static byte[] emptyCapture() {
        return ByteBuffer.allocate(28 + 20)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x0a0d0d0a)
                .putInt(28)
                .putInt(0x1a2b3c4d)
                .putShort((short) 1)
                .putShort((short) 0)
                .putLong(-1)
                .putInt(28)
                .putInt(1)
                .putInt(20)
                .putShort((short) ETHERNET)
                .putShort((short) 0)
                .putInt(0)
                .putInt(20)
                .array();
    }
}
