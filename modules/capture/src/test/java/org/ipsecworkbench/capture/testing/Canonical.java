package org.ipsecworkbench.capture.testing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.Flow;
import org.ipsecworkbench.capture.Problem;

/** Everything that a scan found, as text to compare. */
public final class Canonical {
    private Canonical() {}

    /**
     * In an order that does not depend on which thread met a flow first, and without flows that were only supposed while
     * a file was followed.
     */
    public static String of(Coverage c) {
        StringBuilder text = new StringBuilder();
        List<String> problems =
                c.problems().stream().map(Problem::toString).sorted().toList();
        text.append(c.packets())
                .append(' ')
                .append(c.bytes())
                .append(' ')
                .append(c.complete())
                .append('\n');
        text.append(c.linkTypes()).append(c.start()).append(c.end()).append('\n');
        text.append(c.truncatedPackets())
                .append(' ')
                .append(c.malformedPackets())
                .append(' ')
                .append(c.copiedPackets())
                .append('\n');
        text.append(c.verdict()).append(c.reasons()).append(problems).append('\n');
        c.classes().forEach((as, count) -> text.append(as).append(count).append('\n'));
        c.pairs().forEach(pair -> text.append(pair).append('\n'));
        c.flows().stream()
                .filter(flow -> flow.count().packets() > 0)
                .sorted(Comparator.comparing(Flow::source)
                        .thenComparing(Flow::destination)
                        .thenComparing(Flow::trafficClass)
                        .thenComparing(Flow::exemption)
                        .thenComparing(Flow::spi))
                .forEach(flow ->
                        text.append(flow.toString().replaceFirst("id=\\d+", "")).append('\n'));
        text.append(c.series().start()).append(c.series().width()).append('\n');
        new TreeMap<>(c.series().packets())
                .forEach((as, line) ->
                        text.append(as).append(Arrays.toString(line)).append('\n'));
        new TreeMap<>(c.series().bytes())
                .forEach((as, line) ->
                        text.append(as).append(Arrays.toString(line)).append('\n'));
        return text.toString();
    }
}
