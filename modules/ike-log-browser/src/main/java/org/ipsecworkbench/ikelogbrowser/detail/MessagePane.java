package org.ipsecworkbench.ikelogbrowser.detail;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Step;
import org.ipsecworkbench.ikelogbrowser.detail.StepSearch.Place;
import org.ipsecworkbench.ikelogbrowser.raw.FindBar;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Palette;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/**
 * What the selected step says, and a search through what all steps of its negotiation say: packets and events of every
 * source. Texts are made in the background, since they read certificates.
 */
@Messages({
    "ACN_Message=The selected message",
    "PRO_FindText=in all messages and events of this negotiation",
    "LBL_SearchingText=Searching…",
    "LBL_NoText=not found in any message",
    "# {0} - which",
    "# {1} - of how many",
    "LBL_TextAt={0} of {1}",
    "# {0} - which",
    "# {1} - of how many",
    "LBL_TextAtLeast={0} of more than {1}"
})
final class MessagePane extends JPanel {
    private static final long serialVersionUID = 1;
    private static final double TEXT_SHARE = 0.37;
    private static final RequestProcessor WORKER = new RequestProcessor("Telling of a message", 1);
    private static final RequestProcessor SEARCHER = new RequestProcessor("Searching messages", 1);

    private final Text text = new Text();
    private final JScrollPane right;
    private final JSplitPane both;
    private final FindBar bar = new FindBar(new Searching(), Bundle.PRO_FindText());
    private final transient Consumer<Step> goTo;
    private transient Origins origins = Origins.NONE;
    private transient @Nullable Negotiation negotiation;
    private transient @Nullable Step step;
    private transient StepSearch found = StepSearch.NONE;
    /** What is to be selected as soon as its step is shown. */
    private transient @Nullable Place wanted;

    private String words = "";
    private int shown;
    private volatile int search;

    /**
     * Empty.
     *
     * @param beside what stands to the right of the text
     * @param goTo selects a step where the next occurrence is in another one
     */
    MessagePane(JComponent beside, Consumer<Step> goTo) {
        super(new BorderLayout());
        this.goTo = goTo;
        right = sized(new JScrollPane(beside), 1 - TEXT_SHARE);
        both = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, true, sized(new JScrollPane(text), TEXT_SHARE), right);
        both.setBorder(BorderFactory.createEmptyBorder());
        both.setResizeWeight(TEXT_SHARE);
        add(both, BorderLayout.CENTER);
        add(bar, BorderLayout.SOUTH);
        bar.stepByKeys(this);
    }

    private static JScrollPane sized(JScrollPane scroll, double share) {
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setMinimumSize(new Dimension(120, 60));
        scroll.setPreferredSize(new Dimension((int) (share * 1000), 300));
        return scroll;
    }

    /** Shows what stands to the right of the text, or gives the text its room. */
    void showBeside(boolean on) {
        if (right.isVisible() != on) {
            right.setVisible(on);
            both.setDividerSize(on ? UIManager.getInt("SplitPane.dividerSize") : 0);
            both.resetToPreferredSizes();
        }
    }

    /** Where the steps come from. */
    void origins(Origins newOrigins) {
        origins = newOrigins;
    }

    /** Whose steps are searched; null for none. */
    void show(@Nullable Negotiation newNegotiation) {
        negotiation = newNegotiation;
        wanted = null;
        search(false);
    }

    /** Shows a step; null shows none. */
    void show(@Nullable Step newStep) {
        int number = ++shown;
        step = newStep;
        if (newStep == null) {
            text.show("");
            return;
        }
        Origins from = origins;
        WORKER.post(() -> {
            String said = MessageText.of(newStep, from);
            SwingUtilities.invokeLater(() -> {
                if (shown == number) {
                    text.show(said);
                    mark();
                }
            });
        });
    }

    /** Moves the focus to the field of what is looked for. */
    void find() {
        bar.focusField();
    }

    private void search(boolean move) {
        int number = ++search;
        found = StepSearch.NONE;
        Negotiation in = negotiation;
        if (words.isEmpty() || in == null) {
            bar.found("", false);
            return;
        }
        bar.found(Bundle.LBL_SearchingText(), false);
        Origins from = origins;
        String wantedWords = words;
        SEARCHER.post(() -> {
            StepSearch result =
                    StepSearch.of(in, wantedWords, one -> MessageText.of(one, from), () -> search != number);
            SwingUtilities.invokeLater(() -> {
                if (search == number) {
                    found = result;
                    tell(null);
                    if (move && !result.places().isEmpty()) {
                        go(true, -1);
                    }
                }
            });
        });
    }

    /** Goes on from the selection, of which one character less may count so that the same place is found again. */
    private void go(boolean forward, int shift) {
        Negotiation in = negotiation;
        if (in == null || found.places().isEmpty()) {
            return;
        }
        int at = Math.max(0, step == null ? 0 : in.steps().indexOf(step));
        Place next = found.next(new Place(at, text.getSelectionStart() + shift), forward);
        wanted = next;
        if (next.step() == at) {
            mark();
        } else {
            goTo.accept(in.steps().get(next.step()));
        }
        tell(next);
    }

    private void mark() {
        Negotiation in = negotiation;
        Place place = wanted;
        if (in != null && place != null && in.steps().indexOf(step) == place.step()) {
            wanted = null;
            text.mark(place.start(), words.length());
        }
    }

    private void tell(@Nullable Place at) {
        List<Place> places = found.places();
        if (places.isEmpty()) {
            bar.found(Bundle.LBL_NoText(), false);
            return;
        }
        String which = Formats.count(at == null ? 1 : places.indexOf(at) + 1L);
        String count = Formats.count(places.size());
        bar.found(found.whole() ? Bundle.LBL_TextAt(which, count) : Bundle.LBL_TextAtLeast(which, count), true);
    }

    private final class Searching implements FindBar.Search {
        @Override
        public void find(String newWords) {
            words = newWords;
            search(true);
        }

        @Override
        public void go(boolean forward) {
            MessagePane.this.go(forward, 0);
        }

        @Override
        public void leave() {
            text.requestFocusInWindow();
        }
    }

    /** Text that can be selected, in glyphs of equal width. */
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

        /** Selects a part, which is to be seen although the focus is elsewhere. */
        void mark(int start, int length) {
            int end = Math.min(start + length, getDocument().getLength());
            // Backwards, so that the search goes on from the beginning of what was found.
            setCaretPosition(end);
            moveCaretPosition(Math.min(start, end));
            getCaret().setSelectionVisible(true);
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
