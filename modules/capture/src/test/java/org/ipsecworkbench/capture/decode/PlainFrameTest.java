package org.ipsecworkbench.capture.decode;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.capture.testing.FrameSeeds;
import org.ipsecworkbench.capture.testing.LabCaptures;
import org.ipsecworkbench.capture.testing.PlainFrames;
import org.junit.jupiter.api.Test;

/** What the fast way finds of a frame is what the decoder finds. */
class PlainFrameTest {
    private static final int HEADERS = 64;

    @Test
    void mostFramesOfTheLabArePlainAndAllOfThoseAreDecodedAlike() throws Exception {
        long plain = 0;
        long ike = 0;
        long all = 0;
        for (Path file : LabCaptures.all()) {
            try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
                capture.scan(ScanMonitor.NONE);
                if (capture.coverage().linkTypes().equals(List.of("ETHERNET"))) {
                    for (long i = 0; i < capture.packets(); i++) {
                        ByteBuffer frame = capture.bytes(i);
                        all++;
                        ike += PlainFrames.checkIke(frame, 0, frame.limit()) ? 1 : 0;
                        plain += PlainFrames.check(frame, 0, frame.limit()) ? 1 : 0;
                    }
                }
            }
        }
        assertTrue(plain > all / 2, plain + " of " + all);
        assertTrue(ike > 100, ike + " of " + all);
    }

    @Test
    void everyByteOfTheHeadersMayBeAnythingAndAFrameCutAnywhere() {
        Random random = new Random(20261125);
        boolean any = false;
        for (byte[] seed : FrameSeeds.ethernet()) {
            for (int at = 0; at < Math.min(HEADERS, seed.length); at++) {
                for (int round = 0; round < 40; round++) {
                    byte[] frame = seed.clone();
                    frame[at] = (byte) random.nextInt();
                    frame[random.nextInt(frame.length)] = (byte) random.nextInt();
                    any |= PlainFrames.check(ByteBuffer.wrap(frame), 0, frame.length);
                }
            }
            for (int length = 0; length <= seed.length; length++) {
                PlainFrames.check(ByteBuffer.wrap(seed), 0, length);
            }
        }
        assertTrue(any);
    }

    @Test
    void whatIsExemptOrTunnelledOrIkeIsLeftToTheDecoder() {
        byte[] udp = new byte[14 + 20 + 8 + 8];
        ByteBuffer frame = ByteBuffer.wrap(udp);
        frame.putShort(12, (short) 0x0800).putShort(14, (short) 0x4500).putShort(16, (short) 36);
        frame.put(23, (byte) 17).putInt(26, 0x0a000001).putInt(30, 0x0a000002);
        frame.putShort(34, (short) 1024).putShort(36, (short) 1025).putShort(38, (short) 16);
        assertTrue(PlainFrames.check(frame, 0, udp.length));
        for (int port : new int[] {67, 68, 500, 546, 547, 1701, 3544, 4500, 4789, 6081, 8472}) {
            frame.putShort(36, (short) port);
            assertFalse(PlainFrames.check(frame, 0, udp.length), () -> "port " + port);
        }
        frame.putShort(36, (short) 1025);
        for (int address : new int[] {0xe0000001, 0xffffffff, 0x7f000001, 0}) {
            frame.putInt(30, address);
            assertFalse(PlainFrames.check(frame, 0, udp.length), () -> Integer.toHexString(address));
        }
    }
}
