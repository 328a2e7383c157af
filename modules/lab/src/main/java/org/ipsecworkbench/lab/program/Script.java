package org.ipsecworkbench.lab.program;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs the PowerShell that the lab understands: statements of one pipeline each, a known cmdlet with its parameters,
 * followed by {@code Format-List}, {@code Select-Object} or {@code ConvertTo-Json}; anything else is a command unknown.
 */
final class Script {
    /** Statements that one script may have; further ones are not run. */
    private static final int MAX_STATEMENTS = 500;

    private final Call call;
    private final Cmdlets cmdlets;

    Script(Call call) {
        this.call = call;
        this.cmdlets = new Cmdlets(call);
    }

    int run(String script) throws IOException {
        if (!WorkbenchScripts.name(script).isEmpty()) {
            return WorkbenchScripts.run(call, script);
        }
        int code = 0;
        int statements = 0;
        for (String statement : split(script, ";\r\n")) {
            if (!statement.isBlank() && !statement.startsWith("#") && statements++ < MAX_STATEMENTS) {
                List<String> words = CommandLine.split(statement.replace('\'', '"'));
                if (words.isEmpty()) {
                    continue;
                }
                String first = words.get(0).toLowerCase(Locale.ROOT);
                if (first.equals("exit")) {
                    return number(words.size() > 1 ? words.get(1) : "0");
                }
                if (first.equals("start-sleep")) {
                    call.out().flush();
                    call.terminal().pause(Duration.ofSeconds(Math.max(0, number(words.get(words.size() - 1)))));
                    continue;
                }
                if (!first.startsWith("$progresspreference") && !first.startsWith("$erroractionpreference")) {
                    code = statement(statement);
                }
            }
        }
        return code;
    }

    private int statement(String statement) throws IOException {
        List<String> stages = split(statement, "|");
        List<String> words = CommandLine.split(stages.get(0).replace('\'', '"'));
        CommandProcessor processor = new CommandProcessor(call.shell());
        if (!words.isEmpty() && processor.isProgram(words.get(0))) {
            call.out().flush();
            call.err().flush();
            return processor.runNested(statement.replace('\'', '"'), call.terminal());
        }
        synchronized (call.host().network().lock()) {
            List<Map<String, Object>> objects = objects(stages.get(0));
            call.host().network().settle();
            if (objects == null) {
                String name =
                        CommandLine.split(stages.get(0)).stream().findFirst().orElse("");
                call.err()
                        .say(
                                "{0} : The term '{0}' is not recognized as the name of a cmdlet, function, script file, or operable program.",
                                name);
                return 1;
            }
            boolean isJson = false;
            for (String stage : stages.subList(1, stages.size())) {
                List<String> parts = CommandLine.split(stage.replace('\'', '"'));
                String name = parts.isEmpty() ? "" : parts.get(0).toLowerCase(Locale.ROOT);
                if (name.equals("convertto-json")) {
                    isJson = true;
                } else if (name.startsWith("select")) {
                    objects = select(objects, String.join("", parts.subList(1, parts.size())));
                }
            }
            if (isJson) {
                call.out().line(Json.of(objects));
            } else {
                list(objects);
            }
        }
        return 0;
    }

    private @Nullable List<Map<String, Object>> objects(String stage) {
        try {
            return cmdlets.run(CommandLine.split(stage.replace('\'', '"')));
        } catch (IllegalArgumentException e) {
            call.err().say("Cannot validate argument on a parameter: {0}", String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private static List<Map<String, Object>> select(List<Map<String, Object>> objects, String names) {
        if (names.contains("*")) {
            return objects;
        }
        List<Map<String, Object>> selected = new ArrayList<>();
        for (Map<String, Object> object : objects) {
            Map<String, Object> some = new LinkedHashMap<>();
            for (String name : names.replace("-Property", "").split(",", -1)) {
                object.forEach((key, value) -> {
                    if (key.equalsIgnoreCase(name.strip())) {
                        some.put(key, value);
                    }
                });
            }
            selected.add(some);
        }
        return selected;
    }

    /** As {@code Format-List} prints objects; a text alone as it is. */
    private void list(List<Map<String, Object>> objects) {
        for (Map<String, Object> object : objects) {
            Object text = object.get("");
            if (text != null) {
                call.out().print(String.valueOf(text) + "\r\n");
                continue;
            }
            int width = object.keySet().stream().mapToInt(String::length).max().orElse(0);
            call.out().blank();
            object.forEach((name, value) -> call.out().line(name + " ".repeat(width - name.length()) + " : " + value));
        }
    }

    /** Splits at any of some characters outside of quotes and brackets. */
    private static List<String> split(String text, String at) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
                part.append(c);
            } else if (c == '"' || c == '\'') {
                quote = c;
                part.append(c);
            } else if (at.indexOf(c) >= 0) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString().strip());
        return parts;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
