package org.ipsecworkbench.lab.scenario;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scenario as its file says it. A line is a word and what belongs to it; {@code #} begins a comment:
 *
 * <pre>
 * title     what people call it
 * about     what they see, in a sentence or two
 * diagnosis what a diagnosis has to find, in words
 * expect    HOST HOST encrypted|integrity|clear|fallback|blocked [CODE]
 * host      NAME ADDRESS RELEASE LANGUAGE
 * on        HOST COMMAND LINE, which is run on it
 * domain    assign POLICY | rule VALUES | only-domain-rules | disable HOST
 * clock     HOST DURATION by which it is ahead, in ISO 8601
 * certificate HOST missing|expired|not-yet-valid|keyless|wrong-purpose|revoked|of-user
 * revocation-list unreachable
 * firewall  HOST drops-ike
 * profile   HOST Domain|Private|Public
 * </pre>
 *
 * @param steps the lines that make the network, in their order
 */
public record ScenarioFile(
        String name, String title, String about, String diagnosis, List<Expectation> expectations, List<Step> steps) {

    /**
     * What two hosts come to.
     *
     * @param code the Win32 code of the negotiation at the side that asked, 0 for none
     */
    public record Expectation(String one, String other, String outcome, int code) {}

    /** A line that changes the network. */
    public record Step(int line, String word, String rest) {}

    /** The same with all hosts in one language. */
    public ScenarioFile speaking(String language) {
        List<Step> others = steps.stream()
                .map(step -> step.word().equals("host")
                        ? new Step(step.line(), step.word(), step.rest().replaceFirst("\\S+$", language))
                        : step)
                .toList();
        return new ScenarioFile(name, title, about, diagnosis, expectations, others);
    }

    /** The names of all scenarios, in the order in which they are told. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (String line : lines("index.txt")) {
            if (!line.isBlank() && !line.startsWith("#")) {
                names.add(line.strip());
            }
        }
        return List.copyOf(names);
    }

    /** The scenario of this name, or null where there is none. */
    public static @Nullable ScenarioFile find(String name) {
        return names().contains(name) ? read(name, lines(name + ".txt")) : null;
    }

    /**
     * Reads the lines of a file.
     *
     * @throws IllegalArgumentException if a line is not of the form above; the message names it
     */
    static ScenarioFile read(String name, List<String> lines) {
        String title = "";
        String about = "";
        String diagnosis = "";
        List<Expectation> expectations = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split("\\s+", 2);
            String rest = parts.length > 1 ? parts[1] : "";
            switch (parts[0]) {
                case "title" -> title = rest;
                case "about" -> about = about.isEmpty() ? rest : about + " " + rest;
                case "diagnosis" -> diagnosis = diagnosis.isEmpty() ? rest : diagnosis + " " + rest;
                case "expect" -> expectations.add(expectation(name, i + 1, rest));
                default -> steps.add(new Step(i + 1, parts[0], rest));
            }
        }
        if (title.isEmpty() || about.isEmpty() || diagnosis.isEmpty() || expectations.isEmpty()) {
            throw new IllegalArgumentException(name + ": title, about, diagnosis or expect is missing");
        }
        return new ScenarioFile(name, title, about, diagnosis, List.copyOf(expectations), List.copyOf(steps));
    }

    private static Expectation expectation(String name, int line, String rest) {
        String[] words = rest.split("\\s+", -1);
        if (words.length < 3 || words.length > 4) {
            throw new IllegalArgumentException(name + ", line " + line + ": two hosts and an outcome");
        }
        return new Expectation(words[0], words[1], words[2], words.length > 3 ? Integer.parseInt(words[3]) : 0);
    }

    private static List<String> lines(String file) {
        try (InputStream in = ScenarioFile.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no scenario file " + file);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
