package org.ipsecworkbench.lab;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ipsecworkbench.lab.scenario.ScenarioFile;

/**
 * A case that the lab can play.
 *
 * @param name by which it is asked for
 * @param title what people call it
 * @param about what they see
 * @param diagnosis what a diagnosis has to find
 * @param language that all hosts speak, such as {@code de}; empty for the ones that the scenario gives them
 */
public record Scenario(String name, String title, String about, String diagnosis, String language) {

    /** All of them, the one without a fault first. */
    public static List<Scenario> all() {
        return ScenarioFile.names().stream()
                .map(name -> of(Objects.requireNonNull(ScenarioFile.find(name))))
                .toList();
    }

    /** The scenario of this name. */
    public static Optional<Scenario> find(String name) {
        return Optional.ofNullable(ScenarioFile.find(name)).map(Scenario::of);
    }

    /** The languages that hosts may speak. */
    public static List<String> languages() {
        return List.of("en", "de", "ja");
    }

    /**
     * The same case with hosts that speak another language.
     *
     * @throws IllegalArgumentException if it is none of {@link #languages}
     */
    public Scenario speaking(String other) {
        if (!languages().contains(other)) {
            throw new IllegalArgumentException("no language: " + other);
        }
        return new Scenario(name, title, about, diagnosis, other);
    }

    private static Scenario of(ScenarioFile file) {
        return new Scenario(file.name(), file.title(), file.about(), file.diagnosis(), "");
    }
}
