package org.ipsecworkbench.captureviewer.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.prefs.Preferences;
import org.openide.util.NbPreferences;

/** The filters that were applied last, the newest first. Kept between runs. Safe for every thread. */
final class FilterHistory {
    static final int MAX = 20;

    private static final String KEY = "filter.";

    private FilterHistory() {}

    static synchronized List<String> list() {
        Preferences preferences = preferences();
        List<String> filters = new ArrayList<>();
        for (int i = 0; i < MAX; i++) {
            String filter = preferences.get(KEY + i, "");
            if (!filter.isEmpty()) {
                filters.add(filter);
            }
        }
        return filters;
    }

    /** Puts a filter first. */
    static synchronized void add(String filter) {
        List<String> filters = with(list(), filter);
        for (int i = 0; i < filters.size(); i++) {
            preferences().put(KEY + i, filters.get(i));
        }
    }

    /** The filters with another before them, once, and no more than are kept. Preferences have no room for long ones. */
    static List<String> with(List<String> before, String filter) {
        String text = filter.trim();
        if (text.isEmpty() || text.length() > Preferences.MAX_VALUE_LENGTH) {
            return before;
        }
        List<String> filters = new ArrayList<>(before);
        filters.remove(text);
        filters.add(0, text);
        return filters.subList(0, Math.min(MAX, filters.size()));
    }

    private static Preferences preferences() {
        return NbPreferences.forModule(FilterHistory.class);
    }
}
