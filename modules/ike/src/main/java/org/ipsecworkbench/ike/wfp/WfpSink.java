package org.ipsecworkbench.ike.wfp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.ipsecworkbench.ike.EventLimits;
import org.ipsecworkbench.ike.xml.XmlSink;

/**
 * Takes the entries of those lists that tell of negotiations and SAs out of a WFP file; filters, layers and the others, which
 * make such a file tens of MB, are passed over. One thread.
 */
final class WfpSink implements XmlSink {
    /** Lists whose entries are taken one by one. */
    private static final Set<String> LISTS =
            Set.of("netEvents", "ikeEvents", "ikeextEvents", "ikeextSas", "ipsecSaContexts", "errorFrequencyTable");

    /** What holds groups of counters, of which each is an entry. */
    private static final Set<String> COUNTERS =
            Set.of("ikeextStatistics", "ikeStatistics", "authipStatistics", "ikeV2Statistics", "ipsecStatistics");

    private static final String EVENT = "netEvent";
    private static final String ITEM = "item";

    private final EventLimits limits;
    private final Consumer<WfpItem> next;
    private final Deque<String> path = new ArrayDeque<>();
    private final Deque<String> inside = new ArrayDeque<>();
    private final List<WfpItem.Entry> entries = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String list = "";
    private int itemDepth = -1;
    private boolean isLeaf;
    private boolean isCut;

    WfpSink(EventLimits limits, Consumer<WfpItem> next) {
        this.limits = limits;
        this.next = next;
    }

    /** Whether values were left out since this was last asked. */
    boolean isCut() {
        boolean was = isCut;
        isCut = false;
        return was;
    }

    @Override
    public void start(String name, Map<String, String> attributes, long line) {
        if (itemDepth >= 0) {
            inside.addLast(name);
        } else {
            String parent = path.isEmpty() ? "" : path.getLast();
            boolean isGroup = COUNTERS.contains(parent) && name.endsWith("Statistics") && !COUNTERS.contains(name);
            boolean isItem = name.equals(EVENT) || name.equals(ITEM) && LISTS.contains(parent) || isGroup;
            if (isItem) {
                itemDepth = path.size() + 1;
                list = name.equals(EVENT) ? "netEvents" : isGroup ? parent + "/" + name : parent;
                entries.clear();
            }
        }
        path.addLast(name);
        text.setLength(0);
        isLeaf = true;
    }

    @Override
    public void text(String more) {
        if (itemDepth >= 0) {
            int room = limits.maxText() - text.length();
            text.append(more, 0, Math.min(room, more.length()));
            isCut |= more.length() > room;
        }
    }

    @Override
    public void end(String name) {
        if (itemDepth >= 0) {
            if (path.size() == itemDepth) {
                finish();
            } else {
                if (isLeaf) {
                    leaf();
                }
                inside.pollLast();
            }
        }
        path.pollLast();
        text.setLength(0);
        isLeaf = false;
    }

    private void leaf() {
        if (entries.size() < limits.maxFields()) {
            entries.add(
                    new WfpItem.Entry(String.join("/", inside), text.toString().strip()));
        } else {
            isCut = true;
        }
    }

    /** Hands on the entry that is being read, whole or not; false where there is none. */
    boolean finish() {
        if (itemDepth < 0) {
            return false;
        }
        itemDepth = -1;
        inside.clear();
        next.accept(new WfpItem(list, entries));
        return true;
    }
}
