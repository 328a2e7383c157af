package org.ipsecworkbench.hostconnection.winrm;

import java.io.IOException;
import java.time.Duration;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.wire.HttpMessage;
import org.jspecify.annotations.Nullable;

/** Tells a host who we are, once per connection or with each request. */
interface Authenticator {
    /**
     * What came of it.
     *
     * @param sealer null where messages can only be protected by TLS
     * @param detail by what and as whom, for people
     * @param clockOffset how far the host's clock is ahead; null where the authentication does not tell
     */
    record Result(
            @Nullable Sealer sealer,
            String detail,
            @Nullable Duration clockOffset) {}

    /** The scheme of {@code WWW-Authenticate} by which it goes. */
    String scheme();

    /** Authenticates a connection. */
    Result authenticate(HttpConnection connection) throws ConnectionException, IOException;

    /** A request with what has to be said in each. */
    default HttpMessage mark(HttpMessage request) {
        return request;
    }
}
