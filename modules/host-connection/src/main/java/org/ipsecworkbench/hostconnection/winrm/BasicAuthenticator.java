package org.ipsecworkbench.hostconnection.winrm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.wire.HttpMessage;

/** Sends the password with each request, which only TLS protects. */
record BasicAuthenticator(Credentials credentials, Duration limit) implements Authenticator {

    @Override
    public String scheme() {
        return Tokens.BASIC;
    }

    @Override
    public Result authenticate(HttpConnection connection) throws ConnectionException, IOException {
        HttpMessage decision = connection.exchange(mark(connection.post()), limit);
        if (decision.status() == 401) {
            throw Failures.rejected(credentials);
        }
        return new Result(null, "by Basic, as " + credentials.user(), null);
    }

    @Override
    public HttpMessage mark(HttpMessage request) {
        char[] password = credentials.copyPassword();
        char[] pair = new char[credentials.user().length() + 1 + password.length];
        (credentials.user() + ":").getChars(0, credentials.user().length() + 1, pair, 0);
        System.arraycopy(password, 0, pair, credentials.user().length() + 1, password.length);
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(pair));
        byte[] exact = Arrays.copyOf(bytes.array(), bytes.limit());
        HttpMessage marked =
                request.with("Authorization", "Basic " + Base64.getEncoder().encodeToString(exact));
        Arrays.fill(password, '\0');
        Arrays.fill(pair, '\0');
        Arrays.fill(bytes.array(), (byte) 0);
        Arrays.fill(exact, (byte) 0);
        return marked;
    }
}
