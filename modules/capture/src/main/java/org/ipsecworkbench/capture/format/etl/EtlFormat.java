package org.ipsecworkbench.capture.format.etl;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.capture.format.PcapngFormat;
import org.ipsecworkbench.capture.format.PcapngWriter;
import org.ipsecworkbench.capture.spi.CaptureFormat;
import org.ipsecworkbench.capture.spi.CaptureSource;
import org.ipsecworkbench.capture.spi.PackedCaptureFormat;
import org.ipsecworkbench.capture.spi.RecordBatch;
import org.ipsecworkbench.capture.spi.RecordReader;
import org.openide.util.lookup.ServiceProvider;

/**
 * Event trace logs of Windows, from {@code netsh trace} and {@code pktmon}, on every operating system.
 *
 * <p>The packets are written anew as pcapng, since they may lie in fragments and each processor's lie apart; metadata
 * become interfaces and comments.
 *
 * <p>Made from documentation and held against logs that {@code EtlFile} in the tests generates from it; there was no log
 * of a real Windows to verify it with. Compared with published sources, 2026-11-25:
 *
 * <ul>
 *   <li>Microsoft's own reader, microsoft/etl2pcapng, has the same provider, events 1001 and 1003, keywords, joining of
 *       fragments, cleared flag of wireless frames and length on the wire. It joins fragments whoever logged them, and asks
 *       Windows for the places of fields, so that these rest on the manifest alone.
 *   <li>Microsoft's parser for PktMon, microsoft/NetMon_Parsers_for_PacketMon of 2018, has the same provider, events, fields
 *       and sizes; printed logs of later years show the same fields.
 *   <li>Not read: packets of virtual private networks (Microsoft-Windows-Ras-NdisWanPacketCapture, events 5001 and 5002)
 *       and compressed logs. No source was found for where a frame lies in event 1003, nor for the order of components.
 * </ul>
 *
 * <p>Sources stand at each class.
 */
@ServiceProvider(service = CaptureFormat.class, position = 700)
public final class EtlFormat implements PackedCaptureFormat {
    private static final int EVENTS_BETWEEN_PROGRESS = 1 << 14;

    private final PcapngFormat pcapng = new PcapngFormat();

    @Override
    public String key() {
        return "etl";
    }

    @Override
    public String label() {
        return "Windows event trace log";
    }

    @Override
    public boolean recognises(ByteBuffer head) {
        return EtlHeader.of(head) != null;
    }

    @Override
    public boolean isPacked(CaptureSource source) {
        return true;
    }

    @Override
    public long unpack(
            CaptureSource source, OutputStream out, CaptureLimits limits, ProblemLog problems, ScanMonitor monitor)
            throws IOException {
        PcapngWriter writer = new PcapngWriter(out);
        int length = (int) Math.min(source.size(), EtlHeader.LENGTH);
        EtlHeader header = EtlHeader.of(source.buffer(0).slice(source.index(0), length));
        if (header == null || header.bufferSize() > limits.maxRecordBytes()) {
            problems.add("offset 0", "The log's header makes no sense; there are no packets.");
            return 0;
        }
        if (header.eventsLost() > 0 || header.buffersLost() > 0) {
            problems.add(
                    "file",
                    "Windows could not keep up and lost " + header.eventsLost() + " events and " + header.buffersLost()
                            + " buffers; packets are missing.");
        }
        EtlEvents events = new EtlEvents(source, header, problems);
        Map<Integer, PktMonPackets.Component> components = new HashMap<>();
        events.index(
                event -> {
                    if (event.fromPktMon()) {
                        PktMonPackets.preview(event, components);
                    }
                },
                monitor);
        NdisPackets ndis = new NdisPackets(writer, problems);
        PktMonPackets pktMon = new PktMonPackets(writer, problems, components);
        // Components are logged when the capture ends, and only with them all appearances can be compared.
        events.revisit(event -> {
            if (event.fromPktMon()) {
                pktMon.see(event);
            }
        });
        events.start();
        long count = 0;
        for (EtlBuffer event = events.next(); event != null; event = events.next()) {
            long time = header.time(event.ticks());
            time = time == RecordBatch.NO_TIME ? 0 : time;
            if (event.fromPktMon()) {
                pktMon.take(event, time);
            } else {
                ndis.take(event, time);
            }
            if (++count % EVENTS_BETWEEN_PROGRESS == 0) {
                if (monitor.cancelled()) {
                    return pktMon.copies();
                }
                monitor.progress(events.done(), source.size());
            }
        }
        ndis.finish();
        pktMon.finish();
        if (count == 0) {
            problems.add(
                    "file",
                    "The log has no events of NDIS-PacketCapture or PktMon, which hold packets. Start the trace with"
                            + " capture=yes (netsh trace) or --capture (pktmon).");
        }
        return pktMon.copies();
    }

    @Override
    public RecordReader open(CaptureSource source, CaptureLimits limits, ProblemLog problems) {
        return pcapng.open(source, limits, problems);
    }
}
