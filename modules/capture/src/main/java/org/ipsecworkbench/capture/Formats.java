package org.ipsecworkbench.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ipsecworkbench.capture.spi.CaptureFormat;
import org.ipsecworkbench.capture.spi.CaptureSource;
import org.ipsecworkbench.extension.Extensions;
import org.jspecify.annotations.Nullable;
import org.openide.util.Lookup;

/** The installed capture formats. Safe for every thread. */
public final class Formats {
    private Formats() {}

    /**
     * The format of a file, by its content alone; null where it is no capture. Reads {@link CaptureFormat#HEAD_BYTES}, of a
     * compressed file 256 kB, and does not close the stream.
     *
     * @param file the file from its beginning
     * @throws IOException if it cannot be read; damage only means that it is not recognised
     */
    public static @Nullable CaptureFormat recognise(InputStream file) throws IOException {
        return recognise(installed(), ByteBuffer.wrap(Unpacker.head(file, CaptureFormat.HEAD_BYTES)));
    }

    static CaptureFormat recognise(Path file, CaptureSource source) throws CaptureFormatException {
        int length = (int) Math.min(source.size(), CaptureFormat.HEAD_BYTES);
        List<CaptureFormat> formats = installed();
        CaptureFormat found = recognise(formats, source.buffer(0).slice(0, length));
        if (found != null) {
            return found;
        }
        String known = formats.stream().map(CaptureFormat::label).collect(Collectors.joining(", "));
        throw new CaptureFormatException(file + " is not a capture: its first bytes are those of no known format ("
                + known + ", also packed with gzip or zstd).");
    }

    private static List<CaptureFormat> installed() {
        return new ArrayList<>(Lookup.getDefault().lookupAll(CaptureFormat.class));
    }

    private static @Nullable CaptureFormat recognise(List<CaptureFormat> formats, ByteBuffer head) {
        for (CaptureFormat format : formats) {
            if (Extensions.attempt(format, Extensions.PATIENCE, () -> format.recognises(head.asReadOnlyBuffer()))
                    .orElse(false)) {
                return format;
            }
        }
        return null;
    }
}
