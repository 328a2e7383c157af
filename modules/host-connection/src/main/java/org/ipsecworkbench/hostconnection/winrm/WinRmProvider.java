package org.ipsecworkbench.hostconnection.winrm;

import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.StepListener;
import org.ipsecworkbench.hostconnection.spi.Transport;
import org.ipsecworkbench.hostconnection.spi.TransportProvider;
import org.openide.util.lookup.ServiceProvider;

/** WinRM over HTTP, where every message is sealed. */
@ServiceProvider(service = TransportProvider.class)
public class WinRmProvider implements TransportProvider {
    static final String TLS = "winrms";

    /** WinRM over HTTPS. */
    @ServiceProvider(service = TransportProvider.class)
    public static final class Tls extends WinRmProvider {
        @Override
        public String scheme() {
            return TLS;
        }

        @Override
        public String description() {
            return "WinRM over HTTPS";
        }
    }

    @Override
    public String scheme() {
        return "winrm";
    }

    @Override
    public String description() {
        return "WinRM over HTTP, sealed";
    }

    @Override
    public Transport open(HostAddress address, Credentials credentials, ConnectionOptions options, StepListener steps)
            throws ConnectionException {
        WsmanClient client = new WsmanClient(Endpoint.of(address), credentials, options);
        boolean isOpen = false;
        try {
            client.connect(steps);
            isOpen = true;
            return new WinRmTransport(client, options.timeouts());
        } finally {
            if (!isOpen) {
                client.close();
            }
        }
    }
}
