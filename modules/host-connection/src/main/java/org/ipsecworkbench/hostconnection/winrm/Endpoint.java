package org.ipsecworkbench.hostconnection.winrm;

import org.ipsecworkbench.hostconnection.HostAddress;

/** Where WinRM of a host is. */
record Endpoint(HostAddress address, int port, boolean isTls) {
    private static final int HTTP = 5985;
    private static final int HTTPS = 5986;

    static Endpoint of(HostAddress address) {
        boolean isTls = address.scheme().equals(WinRmProvider.TLS);
        int usual = isTls ? HTTPS : HTTP;
        return new Endpoint(address, address.port() == 0 ? usual : address.port(), isTls);
    }

    /** The host and port as HTTP wants them. */
    String authority() {
        return address.urlHost() + ":" + port;
    }

    String url() {
        return (isTls ? "https://" : "http://") + authority() + "/wsman";
    }
}
