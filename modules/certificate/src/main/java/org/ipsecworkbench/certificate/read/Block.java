package org.ipsecworkbench.certificate.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a listing as rows: a line at the margin, {@code label: value}, with the lines that stand further in below it.
 *
 * @param rows in order
 */
record Block(List<Row> rows) {
    /** Windows puts one blank before NotBefore and NotAfter. */
    private static final int MARGIN = 1;

    private static final Pattern LABELLED = Pattern.compile("^\\s?([^:=]{1,80}?)\\s*:(?:\\s+(.*)|)$");
    private static final Pattern ATTRIBUTE = Pattern.compile("^\\s*(?:[A-Za-z][A-Za-z0-9]*|\\d+(?:\\.\\d+)+)=.*");

    /**
     * A row.
     *
     * @param label empty where it is a sentence
     * @param value behind the colon; of a sentence all of it
     * @param line number in the file
     * @param inner lines below, with their blanks
     */
    record Row(String label, String value, int line, List<String> inner) {
        /** A distinguished name, on the row itself or a part of it per line below. */
        String name() {
            if (!value.isEmpty()) {
                return ATTRIBUTE.matcher(value).matches() ? value : "";
            }
            List<String> parts = inner.stream()
                    .filter(part -> ATTRIBUTE.matcher(part).matches())
                    .map(String::strip)
                    .toList();
            return String.join(", ", parts);
        }

        boolean isSentence() {
            return label.isEmpty();
        }
    }

    /**
     * Takes lines apart.
     *
     * @param firstLine number in the file of the first one
     */
    static Block of(List<String> lines, int firstLine) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).stripTrailing();
            if (line.isBlank()) {
                continue;
            }
            boolean isInner = indent(line) > MARGIN;
            if (isInner && !rows.isEmpty()) {
                rows.get(rows.size() - 1).inner().add(line);
                continue;
            }
            Matcher labelled = LABELLED.matcher(line);
            if (labelled.matches() && !isInner) {
                String value =
                        labelled.group(2) == null ? "" : labelled.group(2).strip();
                rows.add(new Row(labelled.group(1).strip(), value, firstLine + i, new ArrayList<>()));
            } else {
                rows.add(
                        new Row("", line.strip(), firstLine + i, new ArrayList<>(isInner ? List.of(line) : List.of())));
            }
        }
        return new Block(rows);
    }

    static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }
}
