package org.ipsecworkbench.lab.winrm;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import org.ipsecworkbench.hostconnection.wire.HttpMessage;
import org.ipsecworkbench.hostconnection.wire.MalformedException;
import org.ipsecworkbench.hostconnection.wire.SealedBody;
import org.ipsecworkbench.hostconnection.wsman.Element;
import org.ipsecworkbench.hostconnection.wsman.Envelope;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.jspecify.annotations.Nullable;

/**
 * One connection as the service sees it: who is at the other end, and a reply for each request. Free of I/O; one thread. What
 * cannot be read is answered by a status, never thrown.
 */
final class Conversation implements AutoCloseable {
    /** In every reply, so that nobody takes the lab for a real host. */
    static final String SIMULATED = "X-Simulated-By";

    private static final String SOAP_TYPE = "application/soap+xml;charset=UTF-8";
    private static final String NEGOTIATE = "Negotiate";
    private static final String KERBEROS = "Kerberos";
    private static final String MUTUAL = "http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual";
    private static final String FAULT = "http://schemas.dmtf.org/wbem/wsman/1/wsman/fault";

    private final WindowsHost host;
    private final ShellService service;
    private final Account account;
    private final Peer peer;
    private final boolean refusesPlain;
    private final NtlmSignIn ntlm;
    private final @Nullable KerberosSignIn kerberos;

    private @Nullable Seal seal;
    private String user = "";

    Conversation(
            WindowsHost host, ShellService service, Access access, byte[] binding, Peer peer, boolean refusesPlain) {
        this.host = host;
        this.service = service;
        this.account = access.account();
        this.peer = peer;
        this.refusesPlain = refusesPlain;
        this.ntlm = new NtlmSignIn(host, access.account(), binding);
        this.kerberos = access.kerberos() == null ? null : new KerberosSignIn(access.kerberos(), access.account());
    }

    HttpMessage reply(HttpMessage request) {
        String[] start = request.start().split(" ", -1);
        if (start.length != 3 || !start[0].equals("POST")) {
            return status(405, "Method Not Allowed");
        }
        if (!start[1].equals("/wsman") && !start[1].startsWith("/wsman?") && !start[1].startsWith("/wsman/")) {
            return status(404, "Not Found");
        }
        try {
            Optional<String> authorization = request.value("Authorization");
            if (authorization.isPresent()) {
                return authorize(request, authorization.get().strip());
            }
            if (request.value("WSMANIDENTIFY").orElse("").equalsIgnoreCase("unauthenticated")) {
                return status(200, "").withBody(SOAP_TYPE, WsmanReply.unauthenticatedIdentity(host));
            }
            return user.isEmpty() ? unauthorized() : answer(request);
        } catch (IOException e) {
            // Malformed; there is no other input or output here.
            return status(400, "Bad Request").with("Connection", "close");
        }
    }

    /** Clients tell a clock's offset by the date. */
    private HttpMessage status(int code, String text) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                host.now().truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC));
        return HttpMessage.of("HTTP/1.1 " + code + " " + text)
                .with("Server", "Microsoft-HTTPAPI/2.0")
                .with("Date", date)
                .with(SIMULATED, "IPsec Workbench");
    }

    private HttpMessage unauthorized() {
        HttpMessage offers = status(401, "").with("WWW-Authenticate", NEGOTIATE);
        return kerberos == null ? offers : offers.with("WWW-Authenticate", KERBEROS);
    }

    private HttpMessage authorize(HttpMessage request, String authorization) throws IOException {
        seal = null;
        user = "";
        if (authorization.equalsIgnoreCase(MUTUAL)) {
            user = peer.user().equalsIgnoreCase(account.user()) ? account.user() : "";
            return user.isEmpty() ? unauthorized() : accepted(status(200, ""), request);
        }
        int end = authorization.indexOf(' ');
        String scheme = end < 0 ? authorization : authorization.substring(0, end);
        if (!scheme.equalsIgnoreCase(NEGOTIATE) && !scheme.equalsIgnoreCase(KERBEROS)) {
            return unauthorized();
        }
        SignIn signIn =
                accept(scheme, decode(authorization.substring(scheme.length()).strip()));
        String token = Base64.getEncoder().encodeToString(signIn.token());
        if (!signIn.isDone()) {
            return token.isEmpty() ? unauthorized() : status(401, "").with("WWW-Authenticate", scheme + " " + token);
        }
        seal = signIn.seal();
        user = signIn.user();
        HttpMessage in = status(200, "");
        return accepted(token.isEmpty() ? in : in.with("WWW-Authenticate", scheme + " " + token), request);
    }

    private SignIn accept(String scheme, byte[] token) throws MalformedException {
        if (NtlmSignIn.isOne(token)) {
            return scheme.equalsIgnoreCase(NEGOTIATE) ? ntlm.accept(token) : SignIn.REFUSED;
        }
        return kerberos == null || token.length == 0 ? SignIn.REFUSED : kerberos.accept(scheme, token);
    }

    /** Some send the first message together with the last token. */
    private HttpMessage accepted(HttpMessage empty, HttpMessage request) throws IOException {
        if (request.body().length == 0) {
            return empty;
        }
        HttpMessage answer = answer(request);
        return empty.value("WWW-Authenticate")
                .map(token -> answer.with("WWW-Authenticate", token))
                .orElse(answer);
    }

    private static byte[] decode(String base64) throws MalformedException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            MalformedException malformed = new MalformedException("The token is not in base64.");
            malformed.initCause(e);
            throw malformed;
        }
    }

    private HttpMessage answer(HttpMessage request) throws IOException {
        boolean isSealed = SealedBody.isSealed(request.value("Content-Type").orElse(""));
        Seal sealing = seal;
        if (!isSealed) {
            if (!peer.isTls() && refusesPlain) {
                return status(500, "");
            }
            Reply reply = reply(request.body());
            return status(reply.status(), "").withBody(SOAP_TYPE, reply.document());
        }
        if (sealing == null) {
            return status(500, "");
        }
        Reply reply = reply(sealing.open(SealedBody.read(request.body())));
        SealedBody body = sealing.seal(reply.document());
        return status(reply.status(), "").withBody(body.contentType(), body.toBytes());
    }

    private record Reply(int status, byte[] document) {}

    private Reply reply(byte[] document) throws MalformedException {
        Envelope request = Envelope.read(document);
        try {
            Element body = service.reply(request, user);
            return new Reply(200, WsmanReply.envelope(host, request, request.action() + "Response", body));
        } catch (ShellFault e) {
            Element body = e.body(host.language().tag());
            return new Reply(500, WsmanReply.envelope(host, request, FAULT, body));
        }
    }

    @Override
    public void close() {
        if (kerberos != null) {
            kerberos.close();
        }
    }
}
