package org.ipsecworkbench.ikelogbrowser.detail;

import java.awt.KeyboardFocusManager;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.ikelogbrowser.detail.TextSearch.Place;
import org.ipsecworkbench.ikelogbrowser.raw.FindBar;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Palette;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/**
 * What one of several things says, and a search through what all of them say. Texts are made in the background, since they
 * read certificates. For the event thread.
 *
 * @param <T> a thing
 */
@Messages({
    "LBL_SearchingText=Searching…",
    "LBL_NoText=not found",
    "# {0} - which",
    "# {1} - of how many",
    "LBL_TextAt={0} of {1}",
    "# {0} - which",
    "# {1} - of how many",
    "LBL_TextAtLeast={0} of more than {1}"
})
public final class SearchedText<T> {
    private static final RequestProcessor WORKER = new RequestProcessor("Telling of a message", 1);
    private static final RequestProcessor SEARCHER = new RequestProcessor("Searching messages", 1);

    private final Text text;
    private final FindBar bar;
    private final Function<T, String> toText;
    private final Consumer<T> goTo;
    private List<T> items = List.of();
    private @Nullable T item;
    private TextSearch found = TextSearch.NONE;
    /** What is to be selected as soon as the thing that it is in is shown. */
    private @Nullable Place wanted;

    private String words = "";
    private int shown;
    private volatile int search;

    /**
     * Empty.
     *
     * @param name of the text, for tests
     * @param accessibleName what a screen reader calls it
     * @param where it searches, for the empty field
     * @param toText what a thing says; is called in the background
     * @param goTo selects a thing where the next occurrence is in another one
     */
    public SearchedText(
            String name, String accessibleName, String where, Function<T, String> toText, Consumer<T> goTo) {
        text = new Text(name, accessibleName);
        bar = new FindBar(new Searching(), where);
        this.toText = toText;
        this.goTo = goTo;
    }

    /** The text. */
    public JComponent text() {
        return text;
    }

    /** The field of what is looked for. */
    public FindBar bar() {
        return bar;
    }

    /** What is searched, in the order in which the search goes on. */
    public void among(List<T> newItems) {
        items = newItems;
        wanted = null;
        search(false);
    }

    /** Shows what one of them says; null shows nothing. */
    public void show(@Nullable T newItem) {
        int number = ++shown;
        item = newItem;
        if (newItem == null) {
            text.show("");
            return;
        }
        WORKER.post(() -> {
            String said = toText.apply(newItem);
            SwingUtilities.invokeLater(() -> {
                if (shown == number) {
                    text.show(said);
                    mark();
                }
            });
        });
    }

    private void search(boolean move) {
        int number = ++search;
        found = TextSearch.NONE;
        if (words.isEmpty() || items.isEmpty()) {
            bar.found("", false);
            return;
        }
        bar.found(Bundle.LBL_SearchingText(), false);
        List<T> in = items;
        String wantedWords = words;
        SEARCHER.post(() -> {
            TextSearch result = TextSearch.of(in, wantedWords, toText, () -> search != number);
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
        if (items.isEmpty() || found.places().isEmpty()) {
            return;
        }
        int at = Math.max(0, item == null ? 0 : items.indexOf(item));
        Place next = found.next(new Place(at, text.getSelectionStart() + shift), forward);
        wanted = next;
        if (next.item() == at) {
            mark();
        } else {
            goTo.accept(items.get(next.item()));
        }
        tell(next);
    }

    private void mark() {
        Place place = wanted;
        if (place != null && items.indexOf(item) == place.item()) {
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
            SearchedText.this.go(forward, 0);
        }

        @Override
        public void leave() {
            text.requestFocusInWindow();
        }
    }

    /** Text that can be selected, in glyphs of equal width. */
    private static final class Text extends JTextArea {
        private static final long serialVersionUID = 1;

        Text(String name, String accessibleName) {
            setEditable(false);
            setLineWrap(true);
            setWrapStyleWord(true);
            setName(name);
            getAccessibleContext().setAccessibleName(accessibleName);
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
