package org.ipsecworkbench.capture.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.spi.RecordBatch;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final long NOW = 1_795_445_510_000_000_000L;
    private static final int FLOWS = 7;

    private record Packet(int flow, TrafficClass trafficClass, long time, long length) {}

    /** Packets of seven flows over ten minutes, in random order, some without a time. */
    private static List<Packet> packets(int count) {
        Random random = new Random(count);
        List<Packet> packets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long time =
                    i % 50 == 0 ? RecordBatch.NO_TIME : NOW + (long) (random.nextDouble() * 600e9) - 300_000_000_000L;
            int flow = random.nextInt(FLOWS);
            packets.add(new Packet(flow, TrafficClass.values()[flow], time, random.nextInt(60, 1514)));
        }
        return packets;
    }

    private static Tally counted(List<Packet> packets, int lines) {
        Tally tally = new Tally(lines);
        packets.forEach(p -> tally.count(p.flow(), p.trafficClass(), p.time(), p.length()));
        return tally;
    }

    /** As everybody reads a tally: added to an empty one. */
    private static Tally total(int lines, Tally... parts) {
        Tally total = new Tally(lines);
        for (Tally part : parts) {
            total.add(part);
        }
        return total;
    }

    @Test
    void everyPacketIsInTheTotalsAndEveryOneWithATimeInOneBin() {
        List<Packet> packets = packets(10_000);
        Tally total = total(100, counted(packets, 100));
        assertEquals(packets.size(), total.packets());
        assertEquals(packets.stream().mapToLong(Packet::length).sum(), total.bytes());
        for (int flow = 0; flow < FLOWS; flow++) {
            int of = flow;
            List<Packet> its = packets.stream().filter(p -> p.flow() == of).toList();
            List<Packet> timed =
                    its.stream().filter(p -> p.time() != RecordBatch.NO_TIME).toList();
            assertEquals(its.size(), total.of(flow).packets());
            assertEquals(
                    its.stream().mapToLong(Packet::length).sum(), total.of(flow).bytes());
            assertEquals(
                    timed.stream().mapToLong(Packet::time).min().orElseThrow(),
                    total.of(flow).first());
            assertEquals(
                    timed.stream().mapToLong(Packet::time).max().orElseThrow(),
                    total.of(flow).last());
            assertArrayEquals(lineOf(timed, total), line(total, flow));
        }
    }

    @Test
    void addingUpPartsGivesWhatCountingAllInOneGives() {
        List<Packet> packets = packets(10_000);
        List<Packet> shuffled = new ArrayList<>(packets);
        Collections.shuffle(shuffled, new Random(7));
        Tally one = total(100, counted(packets, 100));
        Tally three = total(
                100,
                counted(shuffled.subList(0, 10), 100),
                counted(shuffled.subList(10, 7000), 100),
                new Tally(100),
                counted(shuffled.subList(7000, 10_000), 100));
        assertEquals(one.packets(), three.packets());
        assertEquals(one.bytes(), three.bytes());
        assertEquals(one.earliest(), three.earliest());
        assertEquals(one.latest(), three.latest());
        assertEquals(one.binStart(0), three.binStart(0), "the scale must not depend on the order");
        assertEquals(one.lineWidth(), three.lineWidth());
        for (int flow = 0; flow < FLOWS; flow++) {
            assertArrayEquals(line(one, flow), line(three, flow));
            assertEquals(one.of(flow).packets(), three.of(flow).packets());
            assertEquals(one.of(flow).first(), three.of(flow).first());
            assertEquals(one.of(flow).last(), three.of(flow).last());
        }
    }

    /** A live view adds up again and again while counting goes on. */
    @Test
    void addingUpChangesNothingInThePart() {
        List<Packet> packets = packets(1000);
        Tally part = new Tally(100);
        for (Packet p : packets) {
            part.count(p.flow(), p.trafficClass(), p.time(), p.length());
            if (p.length() % 7 == 0) {
                total(100, part);
            }
        }
        Tally want = total(100, counted(packets, 100));
        Tally got = total(100, part);
        for (int flow = 0; flow < FLOWS; flow++) {
            assertArrayEquals(line(want, flow), line(got, flow));
        }
        assertEquals(want.packets(), got.packets());
    }

    @Test
    void flowsBeyondTheLimitOfLinesShareOnePerClass() {
        List<Packet> packets = packets(2000);
        Tally total = total(3, counted(packets, 3));
        for (int flow = 0; flow < FLOWS; flow++) {
            int of = flow;
            List<Packet> timed = packets.stream()
                    .filter(p -> p.flow() == of && p.time() != RecordBatch.NO_TIME)
                    .toList();
            if (flow < 3) {
                assertArrayEquals(lineOf(timed, total), line(total, flow));
            } else {
                assertEquals(0, Arrays.stream(line(total, flow)).sum());
                assertArrayEquals(lineOf(timed, total), classLine(total, TrafficClass.values()[flow]));
            }
        }
    }

    @Test
    void timesAtTheEndsOfWhatCanBeSaidAreCounted() {
        Tally tally = new Tally(10);
        long[] times = {0, Long.MAX_VALUE, Long.MIN_VALUE + 1, NOW, -1, 1, NOW};
        for (long time : times) {
            tally.count(0, TrafficClass.CLEAR, time, 100);
        }
        Tally total = total(10, tally);
        assertEquals(Long.MIN_VALUE + 1, total.earliest());
        assertEquals(Long.MAX_VALUE, total.latest());
        long[] line = line(total, 0);
        long packets = 0;
        for (int bin = 0; bin < line.length; bin += 2) {
            packets += line[bin];
            assertEquals(100 * line[bin], line[bin + 1]);
        }
        assertEquals(times.length, packets);
    }

    @Test
    void whatHasNoTimeIsCountedButStandsInNoLine() {
        Tally tally = new Tally(10);
        tally.count(0, TrafficClass.CLEAR, RecordBatch.NO_TIME, 100);
        Tally total = total(10, tally);
        assertEquals(1, total.packets());
        assertTrue(total.earliest() > total.latest());
        assertTrue(total.of(0).first() > total.of(0).last());
    }

    @Test
    void theFirstPacketsOfAFlowAreRememberedInTheOrderOfTheCapture() {
        EarlyPackets early = new EarlyPackets();
        for (long number : new long[] {50, 3, 99, 1, 80, 7, 60, 2, 70, 90, 4, 100, 0}) {
            early.add(number, 10 * number, number);
        }
        EarlyPackets more = new EarlyPackets();
        more.add(5, 50, 5);
        early.add(more);
        assertEquals(FlowTally.EARLY, early.size());
        long[] want = {0, 1, 2, 3, 4, 5, 7, 50, 60, 70};
        for (int i = 0; i < want.length; i++) {
            assertEquals(want[i], early.number(i));
            assertEquals(10 * want[i], early.time(i));
            assertEquals(want[i], early.length(i));
        }
    }

    /** The line that some packets make in the scale of a tally. */
    private static long[] lineOf(List<Packet> packets, Tally scale) {
        long[] line = new long[2 * Timeline.BINS];
        for (Packet p : packets) {
            int bin = (int) ((p.time() - scale.binStart(0)) / scale.lineWidth());
            line[2 * bin]++;
            line[2 * bin + 1] += p.length();
        }
        return line;
    }

    private static long[] line(Tally total, int flow) {
        int[] ofFlow = new int[FLOWS];
        ofFlow[flow] = 1;
        return total.lines(2, new int[TrafficClass.values().length], ofFlow)[1];
    }

    private static long[] classLine(Tally total, TrafficClass trafficClass) {
        int[] ofClass = new int[TrafficClass.values().length];
        ofClass[trafficClass.ordinal()] = 1;
        return total.lines(2, ofClass, new int[FLOWS])[1];
    }
}
