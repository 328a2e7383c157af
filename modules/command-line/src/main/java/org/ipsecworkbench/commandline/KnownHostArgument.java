package org.ipsecworkbench.commandline;

import java.io.IOException;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.hostconnection.known.KnownHosts;
import org.ipsecworkbench.hostconnection.known.KnownHostsFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What stands for a host in a command line: the name of a known one, or an address, which has a colon. */
final class KnownHostArgument {
    /** What help says of it. */
    static final String HELP =
            "A known host's name, or winrm://[user@]host[:5985], winrms://[user@]host[:5986] or local:";

    private KnownHostArgument() {}

    /**
     * The host that is meant.
     *
     * @throws IOException where the file of known hosts cannot be read
     */
    static KnownHost find(CommandSpec spec, String text) throws IOException {
        if (text.contains(":")) {
            try {
                HostAddress address = HostAddress.parse(text);
                return KnownHost.of("address", address);
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), e.getMessage());
            }
        }
        KnownHosts known = KnownHostsFile.ofUser().read();
        return known.find(text)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "There is no known host " + text
                                + ": 'ipsecwb host list' names them. An address is winrm://[user@]host[:port],"
                                + " winrms://[user@]host[:port] or local:"));
    }
}
