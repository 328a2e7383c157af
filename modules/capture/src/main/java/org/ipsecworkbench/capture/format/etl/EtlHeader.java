package org.ipsecworkbench.capture.format.etl;

import java.nio.ByteBuffer;
import org.ipsecworkbench.capture.format.LittleEndian;
import org.ipsecworkbench.capture.spi.RecordBatch;
import org.jspecify.annotations.Nullable;

/**
 * What the first event of an event trace log says of the whole log.
 *
 * <p>Source: Microsoft, {@code TRACE_LOGFILE_HEADER} and {@code ETW_BUFFER_HEADER} in evntrace.h; Geoff Chappell, "Trace
 * Log File Header", for the form that it has in files.
 *
 * @param bufferSize bytes of every buffer
 * @param circular whether newer buffers overwrote older ones
 * @param compressed whether buffers are compressed
 * @param eventsLost events that Windows could not write
 * @param buffersLost buffers that Windows could not write
 * @param clockIsFiletime whether events have their time as a FILETIME, else in ticks
 * @param ticksPerSecond unit of times
 * @param firstTicks time of this first event
 * @param start the same moment in nanoseconds since 1970
 */
record EtlHeader(
        int bufferSize,
        boolean circular,
        boolean compressed,
        long eventsLost,
        long buffersLost,
        boolean clockIsFiletime,
        long ticksPerSecond,
        long firstTicks,
        long start) {
    /** So much precedes the events of every buffer. */
    static final int BUFFER_HEADER = 72;
    /** Bytes from the beginning of the file that {@link #of} looks at. */
    static final int LENGTH = BUFFER_HEADER + 32 + 280;

    private static final int SYSTEM_HEADER = 32;
    private static final int SYSTEM_32 = 1;
    private static final int SYSTEM_64 = 2;
    /** TRACE_HEADER_FLAG and TRACE_HEADER_EVENT_TRACE. */
    private static final int EVENT_FLAGS = 0xc0;

    /** Windows makes buffers of 1 kB to 16 MB. */
    private static final int MIN_BUFFER = 1024;

    private static final int MAX_BUFFER = 16 << 20;

    private static final int CIRCULAR = 0x0000_0002;
    private static final int COMPRESSED = 0x0400_0000;
    private static final int CLOCK_SYSTEM_TIME = 2;
    private static final int CLOCK_PROCESSOR_CYCLES = 3;
    private static final long FILETIME_1970 = 116_444_736_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    /** Reads the beginning of a file; null where it is no event trace log. */
    static @Nullable EtlHeader of(ByteBuffer head) {
        if (head.limit() < LENGTH) {
            return null;
        }
        int bufferSize = LittleEndian.i32(head, 0);
        int type = LittleEndian.u8(head, BUFFER_HEADER + 2);
        int at = BUFFER_HEADER + SYSTEM_HEADER;
        if (bufferSize < MIN_BUFFER
                || bufferSize > MAX_BUFFER
                || type != SYSTEM_32 && type != SYSTEM_64
                || LittleEndian.u8(head, BUFFER_HEADER + 3) != EVENT_FLAGS
                || LittleEndian.u16(head, BUFFER_HEADER + 6) != 0
                || LittleEndian.i32(head, at) != bufferSize) {
            return null;
        }
        // Two pointers before the times and the padding behind the time zone make the difference.
        int times = at + (type == SYSTEM_64 ? 256 : 248);
        int mode = LittleEndian.i32(head, at + 32);
        int clock = LittleEndian.i32(head, times + 16);
        long ticksPerSecond = clock == CLOCK_PROCESSOR_CYCLES
                ? LittleEndian.u32(head, at + 52) * 1_000_000
                : LittleEndian.i64(head, times);
        return new EtlHeader(
                bufferSize,
                (mode & CIRCULAR) != 0,
                (mode & COMPRESSED) != 0,
                LittleEndian.u32(head, at + 48),
                LittleEndian.u32(head, times + 20),
                clock == CLOCK_SYSTEM_TIME,
                // A product with this still fits into 63 bits.
                ticksPerSecond <= 0 || ticksPerSecond > 9 * SECOND ? 10_000_000 : ticksPerSecond,
                LittleEndian.i64(head, BUFFER_HEADER + 16),
                filetime(LittleEndian.i64(head, times + 8)));
    }

    /** The time of an event in nanoseconds since 1970. */
    long time(long ticks) {
        if (clockIsFiletime) {
            return filetime(ticks);
        }
        long since = ticks - firstTicks;
        long seconds = Math.floorDiv(since, ticksPerSecond);
        if (start == RecordBatch.NO_TIME || Math.abs(seconds) > Long.MAX_VALUE / SECOND / 4) {
            return RecordBatch.NO_TIME;
        }
        return start + seconds * SECOND + Math.floorMod(since, ticksPerSecond) * SECOND / ticksPerSecond;
    }

    private static long filetime(long ticks) {
        long since1970 = ticks - FILETIME_1970;
        return ticks < 0 || Math.abs(since1970) > Long.MAX_VALUE / 200 ? RecordBatch.NO_TIME : since1970 * 100;
    }
}
