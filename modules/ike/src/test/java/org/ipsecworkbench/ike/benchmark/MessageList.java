package org.ipsecworkbench.ike.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.ipsecworkbench.ike.SeenMessage;

/** Writes a line per message as {@code tshark -T fields} does: the packet's number, the initiator's cookie, the exchange. */
final class MessageList {
    private static final byte[] DIGITS = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };
    private static final int LONGEST_LINE = 64;

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int at;

    MessageList(OutputStream out) {
        this.out = out;
    }

    void add(SeenMessage seen) {
        if (at > buffer.length - LONGEST_LINE) {
            flush();
        }
        number(seen.packet());
        buffer[at++] = '\t';
        long cookie = seen.message().cookies().initiator();
        for (int shift = 60; shift >= 0; shift -= 4) {
            buffer[at++] = DIGITS[(int) (cookie >>> shift) & 0xf];
        }
        buffer[at++] = '\t';
        number(seen.message().exchange());
        buffer[at++] = '\n';
    }

    private void number(long value) {
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        long rest = value;
        for (int i = at + digits - 1; i >= at; i--) {
            buffer[i] = DIGITS[(int) (rest % 10)];
            rest /= 10;
        }
        at += digits;
    }

    void finish() {
        flush();
    }

    private void flush() {
        try {
            out.write(buffer, 0, at);
            at = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
