package org.ipsecworkbench.ikelogbrowser.detail;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.Step;
import org.ipsecworkbench.ikelogbrowser.raw.LogView;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Palette;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/**
 * What the selected step says: its message and its events as text, beside what was offered and accepted, and where logs tell
 * of the negotiation, a tab for each with its lines. The text is made in the background, since it reads certificates.
 */
@Messages({
    "ACN_Message=The selected message",
    "TAB_Message=Message",
    "TAB_OneLog=Lines of the Log",
    "# {0} - log",
    "TAB_Lines=Lines of {0}",
    "# {0} - log",
    "HINT_Lines=What {0} says, with the lines of the selected step marked; Ctrl+F searches it"
})
final class StepDetail extends JPanel {
    private static final long serialVersionUID = 1;
    private static final RequestProcessor WORKER = new RequestProcessor("Telling of a message", 1);

    private final Text text = new Text();
    private final ComparisonTable comparison = new ComparisonTable();
    private final JSplitPane message;
    private final JTabbedPane tabs = new JTabbedPane();
    private final transient Map<Source, LogView> logs = new LinkedHashMap<>();
    private final transient Map<Source, Path> files = new HashMap<>();
    private transient Origins origins = Origins.NONE;
    private int shown;

    StepDetail() {
        super(new BorderLayout());
        message = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, true, scroll(text, 0.46), scroll(comparison, 0.54));
        message.setBorder(BorderFactory.createEmptyBorder());
        message.setResizeWeight(0.46);
        tabs.setName("stepTabs");
        tabs.setTabLayoutPolicy(JTabbedPane.SCROLL_TAB_LAYOUT);
        add(message, BorderLayout.CENTER);
    }

    private static JScrollPane scroll(JComponent content, double share) {
        JScrollPane scroll = new JScrollPane(content);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setMinimumSize(new Dimension(120, 60));
        scroll.setPreferredSize(new Dimension((int) (share * 1000), 300));
        return scroll;
    }

    /** Where the steps come from; logs that are known already are read on. */
    void origins(Origins newOrigins) {
        origins = newOrigins;
        logs.values().forEach(LogView::readOn);
    }

    /** Shows the logs that tell of a negotiation, beside the message; none where it is null. */
    void show(@Nullable Negotiation negotiation) {
        Set<Source> named = new HashSet<>();
        if (negotiation == null) {
            comparison.clear();
        } else {
            comparison.show(negotiation);
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
        int number = ++shown;
        logs.forEach((source, view) -> view.mark(of(step, source)));
        if (step != null && tabs.getTabCount() > 0) {
            choose(step);
        }
        if (step == null) {
            text.show("");
            return;
        }
        Origins from = origins;
        WORKER.post(() -> {
            String words = MessageText.of(step, from);
            SwingUtilities.invokeLater(() -> {
                if (shown == number) {
                    text.show(words);
                }
            });
        });
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

    /** Moves the focus to the search of a log; false where no log is there. */
    boolean find() {
        if (tabs.getParent() == null) {
            return false;
        }
        if (!(tabs.getSelectedComponent() instanceof LogView)) {
            tabs.setSelectedIndex(1);
        }
        if (tabs.getSelectedComponent() instanceof LogView view) {
            SwingUtilities.invokeLater(view::find);
        }
        return true;
    }

    /** Lets go of all logs. */
    void close() {
        logs.values().forEach(LogView::close);
    }

    /** Text that can be selected and searched by eye, in glyphs of equal width. */
    private static final class Text extends JTextArea {
        private static final long serialVersionUID = 1;

        Text() {
            setEditable(false);
            setLineWrap(true);
            setWrapStyleWord(true);
            setName("message");
            getAccessibleContext().setAccessibleName(Bundle.ACN_Message());
            setBorder(BorderFactory.createEmptyBorder(8, 12, 8, 12));
            // Tab leaves it, as everything that only shows.
            setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
            setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        }

        /** Setting the same text again would drop the user's selection. */
        void show(String words) {
            if (!words.equals(getText())) {
                setText(words);
                setCaretPosition(0);
            }
        }

        @Override
        public void updateUI() {
            super.updateUI();
            setFont(Palette.monospaced().deriveFont(Palette.font().getSize2D() * 0.95f));
            setBackground(Palette.content());
            setForeground(Palette.foreground());
            setDropTarget(null);
        }
    }
}
