package org.ipsecworkbench.capture.format;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A section of a pcapng file: its byte order and interfaces.
 *
 * <p>Written by the thread that fills; read by others only for positions that were filled before.
 */
final class PcapngSection {
    /** What an interface description block says that its packets need. */
    record Interface(int linkType, int snapLength, PcapngTime time, String name) {}

    final long start;
    final boolean swapped;
    private volatile Interface[] interfaces = new Interface[2];
    /** Written behind the interface that it counts. */
    private volatile int size;

    PcapngSection(long start, boolean swapped) {
        this.start = start;
        this.swapped = swapped;
    }

    void add(Interface one) {
        Interface[] all = interfaces;
        if (size == all.length) {
            all = Arrays.copyOf(all, 2 * size);
        }
        all[size] = one;
        interfaces = all;
        size++;
    }

    int size() {
        return size;
    }

    Interface get(int number) {
        return interfaces[number];
    }

    int i32(ByteBuffer bytes, int at) {
        int value = bytes.getInt(at);
        return swapped ? Integer.reverseBytes(value) : value;
    }

    int u16(ByteBuffer bytes, int at) {
        short value = bytes.getShort(at);
        return (swapped ? Short.reverseBytes(value) : value) & 0xffff;
    }

    long i64(ByteBuffer bytes, int at) {
        long value = bytes.getLong(at);
        return swapped ? Long.reverseBytes(value) : value;
    }
}
