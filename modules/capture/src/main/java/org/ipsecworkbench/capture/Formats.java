package org.ipsecworkbench.capture;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.ipsecworkbench.capture.spi.CaptureFormat;
import org.ipsecworkbench.capture.spi.CaptureSource;
import org.openide.util.Lookup;

/** The installed capture formats. */
final class Formats {
    private static final Logger LOG = Logger.getLogger(Formats.class.getName());

    private Formats() {}

    static CaptureFormat recognise(Path file, CaptureSource source) throws CaptureFormatException {
        int length = (int) Math.min(source.size(), CaptureFormat.HEAD_BYTES);
        List<CaptureFormat> formats = new ArrayList<>(Lookup.getDefault().lookupAll(CaptureFormat.class));
        for (CaptureFormat format : formats) {
            ByteBuffer head = source.buffer(0).slice(0, length);
            try {
                if (format.recognises(head)) {
                    return format;
                }
            } catch (RuntimeException | LinkageError e) {
                // One faulty third-party format must not keep the others from reading.
                LOG.log(Level.WARNING, "capture format " + format.getClass().getName(), e);
            }
        }
        String known = formats.stream().map(CaptureFormat::label).collect(Collectors.joining(", "));
        throw new CaptureFormatException(file + " is not a capture: its first bytes are those of no known format ("
                + known + ", also packed with gzip or zstd).");
    }
}
