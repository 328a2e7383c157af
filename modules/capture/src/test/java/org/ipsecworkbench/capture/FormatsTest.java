package org.ipsecworkbench.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.ipsecworkbench.capture.spi.CaptureFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FormatsTest {
    @Test
    void aCaptureIsRecognisedByItsContent() throws IOException {
        assertEquals("pcap", recognised(capture()));
    }

    @Test
    void aCompressedCaptureIsRecognisedByWhatIsInIt() throws IOException {
        assertEquals("pcap", recognised(gzip(capture())));
        assertEquals("pcap", recognised(Zstd.compress(capture())));
    }

    @Test
    void oneThatIsCutOffIsRecognisedByWhatIsThere() throws IOException {
        assertEquals("pcap", recognised(Arrays.copyOf(capture(), 40)));
        byte[] packed = gzip(capture());
        assertEquals("pcap", recognised(Arrays.copyOf(packed, packed.length - 9)));
    }

    @Test
    void otherFilesAreNot() throws IOException {
        assertNull(recognised(new byte[0]));
        assertNull(recognised("only notes".getBytes(StandardCharsets.UTF_8)));
        assertNull(recognised(gzip("only notes".getBytes(StandardCharsets.UTF_8))));
        assertNull(recognised(new byte[] {0x1f, (byte) 0x8b, 0, 0, 0}));
    }

    @Test
    void compressedNothingWithoutEndIsNotReadToItsEnd() throws IOException {
        byte[] nothing = gzip(new byte[0]);
        int[] read = new int[1];
        InputStream endless = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read() {
                return nothing[read[0]++ % nothing.length] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                for (int i = 0; i < length; i++) {
                    buffer[offset + i] = (byte) read();
                }
                return length;
            }
        };
        assertNull(Formats.recognise(endless));
        assertTrue(read[0] <= 1 << 19, read[0] + " bytes were read");
    }

    private static byte[] capture() throws IOException {
        try (InputStream in = FormatsTest.class.getResourceAsStream("lab/b01_ikev1_psk_transport.pcap")) {
            return in.readAllBytes();
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static @Nullable String recognised(byte[] file) throws IOException {
        CaptureFormat format = Formats.recognise(new ByteArrayInputStream(file));
        return format == null ? null : format.key();
    }
}
