/**
 * The Hosts window: which hosts are known, whether they can be asked, and what can be done with them.
 *
 * <p>{@link org.ipsecworkbench.workbench.hosts.HostBook} knows the hosts and their states, and whoever shows them listens
 * there. What can be done is an action of the folder {@code Hosts/Actions}, of any module.
 */
@NullMarked
package org.ipsecworkbench.workbench.hosts;

import org.jspecify.annotations.NullMarked;
