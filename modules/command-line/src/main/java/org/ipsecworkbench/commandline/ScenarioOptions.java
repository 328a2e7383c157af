package org.ipsecworkbench.commandline;

import org.ipsecworkbench.lab.Scenario;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What simulated hosts play, and in which language. */
final class ScenarioOptions {
    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description = "What the simulated hosts play; ipsecwb lab --list names it all.")
    private String name = "";

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "en, de or ja: what all simulated hosts speak; default: what the scenario says.")
    private String language = "";

    /** The scenario, this one where none was chosen. */
    Scenario choose(CommandSpec spec, String otherwise) {
        String wanted = name.isEmpty() ? otherwise : name;
        Scenario scenario = Scenario.find(wanted)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "There is no scenario " + wanted + "; ipsecwb lab --list names them."));
        if (language.isEmpty()) {
            return scenario;
        }
        if (!Scenario.languages().contains(language)) {
            throw new ParameterException(spec.commandLine(), "--language is one of en, de and ja.");
        }
        return scenario.speaking(language);
    }
}
