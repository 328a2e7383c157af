package org.ipsecworkbench.sessionexplorer.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import org.ipsecworkbench.diagnosis.TimelineEntry;
import org.ipsecworkbench.workbench.Keys;

/** The keys of the lanes: the same as by mouse. */
final class LaneKeys {
    private static final double CLOSER = 0.5;
    private static final double PAGE = 0.8;

    private final LaneDiagram diagram;

    LaneKeys(LaneDiagram diagram) {
        this.diagram = diagram;
        on("RIGHT", () -> along(1));
        on("LEFT", () -> along(-1));
        on("DOWN", () -> across(1));
        on("UP", () -> across(-1));
        on("HOME", () -> end(true));
        on("END", () -> end(false));
        on("ENTER", diagram::choose);
        on("typed +", () -> zoom(CLOSER));
        on("typed =", () -> zoom(CLOSER));
        on("typed -", () -> zoom(1 / CLOSER));
        on("PAGE_UP", () -> diagram.scale(diagram.scale().moved(-PAGE, diagram.all())));
        on("PAGE_DOWN", () -> diagram.scale(diagram.scale().moved(PAGE, diagram.all())));
        on("ESCAPE", () -> diagram.scale(diagram.all()));
    }

    private void on(String key, Runnable does) {
        Keys.on(diagram, JComponent.WHEN_FOCUSED, KeyStroke.getKeyStroke(key), does);
    }

    private void zoom(double factor) {
        TimelineEntry selected = diagram.selected();
        TimeScale scale = diagram.scale();
        long around = selected != null
                        && scale.shows(
                                selected.time().toEpochMilli(), selected.end().toEpochMilli())
                ? selected.time().toEpochMilli()
                : (scale.from() + scale.to()) / 2;
        diagram.scale(scale.zoomed(factor, around, diagram.all()));
    }

    /** To the next entry of the lane that stands elsewhere, or the next one of several in one place. */
    private void along(int by) {
        if (diagram.lane() < 0) {
            across(1);
            return;
        }
        Lane lane = diagram.lanes().get(diagram.lane());
        int next = lane.indexOf(diagram.selected()) + by;
        if (next >= 0 && next < lane.entries().size()) {
            diagram.pick(lane.entries().get(next));
        }
    }

    /** To the entry of the next lane that has any, nearest in time. */
    private void across(int by) {
        List<Lane> lanes = diagram.lanes();
        TimelineEntry before = diagram.selected();
        for (int i = diagram.lane() + by; i >= 0 && i < lanes.size(); i += by) {
            List<TimelineEntry> entries = lanes.get(i).entries();
            if (!entries.isEmpty()) {
                long time =
                        before == null ? diagram.scale().from() : before.time().toEpochMilli();
                nearest(entries, time).ifPresent(diagram::pick);
                return;
            }
        }
    }

    private static Optional<TimelineEntry> nearest(List<TimelineEntry> entries, long time) {
        return entries.stream()
                .min(Comparator.comparingLong(entry -> Math.abs(entry.time().toEpochMilli() - time)));
    }

    private void end(boolean isFirst) {
        if (diagram.lane() >= 0) {
            List<TimelineEntry> entries = diagram.lanes().get(diagram.lane()).entries();
            diagram.pick(entries.get(isFirst ? 0 : entries.size() - 1));
        }
    }
}
