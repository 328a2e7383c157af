package org.ipsecworkbench.capture.unpack;

import java.nio.charset.StandardCharsets;

/**
 * The content of the files in this package's resources, which {@code zstd} made of it:
 *
 * <pre>{@code
 * java Words.java > words
 * zstd -1 -c words > words-1.zst
 * zstd -19 -c words > words-19.zst
 * zstd -3 --no-check -c < words > words-stream.zst
 * (zstd -c < /dev/null; zstd --fast=3 -c words; zstd -9 --long=27 -c words) > words-frames.zst
 * }</pre>
 */
final class Words {
    private static final String[] WORDS = {
        "security", "association", "main", "mode", "quick", "offer", "filter", "action", "policy", "packet"
    };

    private Words() {}

    /** Half a megabyte that compresses well in places. */
    static byte[] bytes() {
        StringBuilder text = new StringBuilder();
        int state = 1;
        while (text.length() < 500_000) {
            state = state * 1_103_515_245 + 12_345;
            int choice = state >>> 16 & 0x7fff;
            text.append(WORDS[choice % WORDS.length]).append(choice % 7 == 0 ? "\n" : " ");
            if (choice % 1000 == 0) {
                text.append("=".repeat(choice));
            }
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Prints it. */
    public static void main(String[] arguments) {
        byte[] bytes = bytes();
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }
}
