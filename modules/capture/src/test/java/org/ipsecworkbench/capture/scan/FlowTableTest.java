package org.ipsecworkbench.capture.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ipsecworkbench.capture.Exemption;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.decode.Frame;
import org.junit.jupiter.api.Test;

class FlowTableTest {
    private static final long A = Frame.IPV4 | 0x0a000001;
    private static final long B = Frame.IPV4 | 0x0a000002;

    @Test
    void whatIsTheSameHasOneNumberAndWhatDiffersInAnythingAnother() {
        FlowTable flows = new FlowTable(100);
        int flow = flows.flow(0, A, 0, B, 0, TrafficClass.CLEAR, Exemption.NONE, 0);
        assertEquals(flow, flows.flow(0, A, 0, B, 0, TrafficClass.CLEAR, Exemption.NONE, 0));
        Set<Integer> others = new HashSet<>();
        others.add(flows.flow(0, B, 0, A, 0, TrafficClass.CLEAR, Exemption.NONE, 0));
        others.add(flows.flow(1, A, 0, B, 0, TrafficClass.CLEAR, Exemption.NONE, 0));
        others.add(flows.flow(0, A, 1, B, 0, TrafficClass.CLEAR, Exemption.NONE, 0));
        others.add(flows.flow(0, A, 0, B, 1, TrafficClass.CLEAR, Exemption.NONE, 0));
        others.add(flows.flow(0, A, 0, B, 0, TrafficClass.ESP, Exemption.NONE, 0));
        others.add(flows.flow(0, A, 0, B, 0, TrafficClass.CLEAR, Exemption.DHCP, 0));
        others.add(flows.flow(0, A, 0, B, 0, TrafficClass.ESP, Exemption.NONE, 8));
        assertEquals(7, others.size());
        assertFalse(others.contains(flow));
        assertEquals(8, flows.size());
    }

    @Test
    void aFlowTellsBackWhatItWasMadeOf() {
        FlowTable flows = new FlowTable(10_000);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 5000; i++) {
            long[] addresses = random.longs(4).toArray();
            int network = random.nextInt() >>> 6;
            TrafficClass trafficClass = TrafficClass.values()[random.nextInt(TrafficClass.values().length)];
            Exemption exemption = trafficClass == TrafficClass.CLEAR
                    ? Exemption.values()[random.nextInt(Exemption.values().length)]
                    : Exemption.NONE;
            int spi = random.nextInt();
            int flow = flows.flow(
                    addresses[0], addresses[1], addresses[2], addresses[3], network, trafficClass, exemption, spi);
            assertEquals(i, flow);
            assertArrayEquals(addresses, flows.addresses(flow));
            assertEquals(network, flows.network(flow));
            assertEquals(trafficClass, flows.trafficClass(flow));
            assertEquals(exemption, flows.exemption(flow));
            assertEquals(spi & 0xffffffffL, flows.spi(flow));
        }
    }

    @Test
    void manyThreadsGiveTheSameKeysTheSameNumbers() throws Exception {
        int keys = 20_000;
        int threads = 8;
        FlowTable flows = new FlowTable(keys);
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<int[]>> found = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int seed = t;
                Callable<int[]> work = () -> {
                    int[] numbers = new int[keys];
                    SplittableRandom random = new SplittableRandom(seed);
                    together.await();
                    // Each thread in another order, so that every one is the first for some keys.
                    int start = random.nextInt(keys);
                    for (int i = 0; i < keys; i++) {
                        int key = (start + i) % keys;
                        numbers[key] = flows.flow(0, A, 0, B, 0, TrafficClass.ESP, Exemption.NONE, key);
                        assertEquals(key, flows.spi(numbers[key]));
                    }
                    return numbers;
                };
                found.add(pool.submit(work));
            }
            int[] first = found.get(0).get();
            for (Future<int[]> other : found) {
                assertArrayEquals(first, other.get());
            }
            assertEquals(keys, Arrays.stream(first).distinct().count());
            assertEquals(keys, flows.size());
            assertFalse(flows.isFull());
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void beyondTheLimitFlowsAreCountedTogetherByClassAndExemption() {
        FlowTable flows = new FlowTable(2);
        int first = flows.flow(0, A, 0, B, 0, TrafficClass.ESP, Exemption.NONE, 1);
        flows.flow(0, A, 0, B, 0, TrafficClass.ESP, Exemption.NONE, 2);
        assertFalse(flows.isFull());
        int esp = flows.flow(0, A, 0, B, 0, TrafficClass.ESP, Exemption.NONE, 3);
        assertTrue(flows.isFull());
        assertEquals(esp, flows.flow(0, B, 0, A, 9, TrafficClass.ESP, Exemption.NONE, 4));
        assertNotEquals(esp, flows.flow(0, A, 0, B, 0, TrafficClass.CLEAR, Exemption.DHCP, 0));
        assertArrayEquals(new long[4], flows.addresses(esp));
        assertEquals(TrafficClass.ESP, flows.trafficClass(esp));
        assertEquals(first, flows.flow(0, A, 0, B, 0, TrafficClass.ESP, Exemption.NONE, 1), "known ones stay");
    }

    /** The IPv6 address :: is all zero, like what stands for no address, but its flows have to be bounded as well. */
    @Test
    void noFloodOfSpisMakesItGrowPastItsLimitAndAFewThatAreShared() {
        FlowTable flows = new FlowTable(10);
        for (int spi = 0; spi < 5000; spi++) {
            flows.flow(0, 0, 0, 0, spi & 0xff, TrafficClass.ESP, Exemption.NONE, spi);
        }
        assertTrue(flows.size() <= 10 + TrafficClass.values().length, () -> flows.size() + " flows");
        assertTrue(flows.isFull());
    }
}
