package org.ipsecworkbench.session.redact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names of one case, and what stands in the place of each: {@code host1} and so on. A name is one word; those of domains are
 * words with dots between. Letters of both cases are the same. Not safe for several threads.
 */
final class Names {
    /** So many a case has at most; more would be text that is taken for names. */
    static final int MAX = 100_000;

    /** What words of longer names become, of organizations and people; two letters of such are a country. */
    static final String WORD_OF_NAME = "name";

    private static final int SHORTEST = 2;
    private static final int SHORTEST_WORD = 3;

    /** Names of these lengths are found inside of other words too: as no ordinary word has them. */
    private static final int DISTINCT = 7;

    private static final int DISTINCT_WITH_DIGIT = 4;
    private static final int MAX_INSIDE = 2000;
    private static final int MAX_WORDS = 100_000;

    /** A word with its dashes, but without an address behind one. */
    static final String WORDS = "[\\p{L}\\p{N}]++(?:[-_]++(?!\\d{1,3}\\.\\d{1,3}\\.\\d)[\\p{L}\\p{N}]++){0,40}+";

    private static final Pattern HEX = Pattern.compile("(?:0[xX])?[0-9a-fA-F]{8,}");
    private static final Pattern WORD = Pattern.compile(WORDS);

    /** What programs print and nobody is called, or has to be called by other means. */
    private static final Set<String> VOCABULARY = vocabulary();

    /** What each is the name of, by itself in lower case. */
    private final Map<String, String> kinds = new LinkedHashMap<>();

    private final Map<String, String> pseudonyms = new LinkedHashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private List<String> inside = List.of();

    private static Set<String> vocabulary() {
        try (InputStream in = Names.class.getResourceAsStream("vocabulary.txt")) {
            if (in == null) {
                throw new IllegalStateException("vocabulary.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> List.of(line.strip().split("\\s+")).stream())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds a name, unless it is an ordinary word.
     *
     * @param kind what its other name begins with: {@code host}, {@code user}, {@code name}
     */
    void add(String name, String kind) {
        String key = name.toLowerCase(Locale.ROOT);
        boolean isName = key.length() >= (kind.equals(WORD_OF_NAME) ? SHORTEST_WORD : SHORTEST)
                && !VOCABULARY.contains(key)
                && !key.chars().allMatch(c -> c >= '0' && c <= '9')
                && WORD.matcher(key).matches();
        if (isName && kinds.size() < MAX) {
            kinds.putIfAbsent(key, kind);
        }
    }

    /** Ends the adding: gives each its other name, which is none of theirs. */
    void number() {
        Map<String, Integer> numbers = new HashMap<>();
        kinds.forEach((name, kind) -> {
            String other;
            do {
                other = kind + numbers.merge(kind, 1, Integer::sum);
            } while (kinds.containsKey(other));
            pseudonyms.put(name, other);
        });
        inside = kinds.keySet().stream()
                .filter(Names::isDistinct)
                .sorted(Comparator.comparing(String::length).reversed())
                .limit(MAX_INSIDE)
                .toList();
    }

    /** The former names with their others. */
    Map<String, String> all() {
        return Collections.unmodifiableMap(pseudonyms);
    }

    boolean areAscii() {
        return kinds.keySet().stream().allMatch(StandardCharsets.US_ASCII.newEncoder()::canEncode);
    }

    /** The text with other names, in capitals where a name was. */
    String replaced(String text) {
        return WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(word(word.group())));
    }

    /** What stands for one match of {@link #WORDS}; logs say the same words over and over. */
    String word(String word) {
        if (words.size() > MAX_WORDS) {
            words.clear();
        }
        String known = words.get(word);
        if (known == null) {
            known = looked(word);
            words.put(word, known);
        }
        return known;
    }

    private String looked(String word) {
        String known = pseudonyms.get(word.toLowerCase(Locale.ROOT));
        if (known != null) {
            return inCase(word, known);
        }
        // The longest first: a name may have dashes of its own.
        for (int at = word.length() - 1; at > 0; at--) {
            if (isDash(word.charAt(at)) && at + 1 < word.length()) {
                String beginning = pseudonyms.get(word.substring(0, at).toLowerCase(Locale.ROOT));
                String end = pseudonyms.get(word.substring(at + 1).toLowerCase(Locale.ROOT));
                if (beginning != null || end != null) {
                    return (beginning != null ? inCase(word.substring(0, at), beginning) : word(word.substring(0, at)))
                            + word.charAt(at)
                            + (end != null ? inCase(word.substring(at + 1), end) : word(word.substring(at + 1)));
                }
            }
        }
        return withoutDistinct(word);
    }

    /** Parts between dashes, and names that are inside of a part. */
    private String withoutDistinct(String word) {
        List<String> parts = new ArrayList<>();
        for (String part : word.split("(?<=[-_])|(?=[-_])", -1)) {
            String known = pseudonyms.get(part.toLowerCase(Locale.ROOT));
            String replaced = known == null ? part : inCase(part, known);
            // Cookies, SPIs and hashes have letters by chance.
            boolean isNumber = HEX.matcher(part).matches();
            for (String name : known == null && !isNumber ? inside : List.<String>of()) {
                int at = replaced.toLowerCase(Locale.ROOT).indexOf(name);
                if (at >= 0 && replaced.length() >= at + name.length()) {
                    replaced =
                            replaced.substring(0, at) + pseudonyms.get(name) + replaced.substring(at + name.length());
                }
            }
            parts.add(replaced);
        }
        return String.join("", parts);
    }

    private static boolean isDistinct(String name) {
        return name.length() >= DISTINCT
                || name.length() >= DISTINCT_WITH_DIGIT && name.chars().anyMatch(Character::isDigit);
    }

    private static boolean isDash(char c) {
        return c == '-' || c == '_';
    }

    private static String inCase(String former, String other) {
        boolean isUpper = former.equals(former.toUpperCase(Locale.ROOT));
        return isUpper && !former.equals(former.toLowerCase(Locale.ROOT)) ? other.toUpperCase(Locale.ROOT) : other;
    }
}
