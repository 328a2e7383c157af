package org.ipsecworkbench.lab.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.ipsecworkbench.lab.model.LabNetwork;
import org.ipsecworkbench.lab.model.Language;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.ipsecworkbench.lab.model.WindowsVersion;
import org.ipsecworkbench.lab.scenario.ScenarioFile;
import org.ipsecworkbench.lab.scenario.Stage;

/** Networks at half past nine of a November morning. */
public final class Networks {
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T09:30:00Z"), ZoneOffset.UTC);

    private Networks() {}

    /** The network of a scenario. */
    public static LabNetwork play(String scenario) {
        return Stage.set(Objects.requireNonNull(ScenarioFile.find(scenario)), CLOCK);
    }

    /** A host alone. */
    public static WindowsHost single(WindowsVersion version, Language language) {
        return new LabNetwork(CLOCK).add("SRV1", "10.57.0.10", version, language);
    }

    public static WindowsHost host(LabNetwork network, String name) {
        return Objects.requireNonNull(network.host(name), name);
    }
}
