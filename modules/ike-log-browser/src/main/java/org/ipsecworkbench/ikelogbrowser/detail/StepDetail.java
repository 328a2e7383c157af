package org.ipsecworkbench.ikelogbrowser.detail;

import java.awt.BorderLayout;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.Step;
import org.ipsecworkbench.ikelogbrowser.raw.LogView;
import org.ipsecworkbench.session.Place;
import org.ipsecworkbench.workbench.Bookmarks;
import org.ipsecworkbench.workbench.Formats;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/**
 * What the selected step says: its message and its events as text, beside what was offered and accepted, and where logs tell
 * of the negotiation, a tab for each with its lines.
 */
@Messages({
    "TAB_Message=Message",
    "TAB_OneLog=Lines of the Log",
    "# {0} - log",
    "TAB_Lines=Lines of {0}",
    "# {0} - log",
    "HINT_Lines=What {0} says, with the lines of the selected step marked; Ctrl+F searches it"
})
final class StepDetail extends JPanel {
    private static final long serialVersionUID = 1;

    private final ComparisonTable comparison = new ComparisonTable();
    private final MessagePane message;
    private final JTabbedPane tabs = new JTabbedPane();
    private final transient Map<Source, LogView> logs = new LinkedHashMap<>();
    private final transient Map<Source, Path> files = new HashMap<>();
    private transient Origins origins = Origins.NONE;

    /** Empty; selects a step where something was found in it. */
    StepDetail(Consumer<Step> goTo) {
        super(new BorderLayout());
        message = new MessagePane(comparison, goTo);
        tabs.setName("stepTabs");
        tabs.setTabLayoutPolicy(JTabbedPane.SCROLL_TAB_LAYOUT);
        add(message, BorderLayout.CENTER);
    }

    /** Where the steps come from; logs that are known already are read on. */
    void origins(Origins newOrigins) {
        origins = newOrigins;
        message.origins(newOrigins);
        logs.values().forEach(LogView::readOn);
    }

    /** Shows the logs that tell of a negotiation, beside the message; none where it is null. */
    void show(@Nullable Negotiation negotiation) {
        message.show(negotiation);
        Set<Source> named = new HashSet<>();
        if (negotiation == null) {
            comparison.clear();
            message.showBeside(false);
        } else {
            message.showBeside(comparison.show(negotiation));
            for (Step step : negotiation.steps()) {
                step.evidence().forEach(place -> named.add(place.source()));
            }
        }
        List<Source> wanted = named.stream()
                .filter(source ->
                        source.kind() == Source.Kind.OAKLEY && origins.files().containsKey(source))
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
        if (wanted.equals(List.copyOf(shownLogs()))) {
            return;
        }
        tabs.removeAll();
        removeAll();
        if (wanted.isEmpty()) {
            add(message, BorderLayout.CENTER);
        } else {
            tabs.addTab(Bundle.TAB_Message(), message);
            wanted.forEach(source -> tabs.addTab(
                    wanted.size() == 1 ? Bundle.TAB_OneLog() : Bundle.TAB_Lines(Formats.abbreviate(source.name(), 30)),
                    null,
                    log(source),
                    Bundle.HINT_Lines(source.name())));
            add(tabs, BorderLayout.CENTER);
        }
        revalidate();
        repaint();
    }

    private List<Source> shownLogs() {
        return logs.entrySet().stream()
                .filter(log -> tabs.indexOfComponent(log.getValue()) >= 0)
                .map(Map.Entry::getKey)
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }

    private LogView log(Source source) {
        Path file = origins.files().get(source);
        LogView known = logs.get(source);
        if (known != null && file != null && file.equals(files.get(source))) {
            return known;
        }
        LogView view = new LogView(file == null ? Path.of(source.name()) : file, source.name());
        logs.put(source, view);
        files.put(source, file);
        return view;
    }

    /** Shows a step, in the tab where it was read. */
    void show(@Nullable Step step) {
        logs.forEach((source, view) -> view.mark(of(step, source)));
        if (step != null && tabs.getTabCount() > 0) {
            choose(step);
        }
        message.show(step);
    }

    /** Goes to a line of a log that tells of the negotiation; of other sources it has no lines. */
    void show(Source source, Place place) {
        LogView view = logs.get(source);
        int tab = view == null ? -1 : tabs.indexOfComponent(view);
        if (view != null && tab >= 0) {
            tabs.setSelectedIndex(tab);
            view.show(place);
        }
    }

    /** The selected line of the log that is in sight; empty where none is. */
    Optional<Bookmarks.InFile> spot() {
        if (tabs.getParent() == null || !(tabs.getSelectedComponent() instanceof LogView view)) {
            return Optional.empty();
        }
        return logs.entrySet().stream()
                .filter(log -> log.getValue() == view && view.selected() > 0)
                .flatMap(log -> origins.spot(Evidence.of(log.getKey(), view.selected()), view.words()).stream())
                .findFirst();
    }

    /** A step that only one log tells of has nothing but its lines; else the tab stays, as far as it says something. */
    private void choose(Step step) {
        boolean isOnlyLog =
                step.evidence().stream().allMatch(place -> place.source().kind() == Source.Kind.OAKLEY);
        int wanted = tabs.getSelectedIndex();
        if (isOnlyLog && !step.evidence().isEmpty()) {
            LogView view = logs.get(step.evidence().get(0).source());
            wanted = view == null ? wanted : tabs.indexOfComponent(view);
        }
        if (wanted >= 0) {
            tabs.setSelectedIndex(wanted);
        }
    }

    private static List<Evidence> of(@Nullable Step step, Source source) {
        return step == null
                ? List.of()
                : step.evidence().stream()
                        .filter(place -> place.source().equals(source))
                        .toList();
    }

    /** Moves the focus to the search of what is in sight: the lines of a log, or what the steps say. */
    void find() {
        if (tabs.getParent() != null && tabs.getSelectedComponent() instanceof LogView view) {
            view.find();
        } else {
            message.find();
        }
    }

    /** Lets go of all logs. */
    void close() {
        logs.values().forEach(LogView::close);
    }
}
