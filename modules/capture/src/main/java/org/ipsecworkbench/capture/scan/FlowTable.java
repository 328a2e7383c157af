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
 * <p>Looked up once per packet by all threads without a lock; a flow that is new takes one. IPv4 has a table of its own,
 * because its keys are short enough to stay in the first-level cache.
 */
public final class FlowTable {
    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(int[].class);

    private final int limit;
    private volatile Table four = new Table(2, 512);
    private volatile Table six = new Table(5, 64);
    private volatile int size;
    private volatile boolean full;

    /** Tells so many flows apart. */
    public FlowTable(int limit) {
        this.limit = limit;
    }

    /**
     * Open addressing over the flows of one IP version: addresses in one long or four, then the {@link FlowKind}. A key is
     * written before the slot that leads to it, and never changed.
     */
    static final class Table {
        /** Number of the flow plus one, 0 where free. */
        final int[] slots;

        /** By number of the flow; 0 for flows of the other version, since a kind never is. */
        final long[] keys;

        final int stride;
        final int mask;

        Table(int stride, int flows) {
            this.stride = stride;
            slots = new int[Integer.highestOneBit(flows) * 4];
            mask = slots.length - 1;
            keys = new long[flows * stride];
        }

        /** The flow of IPv4 addresses, or a negative number. */
        int find(long addresses, long kind) {
            return find(hash(addresses, kind) & mask, addresses, kind);
        }

        private int find(int slot, long addresses, long kind) {
            while (true) {
                int id = (int) SLOT.getAcquire(slots, slot) - 1;
                if (id < 0) {
                    return ~slot;
                }
                if (keys[2 * id] == addresses && keys[2 * id + 1] == kind) {
                    return id;
                }
                slot = slot + 1 & mask;
            }
        }

        int find(int slot, long sh, long sl, long dh, long dl, long kind) {
            while (true) {
                int id = (int) SLOT.getAcquire(slots, slot) - 1;
                if (id < 0) {
                    return ~slot;
                }
                int k = 5 * id;
                boolean same = keys[k + 1] == sl && keys[k + 3] == dl && keys[k + 4] == kind;
                if (same && keys[k] == sh && keys[k + 2] == dh) {
                    return id;
                }
                slot = slot + 1 & mask;
            }
        }

        boolean holds(int flow) {
            return flow < keys.length / stride && keys[(flow + 1) * stride - 1] != 0;
        }

        /** The same with room for more; slots are found anew from the keys. */
        Table grown(int flows) {
            Table larger = new Table(stride, flows);
            System.arraycopy(keys, 0, larger.keys, 0, keys.length);
            for (int flow = 0; flow < keys.length / stride; flow++) {
                if (holds(flow)) {
                    int k = flow * stride;
                    int slot = (stride == 2
                                    ? hash(keys[k], keys[k + 1])
                                    : hash(keys[k], keys[k + 1], keys[k + 2], keys[k + 3], keys[k + 4]))
                            & larger.mask;
                    while (larger.slots[slot] != 0) {
                        slot = slot + 1 & larger.mask;
                    }
                    larger.slots[slot] = flow + 1;
                }
            }
            return larger;
        }
    }

    private static int hash(long addresses, long kind) {
        long h = (addresses ^ Long.rotateLeft(kind, 19)) * 0x9e3779b97f4a7c15L;
        h = (h ^ h >>> 29) * 0xc2b2ae3d27d4eb4fL;
        return (int) (h >>> 32);
    }

    private static int hash(long sh, long sl, long dh, long dl, long kind) {
        return hash(sh * 0x165667b19e3779f9L + sl ^ Long.rotateLeft(dh * 0x27d4eb2f165667c5L + dl, 31), kind);
    }

    /** The flow with these properties, made where it is new; without addresses, these are 0. */
    int flow(long sh, long sl, long dh, long dl, int network, TrafficClass trafficClass, Exemption exemption, int spi) {
        return flow(sh, sl, dh, dl, FlowKind.of(trafficClass, exemption, network, spi));
    }

    /** The same by the {@link FlowKind}. */
    int flow(long sh, long sl, long dh, long dl, long kind) {
        if ((sh | dh) == 0 && (sl & dl) >>> 32 == 0xffff) {
            return flow(sl << 32 | dl & 0xffffffffL, kind);
        }
        int hash = hash(sh, sl, dh, dl, kind);
        Table table = six;
        int found = table.find(hash & table.mask, sh, sl, dh, dl, kind);
        return found >= 0 ? found : insert(hash, sh, sl, dh, dl, kind);
    }

    /** The flows over IPv4 that are known now. */
    Table four() {
        return four;
    }

    /** The same for IPv4: the source in the upper half, the destination in the lower one. */
    int flow(long addresses, long kind) {
        int hash = hash(addresses, kind);
        Table table = four;
        int found = table.find(hash & table.mask, addresses, kind);
        return found >= 0 ? found : insert(hash, addresses, kind);
    }

    private synchronized int insert(int hash, long addresses, long kind) {
        Table table = four;
        int found = table.find(hash & table.mask, addresses, kind);
        if (found >= 0) {
            return found;
        }
        if (size >= limit) {
            return withoutHosts(kind);
        }
        if (size * 2 >= table.keys.length) {
            table = table.grown(size * 2);
            found = table.find(hash & table.mask, addresses, kind);
        }
        table.keys[2 * size] = addresses;
        table.keys[2 * size + 1] = kind;
        SLOT.setRelease(table.slots, ~found, size + 1);
        four = table;
        return size++;
    }

    private synchronized int insert(int hash, long sh, long sl, long dh, long dl, long kind) {
        Table table = six;
        int found = table.find(hash & table.mask, sh, sl, dh, dl, kind);
        if (found >= 0) {
            return found;
        }
        if (size >= limit && ((sh | sl | dh | dl) != 0 || !FlowKind.isPlain(kind))) {
            return withoutHosts(kind);
        }
        if (size * 5 >= table.keys.length) {
            table = table.grown(size * 2);
            found = table.find(hash & table.mask, sh, sl, dh, dl, kind);
        }
        int k = 5 * size;
        table.keys[k] = sh;
        table.keys[k + 1] = sl;
        table.keys[k + 2] = dh;
        table.keys[k + 3] = dl;
        table.keys[k + 4] = kind;
        SLOT.setRelease(table.slots, ~found, size + 1);
        six = table;
        return size++;
    }

    /** Beyond the limit there is one flow per class and exemption, without addresses. */
    private int withoutHosts(long kind) {
        full = true;
        return flow(0, 0, 0, 0, 0, FlowKind.trafficClass(kind), FlowKind.exemption(kind), 0);
    }

    /** How many flows there are. */
    public int size() {
        return size;
    }

    /** Whether flows were counted together because there are too many. */
    public boolean isFull() {
        return full;
    }

    /** High and low half of the source's address, then of the destination's; all 0 where the flow has none. */
    public long[] addresses(int flow) {
        Table table = four;
        if (table.holds(flow)) {
            long both = table.keys[2 * flow];
            return new long[] {0, Frame.IPV4 | both >>> 32, 0, Frame.IPV4 | both & 0xffffffffL};
        }
        return Arrays.copyOfRange(six.keys, 5 * flow, 5 * flow + 4);
    }

    private long kind(int flow) {
        Table table = four;
        return table.holds(flow) ? table.keys[2 * flow + 1] : six.keys[5 * flow + 4];
    }

    /** The class of a flow. */
    public TrafficClass trafficClass(int flow) {
        return FlowKind.trafficClass(kind(flow));
    }

    /** The exemption of a flow. */
    public Exemption exemption(int flow) {
        return FlowKind.exemption(kind(flow));
    }

    /** The VLANs of a flow, as in {@link Frame#network}. */
    public int network(int flow) {
        return FlowKind.network(kind(flow));
    }

    /** The SPI of a flow, 0 to 2^32-1. */
    public long spi(int flow) {
        return kind(flow) & 0xffffffffL;
    }
}
