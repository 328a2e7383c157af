package org.ipsecworkbench.hostconnection.local;

import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.ConnectionStep;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.StepListener;
import org.ipsecworkbench.hostconnection.spi.Transport;
import org.ipsecworkbench.hostconnection.spi.TransportProvider;
import org.openide.util.lookup.ServiceProvider;

/** This machine, as the user that the workbench runs as. */
@ServiceProvider(service = TransportProvider.class)
public final class LocalProvider implements TransportProvider {
    @Override
    public String scheme() {
        return "local";
    }

    @Override
    public String description() {
        return "this machine";
    }

    @Override
    public Transport open(HostAddress address, Credentials credentials, ConnectionOptions options, StepListener steps)
            throws ConnectionException {
        String system = System.getProperty("os.name", "");
        if (!system.toLowerCase(Locale.ROOT).startsWith("windows")) {
            throw new ConnectionException(new Failure(
                    ConnectionStep.CONNECT,
                    FailureCause.NOT_AVAILABLE,
                    "local: is the machine that the workbench runs on, and that is " + system + ", not Windows.",
                    "Name a Windows host: winrm://[user@]host."));
        }
        steps.succeeded(ConnectionStep.RESOLVE, "this machine");
        steps.succeeded(ConnectionStep.CONNECT, "no connection is needed");
        steps.succeeded(ConnectionStep.TRUST, "no connection is needed");
        steps.succeeded(ConnectionStep.IDENTIFY, system);
        steps.succeeded(
                ConnectionStep.AUTHENTICATE, "as the user of the workbench, " + System.getProperty("user.name"));
        // Expanded once, so that the line is read by cmd.exe alone, and not changed by Java on the way.
        return new LocalTransport(List.of("cmd.exe", "/d", "/v:off", "/c", "%" + LocalTransport.LINE + "%"));
    }
}
