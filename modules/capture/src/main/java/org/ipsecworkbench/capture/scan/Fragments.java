package org.ipsecworkbench.capture.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.capture.Exemption;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.decode.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Gives later IP fragments the class of their datagram. Fed in the order of the capture, by one thread at a time.
 *
 * <p>Fragments may come before their first one. What waits longer than 30 seconds of capture time, or beyond the limit, is
 * settled by its protocol number.
 */
final class Fragments {
    /** RFC 791 recommends 15 seconds for reassembly, RFC 8200 asks for 60. */
    private static final long PATIENCE = 30_000_000_000L;

    private static final int UDP = 17;

    /** Waiting packets per datagram: 64 KiB in the smallest fragments. */
    private static final int MAX_WAITING = 8192;

    /** Waiting packets of all datagrams together: about 50 MB. */
    static final int MAX_WAITING_IN_ALL = 1 << 18;

    /** What identifies a datagram: RFC 791 section 3.2. */
    record Key(long sh, long sl, long dh, long dl, int network, int datagram, int protocol) {
        static Key of(Frame f) {
            return new Key(
                    f.datagramSourceHigh,
                    f.datagramSourceLow,
                    f.datagramDestinationHigh,
                    f.datagramDestinationLow,
                    f.network,
                    f.datagram,
                    f.datagramProtocol);
        }
    }

    /** A fragment found in a batch. {@code packet} is its place in the capture; class, exemption and SPI are its own. */
    record Fragment(
            Key key,
            boolean first,
            long packet,
            long time,
            long length,
            TrafficClass trafficClass,
            Exemption exemption,
            int spi) {
        Fragment with(TrafficClass other) {
            return new Fragment(key, first, packet, time, length, other, exemption, spi);
        }
    }

    private static final class Datagram {
        @Nullable
        Fragment first;

        long time;
        final List<Fragment> waiting = new ArrayList<>(2);
    }

    private final FlowTable flows;
    private final PacketPages pages;
    private final Tally tally;
    private final int limit;
    private final Map<Key, Datagram> datagrams = new HashMap<>();
    private final ArrayDeque<Key> order = new ArrayDeque<>();
    private int waiting;

    Fragments(FlowTable flows, PacketPages pages, Tally tally, int limit) {
        this.flows = flows;
        this.pages = pages;
        this.tally = tally;
        this.limit = limit;
    }

    /** Takes fragments that are in the index. */
    void take(List<Fragment> found) {
        for (Fragment fragment : found) {
            while (waiting >= MAX_WAITING_IN_ALL) {
                giveUpOldest();
            }
            Datagram datagram = datagrams.get(fragment.key());
            if (datagram != null && Math.abs(fragment.time() - datagram.time) > PATIENCE) {
                settleWaiting(datagram, null);
                datagram.first = null;
                datagram.time = fragment.time();
            }
            if (datagram == null) {
                datagram = open(fragment);
            }
            if (fragment.first()) {
                datagram.first = fragment;
                settleWaiting(datagram, fragment);
            } else if (datagram.first != null) {
                settle(fragment, datagram.first);
            } else if (datagram.waiting.size() < MAX_WAITING) {
                datagram.waiting.add(fragment);
                waiting++;
            } else {
                settle(fragment, null);
            }
        }
    }

    private Datagram open(Fragment fragment) {
        if (datagrams.size() >= limit) {
            giveUpOldest();
        }
        Datagram datagram = new Datagram();
        datagram.time = fragment.time();
        datagrams.put(fragment.key(), datagram);
        order.add(fragment.key());
        return datagram;
    }

    private void giveUpOldest() {
        Datagram oldest = datagrams.remove(order.poll());
        if (oldest != null) {
            settleWaiting(oldest, null);
        }
    }

    /** How many packets wait for their first fragment. */
    int waiting() {
        return waiting;
    }

    /**
     * Settles what waits as if no more fragments came; should they come, it waits on. One whose first is missing, so that
     * only its protocol is known, is in clear where its hosts sent each other UDP in clear and neither IKE nor ESP of any
     * kind.
     *
     * @param into counts it, and is thrown away when reading goes on
     */
    void finish(Tally into) {
        if (waiting == 0) {
            return;
        }
        ClearTalkers clear = new ClearTalkers(flows);
        for (Datagram datagram : datagrams.values()) {
            for (Fragment fragment : datagram.waiting) {
                Key key = fragment.key();
                boolean isClear = key.protocol() == UDP && clear.contains(key);
                settle(fragment, isClear ? fragment.with(TrafficClass.CLEAR) : null, into);
            }
        }
    }

    private void settleWaiting(Datagram datagram, @Nullable Fragment first) {
        for (Fragment fragment : datagram.waiting) {
            settle(fragment, first);
        }
        waiting -= datagram.waiting.size();
        datagram.waiting.clear();
    }

    private void settle(Fragment fragment, @Nullable Fragment first) {
        settle(fragment, first, tally);
    }

    private void settle(Fragment fragment, @Nullable Fragment first, Tally into) {
        Fragment as = first == null ? fragment : first;
        Key key = fragment.key();
        int flow = flows.flow(
                key.sh(), key.sl(), key.dh(), key.dl(), key.network(), as.trafficClass(), as.exemption(), as.spi());
        pages.setFlow(fragment.packet(), flow);
        synchronized (into) {
            into.count(flow, as.trafficClass(), fragment.time(), fragment.length());
            into.first(flow, fragment.packet());
            if (as.trafficClass() == TrafficClass.CLEAR && as.exemption() == Exemption.NONE) {
                into.remember(flow, fragment.packet(), fragment.time(), fragment.length());
            }
        }
    }
}
