package org.ipsecworkbench.lab.winrm;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.ipsecworkbench.hostconnection.ntlm.AvPairs;
import org.ipsecworkbench.hostconnection.ntlm.NtlmAcceptor;
import org.ipsecworkbench.hostconnection.ntlm.NtlmSeal;
import org.ipsecworkbench.hostconnection.wire.HttpMessage;
import org.ipsecworkbench.hostconnection.wire.MalformedException;
import org.ipsecworkbench.hostconnection.wire.SealedBody;
import org.ipsecworkbench.hostconnection.wsman.Element;
import org.ipsecworkbench.hostconnection.wsman.Envelope;
import org.ipsecworkbench.lab.model.Domain;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.jspecify.annotations.Nullable;

/**
 * One connection as the service sees it: who is at the other end, and a reply for each request. Free of I/O; one thread. What
 * cannot be read is answered by a status, never thrown.
 */
final class Conversation {
    /** In every reply, so that nobody takes the lab for a real host. */
    static final String SIMULATED = "X-Simulated-By";

    private static final String SOAP_TYPE = "application/soap+xml;charset=UTF-8";
    private static final String NEGOTIATE = "Negotiate ";
    private static final byte[] SIGNATURE = "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII);
    private static final String FAULT = "http://schemas.dmtf.org/wbem/wsman/1/wsman/fault";
    private static final int TYPE_AT = 8;

    private final WindowsHost host;
    private final ShellService service;
    private final Account account;
    private final byte[] binding;
    private final boolean isTls;
    private final boolean refusesPlain;

    private @Nullable NtlmAcceptor acceptor;
    private @Nullable NtlmSeal seal;
    private String user = "";

    Conversation(
            WindowsHost host,
            ShellService service,
            Account account,
            byte[] binding,
            boolean isTls,
            boolean refusesPlain) {
        this.host = host;
        this.service = service;
        this.account = account;
        this.binding = binding;
        this.isTls = isTls;
        this.refusesPlain = refusesPlain;
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
                return authorize(request, authorization.get());
            }
            if (request.value("WSMANIDENTIFY").orElse("").equalsIgnoreCase("unauthenticated")) {
                return status(200, "").withBody(SOAP_TYPE, WsmanReply.unauthenticatedIdentity(host));
            }
            return user.isEmpty() ? unauthorized("") : answer(request);
        } catch (MalformedException e) {
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

    private HttpMessage unauthorized(String token) {
        return status(401, "").with("WWW-Authenticate", "Negotiate" + (token.isEmpty() ? "" : " " + token));
    }

    private HttpMessage authorize(HttpMessage request, String authorization) throws MalformedException {
        seal = null;
        user = "";
        if (!authorization.regionMatches(true, 0, NEGOTIATE, 0, NEGOTIATE.length())) {
            return unauthorized("");
        }
        byte[] token = decode(authorization.substring(NEGOTIATE.length()).strip());
        if (type(token) == 1) {
            acceptor = new NtlmAcceptor();
            byte[] challenge = acceptor.challenge(token, names(), host.now());
            return unauthorized(Base64.getEncoder().encodeToString(challenge));
        }
        NtlmAcceptor begun = acceptor;
        acceptor = null;
        if (begun == null || type(token) != 3) {
            return unauthorized("");
        }
        NtlmAcceptor.Outcome outcome = begun.accept(token, account, binding);
        if (outcome.seal() == null) {
            return unauthorized("");
        }
        seal = outcome.seal();
        user = outcome.user();
        return request.body().length == 0 ? status(200, "") : answer(request);
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

    /** The type of an NTLM message; 0 where it is none. */
    private static int type(byte[] token) {
        boolean isNtlm =
                token.length > TYPE_AT && Arrays.equals(token, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
        return isNtlm ? token[TYPE_AT] : 0;
    }

    private AvPairs names() {
        return AvPairs.NONE
                .with(AvPairs.DOMAIN_NAME, Domain.NETBIOS)
                .with(AvPairs.COMPUTER_NAME, host.name())
                .with(AvPairs.DNS_DOMAIN_NAME, Domain.NAME)
                .with(AvPairs.DNS_COMPUTER_NAME, host.qualifiedName());
    }

    private HttpMessage answer(HttpMessage request) throws MalformedException {
        boolean isSealed = SealedBody.isSealed(request.value("Content-Type").orElse(""));
        NtlmSeal conversation = seal;
        if (!isSealed && (!isTls && refusesPlain) || conversation == null) {
            return status(500, "");
        }
        byte[] plain = request.body();
        if (isSealed) {
            SealedBody sealed = SealedBody.read(request.body());
            plain = conversation.open(new NtlmSeal.Sealed(sealed.header(), sealed.data()));
        }
        Reply reply = reply(plain);
        HttpMessage answer = status(reply.status(), "");
        if (!isSealed) {
            return answer.withBody(SOAP_TYPE, reply.document());
        }
        NtlmSeal.Sealed sealed = conversation.seal(reply.document());
        SealedBody body =
                new SealedBody(SealedBody.SPNEGO, reply.document().length, sealed.signature(), sealed.ciphertext());
        return answer.withBody(body.contentType(), body.toBytes());
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
}
