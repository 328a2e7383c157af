package org.ipsecworkbench.capture.benchmark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Makes captures of any size for measurements: 60 % ESP, 20 % ESP in UDP, 20 % TCP in clear with sequence numbers that
 * advance, between some hundred host pairs with two SPIs each. The same arguments give the same file.
 *
 * <p>Run it: {@code CaptureGenerator FILE PACKETS SNAPLEN}, with 0 for full packets.
 */
public final class CaptureGenerator {
    private static final int PAIRS = 300;
    private static final int HEADER = 14 + 20;
    private static final int[] SIZES = {90, 122, 186, 250, 570, 1066, 1466, 1514};

    private final SplittableRandom random = new SplittableRandom(20261123);
    private final byte[] noise = new byte[1 << 16];
    private final int[] sequence = new int[2 * PAIRS];
    private final ByteBuffer frame = ByteBuffer.allocate(1600);

    /** Writes a file. */
    public static void main(String[] arguments) throws IOException {
        new CaptureGenerator()
                .write(Path.of(arguments[0]), Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]));
    }

    /** Writes so many packets, each cut to {@code snapLength} bytes unless that is 0. */
    public void write(Path file, long packets, int snapLength) throws IOException {
        random.nextBytes(noise);
        ByteBuffer record = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            record.putInt(0xa1b2c3d4)
                    .putShort((short) 2)
                    .putShort((short) 4)
                    .putInt(0)
                    .putInt(0);
            record.putInt(snapLength == 0 ? 262_144 : snapLength).putInt(1);
            out.write(record.array(), 0, 24);
            long time = 1_790_000_000_000_000L;
            for (long i = 0; i < packets; i++) {
                time += random.nextInt(1, 60);
                int length = next();
                int captured = snapLength == 0 ? length : Math.min(snapLength, length);
                record.clear();
                record.putInt((int) (time / 1_000_000)).putInt((int) (time % 1_000_000));
                record.putInt(captured).putInt(length);
                out.write(record.array(), 0, 16);
                out.write(frame.array(), 0, captured);
            }
        }
    }

    private int next() {
        int pair = random.nextInt(PAIRS);
        boolean back = random.nextBoolean();
        int length = SIZES[random.nextInt(SIZES.length)];
        int sort = random.nextInt(10);
        frame.clear();
        // Noise from another place each time, so that nothing compresses and no two payloads are alike.
        System.arraycopy(noise, random.nextInt(noise.length - 1600), frame.array(), 0, length);
        frame.put(new byte[] {0, 0x15, 0x5d, 0, 0, 1, 0, 0x15, 0x5d, 0, 0, 2, 8, 0});
        int low = 10 << 24 | 1 << 16 | pair << 1;
        int high = 10 << 24 | 2 << 16 | pair << 1;
        int protocol = sort < 6 ? 50 : sort < 8 ? 17 : 6;
        frame.put((byte) 0x45).put((byte) 0).putShort((short) (length - 14)).putShort((short) random.nextInt(65_536));
        frame.putShort((short) 0x4000).put((byte) 128).put((byte) protocol).putShort((short) 0);
        frame.putInt(back ? high : low).putInt(back ? low : high);
        int flow = 2 * pair + (back ? 1 : 0);
        switch (protocol) {
            case 50 -> frame.putInt(0xc0000000 | flow << 8).putInt(++sequence[flow]);
            case 17 -> {
                frame.putShort((short) 4500).putShort((short) 4500);
                frame.putShort((short) (length - HEADER)).putShort((short) 0);
                frame.putInt(0xd0000000 | flow << 8).putInt(++sequence[flow]);
            }
            default -> {
                frame.putShort((short) (back ? 445 : 49_152 + pair)).putShort((short) (back ? 49_152 + pair : 445));
                frame.putInt(sequence[flow] * 1460).putInt(sequence[flow ^ 1] * 1460);
                frame.putShort((short) 0x5018).putShort((short) 8192).putInt(0);
                sequence[flow]++;
            }
        }
        return length;
    }
}
