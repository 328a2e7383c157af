package org.ipsecworkbench.hostconnection.spi;

import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.StepListener;

/** A way to reach hosts, found by {@code @ServiceProvider}. Used by several threads. */
public interface TransportProvider {
    /** The scheme of the addresses that it serves, in lower case, such as {@code winrm}. */
    String scheme();

    /** How it reaches hosts, in a few words for people. */
    String description();

    /**
     * Reaches a host, up to where commands can be run.
     *
     * @param credentials stay with the caller, who closes them
     * @param steps told of every step that succeeded
     */
    Transport open(HostAddress address, Credentials credentials, ConnectionOptions options, StepListener steps)
            throws ConnectionException;
}
