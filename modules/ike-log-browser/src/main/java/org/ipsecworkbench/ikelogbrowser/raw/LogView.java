package org.ipsecworkbench.ikelogbrowser.raw;

import java.awt.BorderLayout;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.OakleyText;
import org.ipsecworkbench.session.Place;
import org.ipsecworkbench.workbench.Formats;
import org.openide.util.NbBundle.Messages;

/**
 * All lines of a log in place, those of one step marked, and a search through them. Only what is in sight is in memory, so
 * that a log of any size can be looked at. On the event dispatch thread.
 */
@Messages({
    "# {0} - log",
    "ACN_Lines=Lines of {0}",
    "PRO_FindLines=in all lines of the log",
    "LBL_Searching=Searching…",
    "LBL_NotFound=in no line",
    "# {0} - lines",
    "LBL_FoundIn=in {0}",
    "# {0} - which",
    "# {1} - of how many",
    "LBL_FoundAt={0} of {1}",
    "# {0} - of how many",
    "# {1} - kept",
    "LBL_FoundMany={0}, of which the first {1} can be gone to",
    "# {0} - why",
    "LBL_CannotRead=cannot be read: {0}"
})
public final class LogView extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int MAX_WORDS = 100;

    private final LogLines lines;
    private final LogList list;
    private final FindBar bar = new FindBar(new Searching(), Bundle.PRO_FindLines());
    private transient OakleyText.Found found = new OakleyText.Found(List.of(), 0, true);
    private transient List<Evidence> marked = List.of();
    /** The line that was gone to last, from 1. */
    private int wanted;

    /**
     * Of a file, which is read as soon as something is marked.
     *
     * @param name what to call it
     */
    public LogView(Path file, String name) {
        super(new BorderLayout());
        lines = new LogLines(file, why -> bar.found(Bundle.LBL_CannotRead(why), false));
        list = new LogList(lines);
        list.setName("logLines");
        list.getAccessibleContext().setAccessibleName(Bundle.ACN_Lines(name));
        JScrollPane scroll = new JScrollPane(list);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.getViewport().addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                // What is to be seen may have been asked for before there was room.
                list.show(wanted);
            }
        });
        add(scroll, BorderLayout.CENTER);
        add(bar, BorderLayout.SOUTH);
        bar.stepByKeys(this);
    }

    /** Marks the lines of a step and goes to the first of them; of none stays where it is. */
    public void mark(List<Evidence> places) {
        if (places.equals(marked)) {
            return;
        }
        marked = List.copyOf(places);
        list.mark(marked);
        if (!marked.isEmpty()) {
            goTo((int) Math.min(OakleyText.MAX_LINES, marked.get(0).first()));
        }
    }

    /** Goes to the first line of a place. */
    public void show(Place place) {
        goTo((int) Math.min(OakleyText.MAX_LINES, place.first()));
    }

    /** The number of the selected line, from 1; 0 where none is. */
    public int selected() {
        return list.getSelectedIndex() + 1;
    }

    /** What the selected line says, shortened; empty where none is. */
    public String words() {
        String line = list.getSelectedValue();
        return line == null ? "" : Formats.abbreviate(line.strip(), MAX_WORDS);
    }

    private void goTo(int line) {
        wanted = line;
        if (line <= lines.getSize()) {
            list.show(line);
        } else {
            lines.readOn(() -> {
                // Its rows get their room only now.
                validate();
                list.show(wanted);
            });
        }
    }

    /** Reads what was appended. */
    public void readOn() {
        if (lines.getSize() > 0) {
            lines.readOn(() -> {});
        }
    }

    /** Moves the focus to the field of what is looked for. */
    public void find() {
        bar.focusField();
    }

    /** Lets go of the file. */
    public void close() {
        lines.close();
    }

    private final class Searching implements FindBar.Search {
        @Override
        public void find(String words) {
            list.highlight(words);
            found = new OakleyText.Found(List.of(), 0, true);
            if (words.isEmpty()) {
                lines.endSearch();
                bar.found("", false);
                return;
            }
            bar.found(Bundle.LBL_Searching(), false);
            lines.find(words, result -> lines.readOn(() -> found(result)));
        }

        private void found(OakleyText.Found result) {
            found = result;
            tell();
            int selected = list.getSelectedIndex() + 1;
            if (!result.lines().isEmpty() && Collections.binarySearch(result.lines(), selected) < 0) {
                go(true);
            }
        }

        @Override
        public void go(boolean forward) {
            List<Integer> all = found.lines();
            if (all.isEmpty()) {
                return;
            }
            int at = Collections.binarySearch(all, list.getSelectedIndex() + 1);
            int next = forward ? at < 0 ? -at - 1 : at + 1 : at < 0 ? -at - 2 : at - 1;
            // Behind the last one the first one follows.
            goTo(all.get(Math.floorMod(next, all.size())));
            tell();
        }

        private void tell() {
            List<Integer> all = found.lines();
            if (all.isEmpty()) {
                bar.found(Bundle.LBL_NotFound(), false);
                return;
            }
            int at = Collections.binarySearch(all, list.getSelectedIndex() + 1);
            String count = Formats.count(found.count(), "line", "lines");
            String words = at < 0 ? Bundle.LBL_FoundIn(count) : Bundle.LBL_FoundAt(Formats.count(at + 1L), count);
            bar.found(
                    found.count() > all.size() ? Bundle.LBL_FoundMany(words, Formats.count(all.size())) : words, true);
        }

        @Override
        public void leave() {
            list.requestFocusInWindow();
        }
    }
}
