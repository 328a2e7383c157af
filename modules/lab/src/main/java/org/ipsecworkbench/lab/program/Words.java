package org.ipsecworkbench.lab.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.ipsecworkbench.lab.model.Language;

/** What programs print in languages other than English, by the English words: {@code words.tsv}. */
final class Words {
    private static final Map<Language, Map<String, String>> WORDS = read();

    private Words() {}

    /** The words in a language, English where they are not known in it; {0} and so on stand for the values. */
    static String of(Language language, String english, Object... values) {
        Map<String, String> words = WORDS.get(language);
        String text = words == null ? english : Objects.requireNonNullElse(words.get(english), english);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** The columns that a text takes on a console: East Asian characters take two. */
    static int columns(String text) {
        return (int) text.codePoints().map(c -> c >= 0x1100 ? 2 : 1).sum();
    }

    private static Map<Language, Map<String, String>> read() {
        Map<String, String> german = new HashMap<>();
        Map<String, String> japanese = new HashMap<>();
        try (InputStream in = Words.class.getResourceAsStream("words.tsv");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                String[] columns = line.split("\t", -1);
                if (line.startsWith("#") || columns.length < 3) {
                    continue;
                }
                if (!columns[1].isEmpty()) {
                    german.put(columns[0], columns[1]);
                }
                if (!columns[2].isEmpty()) {
                    japanese.put(columns[0], columns[2]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(Language.GERMAN, german, Language.JAPANESE, japanese);
    }
}
