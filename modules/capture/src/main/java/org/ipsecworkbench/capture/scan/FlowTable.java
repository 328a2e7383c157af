package org.ipsecworkbench.capture.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.ipsecworkbench.capture.Exemption;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.decode.Frame;

/**
 * Gives every flow a number: the packets from one address to another that share class, network and SPI.
 *
 * <p>Looked up once per packet by all threads without a lock; a flow that is new takes one.
 */
public final class FlowTable {
    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(int[].class);
    private static final int STRIDE = 6;

    /** Numbers for flows without addresses, which take what the limit turns away: one per class and exemption. */
    private static final int RESERVE = TrafficClass.values().length * Exemption.values().length;

    private final int limit;
    private volatile State state = new State(1024);
    private volatile int size;
    private volatile boolean full;

    /** Tells so many flows apart. */
    public FlowTable(int limit) {
        this.limit = limit;
    }

    private static final class State {
        /** Number of the flow plus one, 0 where free. */
        final int[] slots;

        final long[] keys;
        final int mask;

        State(int capacity) {
            slots = new int[capacity * 2];
            mask = slots.length - 1;
            keys = new long[capacity * STRIDE];
        }

        int find(int slot, long sh, long sl, long dh, long dl, long kind, long spi) {
            while (true) {
                int id = (int) SLOT.getAcquire(slots, slot) - 1;
                if (id < 0) {
                    return ~slot;
                }
                int k = id * STRIDE;
                if (keys[k + 1] == sl
                        && keys[k + 3] == dl
                        && keys[k + 5] == spi
                        && keys[k + 4] == kind
                        && keys[k] == sh
                        && keys[k + 2] == dh) {
                    return id;
                }
                slot = slot + 1 & mask;
            }
        }
    }

    private static int hash(long sh, long sl, long dh, long dl, long kind, long spi) {
        long h = (sl + spi) * 0x9e3779b97f4a7c15L ^ Long.rotateLeft(dl + kind, 29) * 0xc2b2ae3d27d4eb4fL;
        h += sh * 0x165667b19e3779f9L ^ dh * 0x27d4eb2f165667c5L;
        h ^= h >>> 29;
        h *= 0x9e3779b97f4a7c15L;
        return (int) (h >>> 32);
    }

    /** The flow of a decoded frame. */
    public int flowOf(Frame f) {
        if (!f.hasAddresses) {
            return flow(0, 0, 0, 0, 0, f.trafficClass, f.exemption, 0);
        }
        return flow(
                f.sourceHigh,
                f.sourceLow,
                f.destinationHigh,
                f.destinationLow,
                f.network,
                f.trafficClass,
                f.exemption,
                f.spi);
    }

    /** The flow with these properties, made where it is new. */
    int flow(long sh, long sl, long dh, long dl, int network, TrafficClass trafficClass, Exemption exemption, int spi) {
        long kind = (long) network << 8 | (long) trafficClass.ordinal() << 3 | exemption.ordinal();
        int hash = hash(sh, sl, dh, dl, kind, spi);
        State s = state;
        int found = s.find(hash & s.mask, sh, sl, dh, dl, kind, spi);
        return found >= 0 ? found : insert(hash, sh, sl, dh, dl, kind, spi);
    }

    private synchronized int insert(int hash, long sh, long sl, long dh, long dl, long kind, int spi) {
        State s = state;
        int found = s.find(hash & s.mask, sh, sl, dh, dl, kind, spi);
        if (found >= 0) {
            return found;
        }
        boolean addressless = sh == 0 && sl == 0 && dh == 0 && dl == 0;
        if (size >= limit && !addressless) {
            full = true;
            return flow(0, 0, 0, 0, 0, TrafficClass.values()[(int) kind >>> 3 & 0x1f], exemption(kind), 0);
        }
        int id = size;
        if (id * 2 >= s.slots.length) {
            s = grow(s, id);
            found = s.find(hash & s.mask, sh, sl, dh, dl, kind, spi);
        }
        long[] keys = s.keys;
        int k = id * STRIDE;
        keys[k] = sh;
        keys[k + 1] = sl;
        keys[k + 2] = dh;
        keys[k + 3] = dl;
        keys[k + 4] = kind;
        keys[k + 5] = spi;
        SLOT.setRelease(s.slots, ~found, id + 1);
        state = s;
        size = id + 1;
        return id;
    }

    private static State grow(State old, int used) {
        State s = new State(Math.max(used * 2, 1024));
        System.arraycopy(old.keys, 0, s.keys, 0, used * STRIDE);
        for (int id = 0; id < used; id++) {
            int k = id * STRIDE;
            long[] keys = s.keys;
            int slot = hash(keys[k], keys[k + 1], keys[k + 2], keys[k + 3], keys[k + 4], keys[k + 5]) & s.mask;
            while (s.slots[slot] != 0) {
                slot = slot + 1 & s.mask;
            }
            s.slots[slot] = id + 1;
        }
        return s;
    }

    /** How many flows there are. */
    public int size() {
        return size;
    }

    /** Whether flows were counted together because there are too many. */
    public boolean isFull() {
        return full;
    }

    /** The most flows that can be told apart, those included that take what is turned away. */
    int capacity() {
        return limit + RESERVE;
    }

    /** High and low half of the source's address, then of the destination's; all 0 where the flow has none. */
    public long[] addresses(int flow) {
        return Arrays.copyOfRange(state.keys, flow * STRIDE, flow * STRIDE + 4);
    }

    /** The class of a flow. */
    public TrafficClass trafficClass(int flow) {
        return TrafficClass.values()[(int) state.keys[flow * STRIDE + 4] >>> 3 & 0x1f];
    }

    /** The exemption of a flow. */
    public Exemption exemption(int flow) {
        return exemption(state.keys[flow * STRIDE + 4]);
    }

    private static Exemption exemption(long kind) {
        return Exemption.values()[(int) kind & 7];
    }

    /** The VLANs of a flow, as in {@link Frame#network}. */
    public int network(int flow) {
        return (int) (state.keys[flow * STRIDE + 4] >>> 8);
    }

    /** The SPI of a flow, 0 to 2^32-1. */
    public long spi(int flow) {
        return state.keys[flow * STRIDE + 5] & 0xffffffffL;
    }
}
