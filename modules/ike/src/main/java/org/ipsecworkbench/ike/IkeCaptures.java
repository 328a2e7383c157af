package org.ipsecworkbench.ike;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.PacketFilter;
import org.ipsecworkbench.capture.PacketSelection;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.capture.CaptureMessages;
import org.ipsecworkbench.ike.capture.MessageReader;
import org.ipsecworkbench.ike.negotiate.NegotiationTable;

/** Reads the key negotiations of a capture. */
public final class IkeCaptures {
    private static final String FILTER = "class in {ikev1, ikev2, authip, icmp, icmpv6}";

    private IkeCaptures() {}

    /**
     * Reads the messages of a capture and what they add up to. About half a second per million messages; not for
     * the event thread.
     *
     * @param capture scanned
     * @param source what to call it
     * @param keys to read encrypted messages with; {@link DecryptionKeys#NONE} where there are none. Their problems are among
     *     those of the report
     * @param monitor may cancel; then the report is about what was read until then
     * @param messages gets every message in the order of the capture, on the caller's thread
     * @throws IOException if the file was changed since it was scanned
     */
    public static IkeReport read(
            Capture capture,
            Source source,
            DecryptionKeys keys,
            IkeLimits limits,
            ScanMonitor monitor,
            Consumer<SeenMessage> messages)
            throws IOException {
        PacketSelection selection = capture.select(filter(), monitor);
        NegotiationTable table = new NegotiationTable(source, limits);
        CaptureMessages found = new CaptureMessages(keys, limits, message -> {
            table.add(message);
            messages.accept(message);
        });
        MessageReader reader = new MessageReader(limits);
        capture.datagrams(selection, monitor, reader::read, found::take);
        found.finish().forEach(table::missing);
        List<Problem> problems = new ArrayList<>(keys.problems());
        problems.addAll(found.problems());
        return table.report(capture.coverage(), problems);
    }

    private static PacketFilter filter() {
        if (PacketFilter.parse(FILTER) instanceof PacketFilter.Valid valid) {
            return valid.filter();
        }
        throw new IllegalStateException("not a filter: " + FILTER);
    }
}
