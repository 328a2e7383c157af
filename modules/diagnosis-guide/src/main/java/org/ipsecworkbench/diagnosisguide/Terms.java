package org.ipsecworkbench.diagnosisguide;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of findings that a newcomer may not know, each explained in one line of {@code terms.tsv}. */
final class Terms {
    /**
     * A word and what it means.
     *
     * @param word as it is shown
     * @param found finds it in a text
     */
    record Term(String word, Pattern found, String meaning) {}

    private static final List<Term> ALL = read();

    private Terms() {}

    /** Those that a text uses, in the order of the file. */
    static List<Term> in(String text) {
        return ALL.stream().filter(term -> term.found().matcher(text).find()).toList();
    }

    /** All of them. */
    static List<Term> all() {
        return ALL;
    }

    private static List<Term> read() {
        List<Term> terms = new ArrayList<>();
        try (InputStream in = Terms.class.getResourceAsStream("terms.tsv");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            for (String line : lines.lines().toList()) {
                if (!line.startsWith("#")) {
                    String[] columns = line.split("\t", -1);
                    String[] words = columns[0].split("\\|", -1);
                    terms.add(new Term(words[words.length > 1 ? 1 : 0].replace("*", ""), pattern(words), columns[1]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(terms);
    }

    /** Abbreviations in their own case, since others are words as well. */
    private static Pattern pattern(String[] words) {
        return Pattern.compile(Arrays.stream(words)
                .map(word -> {
                    boolean isBeginning = word.endsWith("*");
                    String quoted = Pattern.quote(isBeginning ? word.substring(0, word.length() - 1) : word);
                    boolean isWord = Character.isLetterOrDigit(word.charAt(word.length() - 1));
                    String cased = word.equals(word.toLowerCase(Locale.ROOT)) ? "(?i:" + quoted + ")" : quoted;
                    return "(?<![\\p{L}\\p{N}])" + cased + (isWord ? "(?![\\p{L}\\p{N}])" : "");
                })
                .collect(Collectors.joining("|")));
    }
}
