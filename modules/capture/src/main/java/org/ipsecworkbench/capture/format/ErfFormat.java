package org.ipsecworkbench.capture.format;

import java.nio.ByteBuffer;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.spi.CaptureFormat;
import org.ipsecworkbench.capture.spi.CaptureSource;
import org.ipsecworkbench.capture.spi.RecordBatch;
import org.ipsecworkbench.capture.spi.RecordReader;
import org.openide.util.lookup.ServiceProvider;

/**
 * Endace's extensible record format: Ethernet, HDLC and raw IP; other records count as not IP.
 *
 * <p>The format has no magic number, so it is the last one asked, and recognised by its first records: each must make
 * sense and lead to the next one.
 *
 * <p>Source: Endace, "ERF Types Reference Guide", EDM11-01.
 */
@ServiceProvider(service = CaptureFormat.class, position = 10_000)
public final class ErfFormat implements CaptureFormat {
    private static final int RECORD_HEADER = 16;
    private static final int EXTENSION_HEADER = 8;
    private static final int MAX_TYPE = 48;
    private static final int PAD = 48;
    /** As many records are looked at to recognise the format. */
    private static final int ENOUGH = 8;

    @Override
    public String key() {
        return "erf";
    }

    @Override
    public String label() {
        return "Endace ERF";
    }

    @Override
    public boolean recognises(ByteBuffer head) {
        int at = 0;
        long last = 0;
        for (int record = 0; record < ENOUGH; record++) {
            if (head.limit() - at < RECORD_HEADER) {
                // The whole file was seen when it is shorter than the head; else one full record must do.
                return record > 0 && (at == head.limit() || head.limit() == HEAD_BYTES);
            }
            int type = head.get(at + 8) & 0x7f;
            int length = head.getShort(at + 10) & 0xffff;
            int wire = head.getShort(at + 14) & 0xffff;
            long time = LittleEndian.u32(head, at + 4);
            boolean ordered = time > 0 && (record == 0 || Math.abs(time - last) < 86_400);
            if (type == 0 || type > MAX_TYPE || length < RECORD_HEADER || wire == 0 && type != PAD || !ordered) {
                return false;
            }
            last = time;
            at += length;
            if (at > head.limit()) {
                return record > 0 && head.limit() == HEAD_BYTES;
            }
        }
        return true;
    }

    @Override
    public RecordReader open(CaptureSource source, CaptureLimits limits, ProblemLog problems) {
        return new Reader(source, limits, problems);
    }

    private static final class Reader extends RecordChain {
        Reader(CaptureSource source, CaptureLimits limits, ProblemLog problems) {
            super(source, limits, problems, RECORD_HEADER, 0);
        }

        @Override
        boolean isOpenEnded() {
            return true;
        }

        @Override
        long length(ByteBuffer bytes, int at) {
            return bytes.getShort(at + 10) & 0xffff;
        }

        @Override
        void add(ByteBuffer bytes, int at, long position, RecordBatch batch) {
            int type = bytes.get(at + 8) & 0x7f;
            if (type == PAD) {
                return;
            }
            int length = bytes.getShort(at + 10) & 0xffff;
            int header = RECORD_HEADER;
            boolean extended = bytes.get(at + 8) < 0;
            while (extended && header + EXTENSION_HEADER <= length) {
                extended = bytes.get(at + header) < 0;
                header += EXTENSION_HEADER;
            }
            header = Math.min(length, header + typeHeader(type));
            int original = bytes.getShort(at + 14) & 0xffff;
            int captured = Math.min(original, length - header);
            batch.add(
                    position,
                    position + header,
                    captured,
                    original,
                    // 32 bits of seconds and 32 bits of their fraction
                    LittleEndian.u32(bytes, at + 4) * 1_000_000_000L
                            + (LittleEndian.u32(bytes, at) * 1_000_000_000L >>> 32),
                    linkType(type, captured < 2 ? 0 : bytes.getShort(at + header) & 0xffff));
        }

        /** Bytes between the headers and the frame that only some types have. */
        private static int typeHeader(int type) {
            return switch (type) {
                case 2, 11, 16, 20 -> 2; // Ethernet: an offset and a pad
                case 5, 17 -> 4; // multi-channel HDLC
                default -> 0;
            };
        }

        private static int linkType(int type, int first) {
            return switch (type) {
                case 2, 11, 16, 20 -> 1;
                // The type does not tell PPP from Cisco HDLC, but their first bytes do.
                case 1, 5, 10, 15, 17, 19 -> first == 0x0f00 || first == 0x8f00 ? 104 : 50;
                case 22, 23 -> 101;
                default -> RecordBatch.NO_PACKET;
            };
        }
    }
}
