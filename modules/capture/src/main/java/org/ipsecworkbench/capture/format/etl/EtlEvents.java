package org.ipsecworkbench.capture.format.etl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.capture.format.LittleEndian;
import org.ipsecworkbench.capture.spi.CaptureSource;
import org.jspecify.annotations.Nullable;

/**
 * The packet events of a whole log in the order of time.
 *
 * <p>Every processor fills buffers of its own, so that their events are in order one processor at a time; they are merged
 * here, as Windows' own reader does.
 */
final class EtlEvents {
    private static final int FLAG_COMPRESSED = 0x0040;
    private static final int STATE_COMPRESSED = 5;
    /** 64 GB of buffers of the usual 64 kB. */
    private static final int MAX_BUFFERS = 1 << 20;

    private final CaptureSource source;
    private final EtlHeader header;
    private final ProblemLog problems;
    private final Map<Integer, List<Place>> processors = new TreeMap<>();
    private final PriorityQueue<Cursor> cursors = new PriorityQueue<>(Comparator.comparingLong(c -> c.ticks));
    private @Nullable Cursor current;
    private long done;

    /** A buffer in the file. */
    private record Place(long flushed, long offset, int length) {}

    EtlEvents(CaptureSource source, EtlHeader header, ProblemLog problems) {
        this.source = source;
        this.header = header;
        this.problems = problems;
    }

    /** Finds the buffers, and shows each packet event once, in no order, to somebody who has to know all beforehand. */
    void index(Consumer<EtlBuffer> preview, ScanMonitor monitor) {
        EtlBuffer buffer = new EtlBuffer(source);
        long offset = 0;
        int count = 0;
        while (offset < source.size() && !monitor.cancelled()) {
            long left = source.size() - offset;
            int length = (int) Math.min(header.bufferSize(), left);
            if (left < EtlHeader.BUFFER_HEADER || !isBuffer(offset, left)) {
                if (left < header.bufferSize()) {
                    problems.add("offset " + offset, "The file was cut off inside the header of a buffer.");
                    return;
                }
                problems.add("offset " + offset, "A buffer's header makes no sense; the buffer is left out.");
                offset += header.bufferSize();
                continue;
            }
            if (isCompressed(offset)) {
                problems.add(
                        "offset " + offset,
                        "The buffers from here on are compressed, and compressed buffers are not read. Convert the log"
                                + " on Windows: pktmon etl2pcap, or etl2pcapng.");
                return;
            }
            if (length < header.bufferSize()) {
                problems.add(
                        "offset " + offset,
                        "The file was cut off inside a buffer: " + left + " of " + header.bufferSize()
                                + " bytes are there.");
            }
            if (++count > MAX_BUFFERS) {
                problems.add("offset " + offset, "More than " + MAX_BUFFERS + " buffers; the rest is left out.");
                return;
            }
            int processor = LittleEndian.u16(source.buffer(offset), source.index(offset) + 40);
            long flushed = LittleEndian.i64(source.buffer(offset), source.index(offset) + 16);
            processors.computeIfAbsent(processor, p -> new ArrayList<>()).add(new Place(flushed, offset, length));
            buffer.start(offset, length);
            while (buffer.next()) {
                preview.accept(buffer);
            }
            if (buffer.isDamaged()) {
                problems.add(
                        "offset " + buffer.position(offset),
                        "An event makes no sense; the rest of its buffer is left out.");
            }
            offset += header.bufferSize();
        }
    }

    /** Shows each packet event once more, in no order; call {@link #index} before. */
    void revisit(Consumer<EtlBuffer> again) {
        EtlBuffer buffer = new EtlBuffer(source);
        for (List<Place> places : processors.values()) {
            for (Place place : places) {
                buffer.start(place.offset(), place.length());
                while (buffer.next()) {
                    again.accept(buffer);
                }
            }
        }
    }

    private boolean isBuffer(long offset, long left) {
        return left >= EtlHeader.BUFFER_HEADER
                && LittleEndian.i32(source.buffer(offset), source.index(offset)) == header.bufferSize();
    }

    private boolean isCompressed(long offset) {
        return (LittleEndian.u16(source.buffer(offset), source.index(offset) + 52) & FLAG_COMPRESSED) != 0
                || LittleEndian.i32(source.buffer(offset), source.index(offset) + 44) == STATE_COMPRESSED;
    }

    /** Begins with the earliest event; call {@link #index} before. */
    void start() {
        for (List<Place> places : processors.values()) {
            if (header.circular()) {
                places.sort(Comparator.comparingLong(Place::flushed));
            }
            Cursor cursor = new Cursor(places);
            if (cursor.advance()) {
                cursors.add(cursor);
            }
        }
    }

    /** The next event; null at the end. Valid until the next call. */
    @Nullable
    EtlBuffer next() {
        if (current != null && current.advance()) {
            cursors.add(current);
        }
        current = cursors.poll();
        return current == null ? null : current.buffer;
    }

    /** How many bytes of buffers were walked; for progress. */
    long done() {
        return done;
    }

    /** Where one processor's events are read. */
    private final class Cursor {
        final EtlBuffer buffer = new EtlBuffer(source);
        private final List<Place> places;
        private int place;
        private boolean inside;
        long ticks;

        Cursor(List<Place> places) {
            this.places = places;
        }

        boolean advance() {
            while (true) {
                if (inside && buffer.next()) {
                    ticks = buffer.ticks();
                    return true;
                }
                if (place == places.size()) {
                    return false;
                }
                Place at = places.get(place++);
                buffer.start(at.offset(), at.length());
                done += at.length();
                inside = true;
            }
        }
    }
}
