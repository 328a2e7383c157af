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
 */
public record Scenario(String name, String title, String about, String diagnosis) {

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

    private static Scenario of(ScenarioFile file) {
        return new Scenario(file.name(), file.title(), file.about(), file.diagnosis());
    }
}
