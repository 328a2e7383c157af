package org.ipsecworkbench.capture.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.capture.spi.CaptureFormat;
import org.ipsecworkbench.capture.spi.CaptureSource;
import org.ipsecworkbench.capture.spi.PackedCaptureFormat;
import org.ipsecworkbench.capture.spi.RecordBatch;
import org.ipsecworkbench.capture.spi.RecordReader;
import org.ipsecworkbench.capture.testing.BytesSource;
import org.ipsecworkbench.capture.testing.Records;

/** What a fuzz target does with its input: everything that opening and scanning a file would do to the format. */
public final class FormatFuzzing {
    private static final int MOST_UNPACKED = 1 << 20;

    private FormatFuzzing() {}

    /** Reads a file where the format recognises it; throws where something holds that must not. */
    public static void read(CaptureFormat format, byte[] file) throws IOException {
        int head = Math.min(file.length, CaptureFormat.HEAD_BYTES);
        if (!format.recognises(ByteBuffer.wrap(Arrays.copyOf(file, head)).asReadOnlyBuffer())) {
            return;
        }
        byte[] readable = file;
        CaptureSource source = BytesSource.of(file);
        if (format instanceof PackedCaptureFormat packed && packed.isPacked(source)) {
            readable = unpack(packed, source);
        }
        for (Records.One one : Records.read(format, readable).all()) {
            if (one.captured() < 0 || one.data() < 0 || one.data() + one.captured() > readable.length) {
                throw new AssertionError("outside of the file: " + one);
            }
        }
        notes(format, readable);
    }

    private static byte[] unpack(PackedCaptureFormat format, CaptureSource source) throws IOException {
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
        OutputStream limited = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (unpacked.size() + length > MOST_UNPACKED) {
                    throw new IOException("as much as was asked for");
                }
                unpacked.write(bytes, offset, length);
            }
        };
        ProblemLog problems = new ProblemLog(10);
        try {
            format.unpack(source, limited, CaptureLimits.DEFAULT, problems, ScanMonitor.NONE);
        } catch (IOException e) {
            if (unpacked.size() + (1 << 17) < MOST_UNPACKED) {
                throw e;
            }
        }
        return unpacked.toByteArray();
    }

    private static void notes(CaptureFormat format, byte[] file) throws IOException {
        RecordReader reader = format.open(BytesSource.of(file), CaptureLimits.DEFAULT, new ProblemLog(10));
        RecordBatch batch = new RecordBatch(64, Integer.MAX_VALUE);
        reader.fill(batch);
        for (int i = 0; i < batch.size(); i++) {
            reader.notes(batch.position[i]);
        }
    }
}
