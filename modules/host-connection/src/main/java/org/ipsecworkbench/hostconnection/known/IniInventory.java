package org.ipsecworkbench.hostconnection.known;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an inventory of Ansible in the form of INI: hosts with their variables, groups, {@code :vars}, {@code :children} and
 * ranges such as {@code srv[01:20]}.
 */
final class IniInventory {
    private static final Pattern SECTION = Pattern.compile("\\[([^\\]:]{1,255})(?::(vars|children))?\\].*");
    private static final Pattern VARIABLE = Pattern.compile("([A-Za-z_]\\w{0,99})\\s*=\\s*(.*)");
    private static final int MAX_LINE = 4096;

    private final HostImport into;
    private final AnsibleInventory inventory;

    IniInventory(HostImport into) {
        this.into = into;
        inventory = new AnsibleInventory(into);
    }

    void read(List<String> lines) {
        String group = AnsibleInventory.UNGROUPED;
        String kind = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
                continue;
            }
            Matcher section = SECTION.matcher(line);
            if (line.length() > MAX_LINE) {
                into.problem(i + 1, "The line has more than " + MAX_LINE + " characters and is left out.");
            } else if (section.matches()
                    && !AnsibleInventory.RANGE.matcher(line).find()) {
                group = section.group(1).strip();
                kind = section.group(2) == null ? "" : section.group(2);
            } else {
                line(i + 1, line, group, kind);
            }
        }
        inventory.finish();
    }

    private void line(int number, String line, String group, String kind) {
        switch (kind) {
            case "vars" -> {
                Matcher variable = VARIABLE.matcher(line);
                if (variable.matches()) {
                    inventory.variable(group, variable.group(1), unquoted(variable.group(2)));
                } else {
                    into.problem(number, "This is no variable and is left out.");
                }
            }
            case "children" -> inventory.child(line.split("\\s", 2)[0], group);
            default -> hosts(number, words(line), group);
        }
    }

    private void hosts(int number, List<String> words, String group) {
        Map<String, String> variables = new HashMap<>();
        for (String word : words.subList(1, words.size())) {
            Matcher variable = VARIABLE.matcher(word);
            if (variable.matches()) {
                variables.put(variable.group(1), unquoted(variable.group(2)));
            }
        }
        inventory.hosts(number, words.get(0), variables, group);
    }

    /** Words are parted by blanks outside of quotes; what follows a {@code #} is a comment. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (char c : line.toCharArray()) {
            boolean isBlank = Character.isWhitespace(c) && quote == 0;
            if (c == '#' && word.isEmpty()) {
                break;
            }
            if (!isBlank) {
                word.append(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static String unquoted(String text) {
        boolean isQuoted = text.length() > 1
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(text.length() - 1) == text.charAt(0);
        return isQuoted ? text.substring(1, text.length() - 1) : text;
    }
}
