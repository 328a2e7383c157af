package org.ipsecworkbench.capture.scan;

/** The first packets of a flow in the order of the capture, whatever the order in which they are told. */
public final class EarlyPackets {
    private final long[] numbers = new long[FlowTally.EARLY];
    private final long[] times = new long[FlowTally.EARLY];
    private final long[] lengths = new long[FlowTally.EARLY];
    private int size;

    /** How many are remembered. */
    public int size() {
        return size;
    }

    /** Position in the capture. */
    public long number(int i) {
        return numbers[i];
    }

    /** Time in nanoseconds since 1970. */
    public long time(int i) {
        return times[i];
    }

    /** Bytes on the wire. */
    public long length(int i) {
        return lengths[i];
    }

    void add(long number, long time, long length) {
        int at = size;
        if (at == FlowTally.EARLY) {
            if (number > numbers[at - 1]) {
                return;
            }
            at--;
        } else {
            size++;
        }
        while (at > 0 && numbers[at - 1] > number) {
            numbers[at] = numbers[at - 1];
            times[at] = times[at - 1];
            lengths[at] = lengths[at - 1];
            at--;
        }
        numbers[at] = number;
        times[at] = time;
        lengths[at] = length;
    }

    void add(EarlyPackets other) {
        for (int i = 0; i < other.size; i++) {
            add(other.numbers[i], other.times[i], other.lengths[i]);
        }
    }
}
