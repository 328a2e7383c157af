package org.ipsecworkbench.ike.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.table.Table;

/**
 * Values by the labels before them in an event's description: the resources {@code labels.tsv} and {@code openings.tsv}. Lines
 * may have been joined on the way, and case and spaces vary, so that labels are looked for anywhere.
 */
final class Labels {
    private static final Pattern LINE = Pattern.compile("^[ \\t]*([^:\\r\\n]{1,60}):[ \\t]*(.*)$", Pattern.MULTILINE);
    private static final Map<Integer, Layout> LAYOUTS = new HashMap<>();
    private static final Map<String, int[]> OPENINGS = new LinkedHashMap<>();

    /** The description of one event: how its headings and labels look, and what the labels name. */
    private record Layout(Pattern token, Set<String> sections, Map<String, String> names) {}

    static {
        Map<Integer, Map<String, String>> names = new HashMap<>();
        Map<Integer, Set<String>> sections = new HashMap<>();
        for (String[] row : Table.rows(Labels.class, "labels.tsv")) {
            for (String id : row[0].split(",")) {
                names.computeIfAbsent(Integer.valueOf(id), key -> new LinkedHashMap<>())
                        .put(key(row[1], row[2]), row[3]);
                sections.computeIfAbsent(Integer.valueOf(id), key -> new HashSet<>())
                        .add(lower(row[1]));
            }
        }
        names.forEach((id, labels) -> LAYOUTS.put(id, layout(labels, sections.getOrDefault(id, Set.of()))));
        for (String[] row : Table.rows(Labels.class, "openings.tsv")) {
            OPENINGS.put(row[0], new int[] {Integer.parseInt(row[1]), Integer.parseInt(row[2])});
        }
    }

    private Labels() {}

    private static Layout layout(Map<String, String> names, Set<String> sections) {
        Set<String> words = new HashSet<>(sections);
        names.keySet().forEach(key -> words.add(key.substring(key.indexOf('\n') + 1)));
        words.remove("");
        String any = words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(word -> Pattern.quote(word).replace(" ", "\\E\\s+\\Q"))
                .collect(Collectors.joining("|"));
        Pattern token = Pattern.compile("(?<=^|\\s)(" + any + "):(?=\\s|$)", Pattern.CASE_INSENSITIVE);
        return new Layout(token, sections, names);
    }

    private static String key(String section, String label) {
        return lower(section) + "\n" + lower(label);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    /** The ID of an event by how its description begins; 0 where no table knows it. */
    static int idOf(String text) {
        String opening = lower(text.substring(0, Math.min(200, text.length()))).strip();
        for (Map.Entry<String, int[]> entry : OPENINGS.entrySet()) {
            if (opening.startsWith(entry.getKey())) {
                return entry.getValue()[lower(text).contains("thumbprint:") ? 1 : 0];
            }
        }
        return 0;
    }

    /** The values of a description; of an event that no table knows, what looks like one. */
    static List<EventRecord.Field> fields(int id, String text, int limit) {
        Layout layout = LAYOUTS.get(id);
        List<EventRecord.Field> fields = layout == null ? List.of() : known(layout, text);
        List<EventRecord.Field> found = fields.isEmpty() ? likely(text) : fields;
        return found.size() > limit ? found.subList(0, limit) : found;
    }

    private static List<EventRecord.Field> known(Layout layout, String text) {
        List<EventRecord.Field> fields = new ArrayList<>();
        Matcher token = layout.token().matcher(text);
        String section = "";
        String name = "";
        int begin = 0;
        while (token.find()) {
            take(fields, name, text.substring(begin, token.start()));
            String word = lower(token.group(1));
            String known = layout.names().get(section + "\n" + word);
            if (known == null) {
                known = layout.names().get("\n" + word);
            }
            if (known == null && layout.sections().contains(word)) {
                section = word;
                known = "";
            }
            name = known == null ? token.group(1) : known;
            begin = token.end();
        }
        take(fields, name, text.substring(begin));
        return fields;
    }

    private static void take(List<EventRecord.Field> fields, String name, String value) {
        if (!name.isEmpty()) {
            fields.add(Parameters.field(name, value));
        }
    }

    private static List<EventRecord.Field> likely(String text) {
        List<EventRecord.Field> fields = new ArrayList<>();
        Matcher line = LINE.matcher(text);
        while (line.find()) {
            if (!line.group(2).isBlank()) {
                fields.add(Parameters.field(line.group(1).strip(), line.group(2)));
            }
        }
        return fields;
    }
}
