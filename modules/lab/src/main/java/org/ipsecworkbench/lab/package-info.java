/**
 * Simulated Windows hosts, reached through WinRM on loopback, in scenarios of IPsec that works or is broken.
 *
 * <p>{@link org.ipsecworkbench.lab.Lab#start} makes the hosts of a {@link org.ipsecworkbench.lab.Scenario}; what commands
 * change there has the effect that it would have. Nothing of it was verified against real Windows, and whoever shows it says
 * that it is simulated.
 */
@NullMarked
package org.ipsecworkbench.lab;

import org.jspecify.annotations.NullMarked;
