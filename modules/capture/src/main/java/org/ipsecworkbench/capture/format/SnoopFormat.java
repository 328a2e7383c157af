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
 * What Solaris' snoop writes.
 *
 * <p>Source: RFC 1761, version 2; the link layers beyond its table are those of Solaris' {@code sys/dlpi.h}.
 */
@ServiceProvider(service = CaptureFormat.class, position = 400)
public final class SnoopFormat implements CaptureFormat {
    private static final long MAGIC = 0x736e6f6f70000000L; // "snoop" and three zeros
    private static final int FILE_HEADER = 16;
    private static final int RECORD_HEADER = 24;
    private static final int VERSION = 2;

    @Override
    public String key() {
        return "snoop";
    }

    @Override
    public String label() {
        return "Solaris snoop";
    }

    @Override
    public boolean recognises(ByteBuffer head) {
        return head.limit() >= 8 && head.getLong(0) == MAGIC;
    }

    @Override
    public RecordReader open(CaptureSource source, CaptureLimits limits, ProblemLog problems) {
        int linkType = RecordBatch.NO_PACKET;
        if (source.size() < FILE_HEADER) {
            problems.add("offset 0", "The file ends inside its own header; there are no packets in it.");
        } else {
            int version = source.buffer(0).getInt(8);
            if (version != VERSION) {
                problems.add("offset 8", "This is version " + version + " of snoop; it is read like version 2.");
            }
            int type = source.buffer(0).getInt(12);
            linkType = linkType(type);
            if (linkType == RecordBatch.NO_PACKET) {
                problems.add(
                        "offset 12",
                        "The link layer with snoop's number " + Integer.toUnsignedString(type)
                                + " is not known; its packets count as not IP.");
            }
        }
        return new Reader(source, limits, problems, linkType);
    }

    private static int linkType(int type) {
        return switch (type) {
            case 0, 4 -> 1; // IEEE 802.3 and Ethernet
            case 2 -> 6; // IEEE 802.5
            case 8 -> 10; // FDDI
            case 0x80000001, 0x80000002 -> 101; // DL_IPV4 and DL_IPV6: tunnels
            default -> RecordBatch.NO_PACKET;
        };
    }

    private static final class Reader extends RecordChain {
        private final int linkType;

        Reader(CaptureSource source, CaptureLimits limits, ProblemLog problems, int linkType) {
            super(source, limits, problems, RECORD_HEADER, FILE_HEADER);
            this.linkType = linkType;
        }

        @Override
        boolean isOpenEnded() {
            return true;
        }

        @Override
        long length(ByteBuffer bytes, int at) {
            long captured = bytes.getInt(at + 4) & 0xffffffffL;
            long length = bytes.getInt(at + 8) & 0xffffffffL;
            return captured > length - RECORD_HEADER ? DAMAGED : length;
        }

        @Override
        void add(ByteBuffer bytes, int at, long position, RecordBatch batch) {
            long seconds = bytes.getInt(at + 16) & 0xffffffffL;
            long microseconds = bytes.getInt(at + 20) & 0xffffffffL;
            batch.add(
                    position,
                    position + RECORD_HEADER,
                    bytes.getInt(at + 4),
                    bytes.getInt(at),
                    seconds * 1_000_000_000L + microseconds * 1000,
                    linkType);
        }
    }
}
