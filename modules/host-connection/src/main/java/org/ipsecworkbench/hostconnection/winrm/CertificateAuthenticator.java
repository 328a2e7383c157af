package org.ipsecworkbench.hostconnection.winrm;

import java.io.IOException;
import java.time.Duration;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.wire.HttpMessage;

/** Relies on the certificate that was shown within TLS; each request says so. */
record CertificateAuthenticator(Duration limit) implements Authenticator {
    private static final String MUTUAL = "http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual";

    @Override
    public String scheme() {
        return MUTUAL;
    }

    @Override
    public Result authenticate(HttpConnection connection) throws ConnectionException, IOException {
        HttpMessage decision = connection.exchange(mark(connection.post()), limit);
        if (decision.status() == 401 || decision.status() == 403) {
            throw Failures.authentication(
                    FailureCause.CREDENTIALS_REJECTED,
                    "The host does not accept the certificate, or knows no user for it.",
                    "See on the host: winrm get winrm/config/service/auth (Certificate has to be true) and winrm enumerate"
                            + " winrm/config/service/certmapping.");
        }
        return new Result(null, "by certificate", null);
    }

    @Override
    public HttpMessage mark(HttpMessage request) {
        return request.with("Authorization", MUTUAL);
    }
}
