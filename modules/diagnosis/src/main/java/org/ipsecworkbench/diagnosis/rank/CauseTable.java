package org.ipsecworkbench.diagnosis.rank;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The rows of {@code causes.tsv}, in their order, which is that of their rank. */
final class CauseTable {
    /**
     * One rule.
     *
     * @param rank from 0, the first one wins
     * @param explains keys of findings that it explains
     * @param against keys of findings that speak against it
     * @param source who says so
     */
    record Row(int rank, Set<String> explains, Set<String> against, String source) {}

    private static final int COLUMNS = 4;
    private static final Row UNRANKED = new Row(Integer.MAX_VALUE, Set.of(), Set.of(), "");
    private static final Map<String, Row> ROWS = read();

    private CauseTable() {}

    /** The row about a finding; one that explains nothing where there is none. */
    static Row of(String key) {
        return ROWS.getOrDefault(key, UNRANKED);
    }

    /** Whether a finding may be a cause. */
    static boolean ranks(String key) {
        return ROWS.containsKey(key);
    }

    /** The findings that may be causes, in the order of their rank. */
    static Set<String> keys() {
        return ROWS.keySet();
    }

    private static Map<String, Row> read() {
        Map<String, Row> rows = new LinkedHashMap<>();
        try (InputStream in = CauseTable.class.getResourceAsStream("causes.tsv");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            for (String line : lines.lines().toList()) {
                if (!line.startsWith("#")) {
                    String[] columns = line.split("\t", -1);
                    if (columns.length != COLUMNS) {
                        throw new IllegalStateException("causes.tsv: " + line);
                    }
                    rows.put(columns[0], new Row(rows.size(), words(columns[1]), words(columns[2]), columns[3]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : Set.copyOf(List.of(text.split(" ", -1)));
    }
}
