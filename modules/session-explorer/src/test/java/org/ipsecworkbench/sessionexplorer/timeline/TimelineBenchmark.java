package org.ipsecworkbench.sessionexplorer.timeline;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ipsecworkbench.diagnosis.TimelineEntry;
import org.ipsecworkbench.diagnosis.TimelineFilter;
import org.ipsecworkbench.diagnosis.TimelineKind;

/**
 * 100,000 entries of 20 hosts: what filtering and sorting take in the background, and what the event dispatch thread pays for
 * painting all lanes, for a key and for a point under the mouse.
 *
 * <p>Run by {@code mvn -Dbenchmark=session-explorer verify -pl modules/session-explorer -am}, on a machine that does nothing else.
 */
public final class TimelineBenchmark {
    private static final int ENTRIES = 100_000;
    private static final int RUNS = 9;
    private static final Dimension SIZE = new Dimension(2300, 1200);

    private TimelineBenchmark() {}

    /** No arguments. */
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        List<TimelineEntry> all = Entries.many(ENTRIES);
        Arrangement.Arranged arranged = Arrangement.FIRST.apply(all);
        LaneDiagram diagram = new LaneDiagram(new LaneDiagram.Listener() {
            @Override
            public void selected(TimelineEntry entry) {}

            @Override
            public void chosen(TimelineEntry entry) {}

            @Override
            public void scaled(TimeScale scale, boolean isAll) {}
        });
        diagram.setSize(SIZE);
        diagram.show(arranged.lanes(), TimeScale.of(all), false);
        diagram.setSize(SIZE.width, diagram.getPreferredSize().height);
        BufferedImage image = new BufferedImage(SIZE.width, SIZE.height, BufferedImage.TYPE_INT_RGB);
        measure(
                "filter by kind and host",
                () -> new Arrangement(
                                new TimelineFilter("SRV7", "", "", Set.of(TimelineKind.NEGOTIATION), null, null),
                                EntryColumn.TIME,
                                false)
                        .apply(all));
        measure("sort by what happened", () -> new Arrangement(TimelineFilter.ALL, EntryColumn.WHAT, false).apply(all));
        measure("places of the rows", () -> EntryTable.places(arranged.rows()));
        measure("paint 1,200 pixels of lanes", () -> {
            Graphics2D g = image.createGraphics();
            g.setClip(0, 0, SIZE.width, SIZE.height);
            diagram.paint(g);
            g.dispose();
        });
        measure("select an entry", () -> diagram.select(all.get(ENTRIES / 2)));
        measure("what is at a point", () -> diagram.at(1000, 500));
    }

    private static void measure(String what, Runnable does) {
        double[] millis = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            does.run();
            millis[run] = (System.nanoTime() - start) / 1e6;
        }
        double first = millis[0];
        Arrays.sort(millis);
        System.out.printf(Locale.ROOT, "%-30s median %8.2f ms, first %8.2f ms%n", what, millis[RUNS / 2], first);
    }
}
