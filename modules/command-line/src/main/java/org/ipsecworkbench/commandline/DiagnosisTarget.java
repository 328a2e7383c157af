package org.ipsecworkbench.commandline;

import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.HostAddress;

/**
 * A host to diagnose.
 *
 * @param name what to call it
 * @param address where it is
 * @param isSimulated whether it is one of the lab
 * @param credentials stay with the caller
 */
record DiagnosisTarget(
        String name, HostAddress address, boolean isSimulated, Credentials credentials, ConnectionOptions options) {}
