package org.ipsecworkbench.capture.format.etl;

import java.nio.ByteBuffer;
import org.ipsecworkbench.capture.format.LittleEndian;
import org.ipsecworkbench.capture.spi.CaptureSource;

/**
 * Walks the events of one buffer and stops at those of the two providers that log packets.
 *
 * <p>Source: Microsoft, {@code ETW_BUFFER_HEADER} and {@code EVENT_TRACE_HEADER} in evntrace.h, {@code EVENT_HEADER} and
 * {@code EVENT_HEADER_EXTENDED_DATA_ITEM} in evntcons.h; Geoff Chappell, "Trace Headers", for where each kind of event
 * has its size.
 */
final class EtlBuffer {
    private static final int EVENT_HEADER = 80;
    private static final int EXTENDED_INFO = 0x0001;
    private static final int MAX_EXTENDED_ITEMS = 64;

    /** The identifiers of the providers as they lie in the file. */
    private static final long NDIS_HIGH = 0x6e00d62e29470946L; // {2ED6006E-4729-4609-B423-3EE7BCD678EF}

    private static final long NDIS_LOW = 0xb4233ee7bcd678efL;
    private static final long PKTMON_HIGH = 0xd9804f4dbdc8734dL; // {4D4F80D9-C8BD-4D73-BB5B-19C90402C5AC}
    private static final long PKTMON_LOW = 0xbb5b19c90402c5acL;

    private final CaptureSource source;
    private ByteBuffer bytes;
    private int at;
    private int end;
    private int next;
    private boolean damaged;
    private boolean fromPktMon;
    private int payload;
    private int payloadEnd;

    EtlBuffer(CaptureSource source) {
        this.source = source;
        bytes = source.buffer(0);
    }

    /** Goes to the buffer at an offset, of which so many bytes are in the file. */
    void start(long offset, int length) {
        bytes = source.buffer(offset);
        int start = source.index(offset);
        long filled = LittleEndian.u32(bytes, start + 48);
        if (filled < EtlHeader.BUFFER_HEADER || filled > length) {
            // Older Windows left this to another field.
            filled = LittleEndian.u32(bytes, start + 4);
        }
        if (filled < EtlHeader.BUFFER_HEADER || filled > length) {
            filled = length;
        }
        next = start + EtlHeader.BUFFER_HEADER;
        end = start + (int) filled;
        damaged = false;
    }

    /** Goes to the next event that may hold a packet; false at the end of the buffer. */
    boolean next() {
        while (end - next >= 8 && bytes.getInt(next) != -1) {
            at = next;
            int type = LittleEndian.u8(bytes, at + 2);
            int flags = LittleEndian.u8(bytes, at + 3);
            boolean event = (flags & 0xc0) == 0xc0;
            // System, compact and performance events have a version where the others have their size.
            boolean sizeLater = event && (type >= 1 && type <= 4 || type == 16 || type == 17);
            int size = LittleEndian.u16(bytes, sizeLater ? at + 4 : at);
            if ((flags & 0x80) == 0 || size < 8 || size > end - at) {
                damaged = true;
                return false;
            }
            // Windows aligns every event to 8 bytes.
            next = Math.min(end, at + ((size + 7) & ~7));
            if (event && (type == 18 || type == 19) && size >= EVENT_HEADER && isOurs()) {
                payload = payload(size);
                payloadEnd = at + size;
                return true;
            }
        }
        return false;
    }

    private boolean isOurs() {
        long high = bytes.getLong(at + 24);
        long low = bytes.getLong(at + 32);
        fromPktMon = high == PKTMON_HIGH && low == PKTMON_LOW;
        return fromPktMon || high == NDIS_HIGH && low == NDIS_LOW;
    }

    /** Where the event's own data begin: behind the extended items, each of which tells whether another one follows. */
    private int payload(int size) {
        int start = at + EVENT_HEADER;
        int limit = at + size;
        boolean more = (LittleEndian.u16(bytes, at + 4) & EXTENDED_INFO) != 0;
        for (int item = 0; more && item < MAX_EXTENDED_ITEMS && limit - start >= 8; item++) {
            int length = LittleEndian.u16(bytes, start);
            if (length < 8 || length > limit - start) {
                break;
            }
            more = (bytes.get(start + 4) & 1) != 0;
            start += length;
        }
        return start;
    }

    /** Whether the events ended in something that is none. */
    boolean isDamaged() {
        return damaged;
    }

    /** Where the events of the buffer were left, as an offset in the file. */
    long position(long offset) {
        return offset + next - source.index(offset);
    }

    /** Whether PktMon logged the event, else NDIS-PacketCapture. */
    boolean fromPktMon() {
        return fromPktMon;
    }

    int id() {
        return LittleEndian.u16(bytes, at + 40);
    }

    int thread() {
        return LittleEndian.i32(bytes, at + 8);
    }

    int process() {
        return LittleEndian.i32(bytes, at + 12);
    }

    long ticks() {
        return LittleEndian.i64(bytes, at + 16);
    }

    long keywords() {
        return LittleEndian.i64(bytes, at + 48);
    }

    /** Where the event lies. */
    ByteBuffer bytes() {
        return bytes;
    }

    /** Index of the event's own data. */
    int payload() {
        return payload;
    }

    /** Behind them. */
    int payloadEnd() {
        return payloadEnd;
    }
}
