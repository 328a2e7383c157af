package org.ipsecworkbench.diagnosis.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.lab.Lab;
import org.ipsecworkbench.lab.LabHost;
import org.ipsecworkbench.lab.Scenario;

/** Many simulated hosts in a process of their own, so that they cost the one that is measured no heap. */
final class SimulatedFleet {
    static final String USER = "Administrator";

    private SimulatedFleet() {}

    /**
     * Starts labs until there are enough hosts, prints their user and then their ports, a line each, and ends with its input.
     * Arguments: hosts, and the milliseconds that each reply waits. The password is the first line of the input.
     */
    public static void main(String[] arguments) throws IOException {
        int wanted = Integer.parseInt(arguments[0]);
        Duration latency = Duration.ofMillis(Long.parseLong(arguments[1]));
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        char[] password = input.readLine().toCharArray();
        Scenario scenario = Scenario.find("all-well").orElseThrow();
        List<Lab> labs = new ArrayList<>();
        int hosts = 0;
        while (hosts < wanted) {
            Lab lab = Lab.start(scenario, USER, password, 0);
            lab.setLatency(latency);
            labs.add(lab);
            if (hosts == 0) {
                System.out.println(lab.user());
            }
            for (LabHost host :
                    lab.hosts().subList(0, Math.min(wanted - hosts, lab.hosts().size()))) {
                System.out.println(host.port());
                hosts++;
            }
        }
        while (input.readLine() != null) {
            // Until whoever started it goes.
            continue;
        }
        for (Lab lab : labs) {
            lab.close();
        }
    }
}
