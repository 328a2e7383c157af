package org.ipsecworkbench.capture.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.capture.Confidentiality;
import org.ipsecworkbench.capture.Count;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.Exemption;
import org.ipsecworkbench.capture.Flow;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.capture.Protection;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.Verdict;
import org.ipsecworkbench.capture.scan.EarlyPackets;
import org.ipsecworkbench.capture.scan.EspEvidence;
import org.ipsecworkbench.capture.scan.FlowTable;
import org.ipsecworkbench.capture.scan.FlowTally;
import org.ipsecworkbench.capture.scan.Scan;
import org.ipsecworkbench.capture.scan.Tally;
import org.jspecify.annotations.Nullable;

/** Makes the coverage of a capture from what a scan counted. One object per judgement. */
public final class CoverageJudge {
    /** A clear packet so short before the first protected one belongs to the negotiation. */
    private static final long GRACE = 3_000_000_000L;

    private final Scan scan;
    private final Tally total;
    private final FlowTable flows;
    private final int size;
    private final Confidentiality[] confidentiality;
    private final List<PairTally> pairs = new ArrayList<>();
    /** Position in {@link #pairs}, -1 for flows without a pair. */
    private final int[] pairOf;

    private CoverageJudge(Scan scan) {
        this.scan = scan;
        total = scan.total();
        flows = scan.flows();
        size = flows.size();
        confidentiality = new Confidentiality[size];
        pairOf = new int[size];
    }

    /**
     * Judges what a scan counted until now.
     *
     * @param leftOut copies of packets that the file holds and the scan was not given
     */
    public static Coverage judge(String format, Scan scan, long leftOut, List<Problem> problems) {
        return new CoverageJudge(scan).coverage(format, leftOut, problems);
    }

    /** Only whether the content of each flow can be read, by its number: a small part of the work of {@link #judge}. */
    public static List<Confidentiality> confidentiality(Scan scan) {
        CoverageJudge judge = new CoverageJudge(scan);
        judge.gatherPairs();
        judge.judgeEsp();
        return List.of(judge.confidentiality);
    }

    private Coverage coverage(String format, long leftOut, List<Problem> problems) {
        gatherPairs();
        judgeEsp();
        Protection[] ofFlow = new Protection[size];
        Arrays.setAll(ofFlow, this::protection);
        SeriesBuilder series = new SeriesBuilder(total, ofFlow);
        Map<TrafficClass, Count> classes = new EnumMap<>(TrafficClass.class);
        for (int flow = 0; flow < size; flow++) {
            count(flow, classes);
        }
        for (PairTally pair : pairs) {
            grantGrace(pair, series);
        }
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            if (!pairs.get(i).onlyGroups) {
                judged.add(new Judged(i, PairJudge.judge(pairs.get(i))));
            }
        }
        judged.sort(Comparator.comparingInt((Judged j) -> urgency(j.pair().verdict()))
                .thenComparing(j -> -bytes(j.pair()))
                .thenComparing(j -> j.pair().a())
                .thenComparing(j -> j.pair().b())
                .thenComparing(j -> j.pair().network()));
        List<HostPair> result = judged.stream().map(Judged::pair).toList();
        CaptureJudge.Judgement judgement = CaptureJudge.judge(result, classes, total.copies(), leftOut);
        boolean any = total.earliest() <= total.latest();
        return new Coverage(
                format,
                scan.linkTypes(),
                scan.isComplete(),
                total.packets(),
                total.bytes(),
                any ? instant(total.earliest()) : null,
                any ? instant(total.latest()) : null,
                total.truncated(),
                total.malformed(),
                total.copies() + leftOut,
                problems,
                classes,
                result,
                flowList(judged),
                series.build(),
                judgement.verdict(),
                judgement.reasons());
    }

    private record Judged(int at, HostPair pair) {}

    private record PairKey(long lh, long ll, long hh, long hl, int network) {
        /** By hand: what a record has by itself spins classes at run time, longer than all pairs take. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof PairKey key
                    && lh == key.lh
                    && ll == key.ll
                    && hh == key.hh
                    && hl == key.hl
                    && network == key.network;
        }

        @Override
        public int hashCode() {
            long hash = (lh * 31 + ll) * 0x9e3779b97f4a7c15L + (hh * 31 + hl) * 0xc2b2ae3d27d4eb4fL + network;
            return (int) (hash ^ hash >>> 32);
        }
    }

    private void gatherPairs() {
        Map<PairKey, Integer> found = new HashMap<>();
        for (int flow = 0; flow < size; flow++) {
            long[] a = flows.addresses(flow);
            pairOf[flow] = -1;
            if ((a[0] | a[1] | a[2] | a[3]) == 0) {
                continue;
            }
            boolean swap = isForward(a) == 1;
            int network = flows.network(flow);
            PairKey key =
                    swap ? new PairKey(a[2], a[3], a[0], a[1], network) : new PairKey(a[0], a[1], a[2], a[3], network);
            int at = found.computeIfAbsent(key, k -> {
                pairs.add(new PairTally(k.lh(), k.ll(), k.hh(), k.hl(), k.network()));
                return pairs.size() - 1;
            });
            pairOf[flow] = at;
            pairs.get(at).flows.add(flow);
        }
    }

    /** 0 where the source is the lower address, 1 where the destination is. */
    private static int isForward(long[] a) {
        int high = Long.compareUnsigned(a[0], a[2]);
        return high < 0 || high == 0 && Long.compareUnsigned(a[1], a[3]) <= 0 ? 0 : 1;
    }

    /**
     * Judges each SPI. One with too few packets takes what all others of its pair agree on; where none has enough, they are
     * judged together, since hosts agree on the same algorithms again and again.
     */
    private void judgeEsp() {
        for (int flow = 0; flow < size; flow++) {
            confidentiality[flow] = flows.trafficClass(flow).isEsp()
                    ? EspJudge.judge(total.of(flow).esp())
                    : Confidentiality.UNKNOWN;
        }
        for (PairTally pair : pairs) {
            Confidentiality agreed = agreed(pair);
            if (agreed != null && agreed != Confidentiality.UNKNOWN) {
                for (int flow : pair.flows) {
                    if (flows.trafficClass(flow).isEsp() && confidentiality[flow] == Confidentiality.UNKNOWN) {
                        confidentiality[flow] = agreed;
                    }
                }
            }
        }
    }

    /** What the judged SPIs of a pair agree on; null where they do not. */
    private @Nullable Confidentiality agreed(PairTally pair) {
        Confidentiality agreed = null;
        EspEvidence together = new EspEvidence();
        for (int flow : pair.flows) {
            Confidentiality one = confidentiality[flow];
            if (one == Confidentiality.UNKNOWN) {
                EspEvidence its = total.of(flow).esp();
                if (its != null) {
                    together.add(its);
                }
                continue;
            }
            if (agreed != null && agreed != one) {
                return null;
            }
            agreed = one;
        }
        return agreed == null ? EspJudge.judge(together) : agreed;
    }

    private void count(int flow, Map<TrafficClass, Count> classes) {
        FlowTally tally = total.of(flow);
        if (tally.packets() == 0) {
            return;
        }
        TrafficClass trafficClass = flows.trafficClass(flow);
        Count count = new Count(tally.packets(), tally.bytes());
        classes.merge(trafficClass, count, Count::plus);
        Protection as = protection(flow);
        if (pairOf[flow] < 0) {
            return;
        }
        PairTally pair = pairs.get(pairOf[flow]);
        pair.classes.merge(trafficClass, count, Count::plus);
        pair.add(isForward(flows.addresses(flow)), as, count.packets(), count.bytes());
        pair.onlyGroups &= flows.exemption(flow) == Exemption.MULTICAST;
        if (flows.exemption(flow) == Exemption.ICMP) {
            pair.exemptIcmp += count.packets();
        }
        pair.twins += tally.twins();
        pair.twinSamples += tally.twinSamples();
        pair.firstPackets.merge(as, tally.firstPacket(), Math::min);
        if (trafficClass.isProtected()) {
            pair.firstProtected = Math.min(pair.firstProtected, tally.first());
        }
        if (trafficClass.isEsp()) {
            pair.spis.add(flows.spi(flow));
        }
        if (trafficClass.isProtected() || as == Protection.CLEAR) {
            pair.firstEligible = Math.min(pair.firstEligible, tally.first());
            pair.lastEligible = Math.max(pair.lastEligible, tally.last());
        }
    }

    private Protection protection(int flow) {
        return protection(flows.trafficClass(flow), flows.exemption(flow), confidentiality[flow]);
    }

    /** How the packets of a flow count, the grace before protection begins left aside. */
    public static Protection protection(
            TrafficClass trafficClass, Exemption exemption, Confidentiality confidentiality) {
        if (trafficClass.isEsp()) {
            return switch (confidentiality) {
                case ENCRYPTED -> Protection.ENCRYPTED;
                case READABLE -> Protection.INTEGRITY_ONLY;
                case UNKNOWN -> Protection.UNPROVEN;
            };
        }
        return SeriesBuilder.protection(trafficClass, exemption);
    }

    /** What a host that only requests IPsec sends in clear while it negotiates is not held against it. */
    private void grantGrace(PairTally pair, SeriesBuilder series) {
        if (pair.firstProtected == Long.MAX_VALUE) {
            return;
        }
        record Early(long number, long time, long length, int flow) {}
        List<Early> early = new ArrayList<>();
        for (int flow : pair.flows) {
            EarlyPackets its = total.of(flow).early();
            for (int i = 0; its != null && i < its.size(); i++) {
                early.add(new Early(its.number(i), its.time(i), its.length(i), flow));
            }
        }
        early.sort(Comparator.comparingLong(Early::number));
        for (Early packet : early.subList(0, Math.min(early.size(), FlowTally.EARLY))) {
            if (packet.time() < pair.firstProtected && packet.time() >= pair.firstProtected - GRACE) {
                int direction = isForward(flows.addresses(packet.flow()));
                pair.add(direction, Protection.CLEAR, -1, -packet.length());
                pair.add(direction, Protection.EXEMPT, 1, packet.length());
                pair.grace++;
                series.move(packet.time(), packet.length());
            }
        }
    }

    private static int urgency(Verdict verdict) {
        return switch (verdict) {
            case CLEAR -> 0;
            case MIXED -> 1;
            case INTEGRITY_ONLY -> 2;
            case AUTHENTICATED_ONLY -> 3;
            case PROTECTED_UNKNOWN -> 4;
            case INCONCLUSIVE -> 5;
            case ENCRYPTED -> 6;
            case INSUFFICIENT -> 7;
        };
    }

    private static long bytes(HostPair pair) {
        return pair.classes().values().stream().mapToLong(Count::bytes).sum();
    }

    private List<Flow> flowList(List<Judged> judged) {
        int[] place = new int[pairs.size()];
        Arrays.fill(place, -1);
        for (int i = 0; i < judged.size(); i++) {
            place[judged.get(i).at()] = i;
        }
        List<Flow> list = new ArrayList<>(size);
        for (int flow = 0; flow < size; flow++) {
            long[] a = flows.addresses(flow);
            FlowTally tally = total.of(flow);
            boolean any = tally.first() <= tally.last();
            list.add(new Flow(
                    flow,
                    pairOf[flow] < 0 ? -1 : place[pairOf[flow]],
                    Addresses.text(a[0], a[1]),
                    Addresses.text(a[2], a[3]),
                    Addresses.network(flows.network(flow)),
                    flows.trafficClass(flow),
                    flows.exemption(flow),
                    flows.spi(flow),
                    confidentiality[flow],
                    new Count(tally.packets(), tally.bytes()),
                    tally.packets() == 0 ? 0 : tally.firstPacket(),
                    any ? instant(tally.first()) : Instant.EPOCH,
                    any ? instant(tally.last()) : Instant.EPOCH));
        }
        return List.copyOf(list);
    }

    /** A time from nanoseconds since 1970. */
    public static Instant instant(long nanoseconds) {
        return Instant.ofEpochSecond(
                Math.floorDiv(nanoseconds, 1_000_000_000L), Math.floorMod(nanoseconds, 1_000_000_000L));
    }
}
