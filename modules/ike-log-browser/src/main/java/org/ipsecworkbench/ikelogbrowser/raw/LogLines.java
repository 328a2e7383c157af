package org.ipsecworkbench.ikelogbrowser.raw;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.swing.AbstractListModel;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.OakleyText;
import org.jspecify.annotations.Nullable;
import org.openide.util.RequestProcessor;

/**
 * The lines of a log as a list, of which only some pages are in memory. A line that is asked for and is not there is empty
 * until its page has been read in the background. To be used on the event dispatch thread.
 */
final class LogLines extends AbstractListModel<String> {
    /** Pages in memory; of the longest possible lines a page has 2 MB. */
    static final int MAX_PAGES = 24;

    private static final long serialVersionUID = 1;
    private static final Logger LOG = Logger.getLogger(LogLines.class.getName());

    private final transient RequestProcessor worker = new RequestProcessor("Lines of a log", 1);
    private final transient RequestProcessor searcher = new RequestProcessor("Searching a log", 1);
    private final transient Path file;
    private final transient Consumer<String> failed;
    private final transient Map<Integer, List<String>> pages = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<String>> eldest) {
            return size() > MAX_PAGES;
        }
    };
    private final transient Set<Integer> asked = new HashSet<>();
    private transient volatile @Nullable OakleyText text;
    private volatile boolean closed;
    private transient volatile @Nullable Search search;
    private int lines;

    /** Ends one search. */
    private static final class Search implements ScanMonitor {
        private volatile boolean over;

        @Override
        public boolean cancelled() {
            return over;
        }
    }

    /**
     * Of a file, of which nothing is read yet.
     *
     * @param failed gets why it cannot be read
     */
    LogLines(Path file, Consumer<String> failed) {
        this.file = file;
        this.failed = failed;
    }

    /** Looks for lines that are not known yet; then runs something. */
    void readOn(Runnable then) {
        inBackground(() -> {
            OakleyText open = open();
            int now = open.index(new ScanMonitor() {
                @Override
                public boolean cancelled() {
                    return closed;
                }
            });
            SwingUtilities.invokeLater(() -> {
                grown(now);
                then.run();
            });
        });
    }

    private void grown(int now) {
        int before = lines;
        if (now > before) {
            // The last line may have been there in part.
            pages.remove(Math.max(0, before - 1) / OakleyText.PAGE_LINES);
            lines = now;
            fireIntervalAdded(this, before, now - 1);
        }
    }

    private OakleyText open() throws IOException {
        OakleyText open = text;
        if (open == null) {
            open = OakleyText.open(file);
            text = open;
        }
        return open;
    }

    @Override
    public int getSize() {
        return lines;
    }

    @Override
    public String getElementAt(int index) {
        int number = index / OakleyText.PAGE_LINES;
        List<String> page = pages.get(number);
        if (page == null) {
            ask(number);
            return "";
        }
        int at = index % OakleyText.PAGE_LINES;
        return at < page.size() ? page.get(at) : "";
    }

    private void ask(int number) {
        if (asked.add(number)) {
            inBackground(() -> {
                List<String> page = open().page(number);
                SwingUtilities.invokeLater(() -> {
                    asked.remove(number);
                    pages.put(number, page);
                    int first = number * OakleyText.PAGE_LINES;
                    fireContentsChanged(this, first, Math.min(lines, first + OakleyText.PAGE_LINES) - 1);
                });
            });
        }
    }

    /** Hands out some lines in one piece, in the background. */
    void text(int first, int last, Consumer<String> taker) {
        inBackground(() -> {
            List<String> all = new ArrayList<>();
            for (int page = first / OakleyText.PAGE_LINES; page <= last / OakleyText.PAGE_LINES; page++) {
                List<String> some = open().page(page);
                int begin = page * OakleyText.PAGE_LINES;
                all.addAll(some.subList(
                        Math.min(some.size(), Math.max(0, first - begin)), Math.min(some.size(), last + 1 - begin)));
            }
            taker.accept(String.join("\n", all));
        });
    }

    /** Searches; the search before is ended and tells nothing. */
    void find(String words, Consumer<OakleyText.Found> then) {
        Search now = new Search();
        endSearch();
        search = now;
        searcher.post(() -> work(() -> {
            OakleyText.Found found = open().find(words, now);
            SwingUtilities.invokeLater(() -> {
                if (!now.over) {
                    then.accept(found);
                }
            });
        }));
    }

    /** Ends the search that runs. */
    void endSearch() {
        Search before = search;
        if (before != null) {
            before.over = true;
        }
    }

    /** Lets go of the file. */
    void close() {
        closed = true;
        endSearch();
        worker.post(() -> {
            try {
                OakleyText open = text;
                if (open != null) {
                    open.close();
                }
            } catch (IOException e) {
                LOG.log(Level.FINE, "not closed: " + file, e);
            }
        });
    }

    /** Work that reads the file. */
    private interface Reads {
        void run() throws IOException;
    }

    private void inBackground(Reads work) {
        worker.post(() -> work(work));
    }

    private void work(Reads work) {
        if (closed) {
            return;
        }
        try {
            work.run();
        } catch (IOException e) {
            if (!closed) {
                LOG.log(Level.FINE, "not read: " + file, e);
                SwingUtilities.invokeLater(() -> failed.accept(e.getClass().getSimpleName() + ": " + e.getMessage()));
            }
        }
    }
}
