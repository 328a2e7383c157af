package org.ipsecworkbench.capture.format;

import java.nio.ByteBuffer;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.spi.CaptureFormat;
import org.ipsecworkbench.capture.spi.CaptureSource;
import org.ipsecworkbench.capture.spi.RecordReader;
import org.openide.util.lookup.ServiceProvider;

/**
 * pcapng: several sections in either byte order, several interfaces, enhanced, simple and obsolete packet blocks.
 *
 * <p>Blocks that hold no packets are stepped over by their length, so unknown ones do no harm. Source:
 * draft-ietf-opsawg-pcapng.
 */
@ServiceProvider(service = CaptureFormat.class, position = 200)
public final class PcapngFormat implements CaptureFormat {
    static final int SECTION_HEADER = 0x0a0d0d0a;
    static final int BYTE_ORDER = 0x1a2b3c4d;
    static final int INTERFACE = 1;
    static final int OBSOLETE_PACKET = 2;
    static final int SIMPLE_PACKET = 3;
    static final int INTERFACE_STATISTICS = 5;
    static final int ENHANCED_PACKET = 6;
    static final int CUSTOM = 0x00000bad;
    static final int CUSTOM_NOT_TO_BE_COPIED = 0x40000bad;

    @Override
    public String key() {
        return "pcapng";
    }

    @Override
    public String label() {
        return "pcapng";
    }

    @Override
    public boolean recognises(ByteBuffer head) {
        return head.limit() >= 12
                && head.getInt(0) == SECTION_HEADER
                && (head.getInt(8) == BYTE_ORDER || Integer.reverseBytes(head.getInt(8)) == BYTE_ORDER);
    }

    @Override
    public RecordReader open(CaptureSource source, CaptureLimits limits, ProblemLog problems) {
        return new PcapngReader(source, limits, problems);
    }
}
