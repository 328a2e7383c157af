/**
 * Simulated Windows hosts, reached through WinRM on loopback, in scenarios of IPsec that works or is broken.
 *
 * <p>{@link org.ipsecworkbench.lab.Lab#start} makes the hosts of a {@link org.ipsecworkbench.lab.Scenario}; what commands
 * change there has the effect that it would have. Nothing of it was verified against real Windows, and whoever shows it says
 * that it is simulated.
 *
 * <pre>{@code
 * Scenario scenario = Scenario.all().get(0);
 * try (Lab lab = Lab.start(scenario, "admin", password, 0)) {
 *     for (LabHost host : lab.hosts()) {
 *         System.out.println(host.name() + " listens at port " + host.port());
 *     }
 * }
 * }</pre>
 *
 * <p>In motion.
 */
@NullMarked
package org.ipsecworkbench.lab;

import org.jspecify.annotations.NullMarked;
