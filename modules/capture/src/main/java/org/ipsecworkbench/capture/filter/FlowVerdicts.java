package org.ipsecworkbench.capture.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.capture.Confidentiality;
import org.ipsecworkbench.capture.Protection;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.judge.CoverageJudge;
import org.ipsecworkbench.capture.scan.FlowTable;
import org.ipsecworkbench.capture.scan.Scan;

/**
 * What a filter says of each flow: none of its packets passes, all do, or what is left to ask of each.
 *
 * <p>What is left is the same for many flows, so there are few such trees; a flow's verdict is a number.
 */
final class FlowVerdicts {
    static final int NONE = 0;
    static final int ALL = 1;

    /** What is known of the flows up to some number; replaced by a longer one, never changed. */
    // Not compared, and read in the innermost loop.
    @SuppressWarnings("ArrayRecordComponent")
    record Snapshot(int[] verdicts, FlowFacts[] facts, Node[] rests) {
        /** The tree of a verdict above {@link FlowVerdicts#ALL}. */
        Node rest(int verdict) {
            return rests[verdict];
        }
    }

    private final Node filter;
    private final FlowTable flows;
    /** Empty where the filter does not ask; shorter than the flows where these came later. */
    private final List<Confidentiality> judged;

    private final Probe probe = new Probe();
    private final Map<Node, Integer> numbers = new HashMap<>();
    private final List<Node> rests = new ArrayList<>();
    private Snapshot snapshot;

    /** Over the flows that there are. */
    FlowVerdicts(Node filter, Scan scan) {
        this.filter = filter;
        flows = scan.flows();
        judged = filter.asks(Field.PROTECTION) ? CoverageJudge.confidentiality(scan) : List.of();
        number(Node.NOTHING);
        number(Node.ALL);
        snapshot = grown(new Snapshot(new int[0], new FlowFacts[0], new Node[0]), flows.size());
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** The verdicts up to a flow that came while the scan went on. */
    synchronized Snapshot upTo(int flow) {
        if (flow >= snapshot.verdicts().length) {
            snapshot = grown(snapshot, Math.max(flow + 1, flows.size()));
        }
        return snapshot;
    }

    private Snapshot grown(Snapshot old, int size) {
        int[] verdicts = Arrays.copyOf(old.verdicts(), size);
        FlowFacts[] facts = Arrays.copyOf(old.facts(), size);
        for (int flow = old.verdicts().length; flow < size; flow++) {
            facts[flow] = facts(flow);
            verdicts[flow] = number(filter.rest(probe.about(facts[flow])));
        }
        return new Snapshot(verdicts, facts, rests.toArray(new Node[0]));
    }

    private int number(Node rest) {
        return numbers.computeIfAbsent(rest, node -> {
            rests.add(node);
            return rests.size() - 1;
        });
    }

    private FlowFacts facts(int flow) {
        long[] a = flows.addresses(flow);
        TrafficClass trafficClass = flows.trafficClass(flow);
        boolean hasAddresses = (a[0] | a[1] | a[2] | a[3]) != 0;
        return new FlowFacts(
                trafficClass,
                protection(flow, trafficClass),
                flows.network(flow),
                flows.spi(flow),
                a[0],
                a[1],
                a[2],
                a[3],
                !hasAddresses && flows.isFull());
    }

    private Protection protection(int flow, TrafficClass trafficClass) {
        Confidentiality confidentiality = flow < judged.size() ? judged.get(flow) : Confidentiality.UNKNOWN;
        return CoverageJudge.protection(trafficClass, flows.exemption(flow), confidentiality);
    }
}
