package org.ipsecworkbench.lab.winrm;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ipsecworkbench.hostconnection.ntlm.ChannelBinding;
import org.ipsecworkbench.hostconnection.wire.HttpLimits;
import org.ipsecworkbench.hostconnection.wire.HttpMessage;
import org.ipsecworkbench.hostconnection.wire.HttpReader;
import org.ipsecworkbench.hostconnection.wire.MalformedException;
import org.ipsecworkbench.hostconnection.wsman.Envelope;
import org.ipsecworkbench.hostconnection.wsman.Names;
import org.ipsecworkbench.hostconnection.wsman.ShellMessages;
import org.ipsecworkbench.lab.model.CertificateAuthority;
import org.ipsecworkbench.lab.model.Language;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.ipsecworkbench.lab.model.WindowsVersion;
import org.ipsecworkbench.lab.testing.Networks;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests of any content: as bytes of HTTP to a connection, and as a message of SOAP to the service behind it. */
class RequestFuzzTest {
    private static final Tls TLS =
            Tls.of(CertificateAuthority.ofListeners("fuzz", "http://127.0.0.1/none.crl", Instant.EPOCH), Instant.EPOCH);
    private static final ShellMessages MESSAGES =
            new ShellMessages("http://127.0.0.1:5985/wsman", 153_600, Duration.ZERO);

    static Stream<byte[]> seeds() {
        ShellMessages.CommandKey key = new ShellMessages.CommandKey("S", "C");
        List<byte[]> seeds = new ArrayList<>();
        for (Envelope message : List.of(
                MESSAGES.create(Map.of("WINRS_CODEPAGE", "65001")),
                MESSAGES.command("S", "ver", Map.of()),
                MESSAGES.receive(key, Duration.ZERO),
                MESSAGES.send(key, new byte[3], true),
                MESSAGES.signal(key, Names.TERMINATE),
                MESSAGES.delete("S"),
                ShellMessages.identify())) {
            seeds.add(message.toBytes());
        }
        seeds.add(("POST /wsman HTTP/1.1\r\nAuthorization: Negotiate TlRMTVNTUAABAAAAMpCI4gMAAwAoAAAAAAAAACsAAAAGAbEd"
                        + "AAAAD0xBQg==\r\nContent-Length: 0\r\n\r\nPOST /wsman HTTP/1.1\r\nAuthorization: Negotiate"
                        + " TlRMTVNTUAADAAAA\r\nContent-Length: 0\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        return seeds.stream();
    }

    /** Every request has an answer, no answer throws, and no shell comes of who did not say who it is. */
    @MethodSource("seeds")
    @FuzzTest
    void everyRequestIsAnswered(byte[] input) throws IOException {
        WindowsHost host = Networks.single(WindowsVersion.SERVER_2019, Language.ENGLISH);
        ShellService service = new ShellService(host, Quotas.of(host.version()), Thread::new);
        Account account = new Account("Administrator", "p".toCharArray());
        Conversation conversation = new Conversation(
                host, service, new Access(account, TLS, null), ChannelBinding.none(), Peer.PLAIN, true);
        HttpReader reader = new HttpReader(new ByteArrayInputStream(input), HttpLimits.DEFAULT);
        try {
            for (int i = 0; i < 10; i++) {
                HttpMessage answer = conversation.reply(reader.request());
                assertTrue(answer.status() >= 200 && answer.toBytes().length > 0);
            }
        } catch (IOException e) {
            assertTrue(e.getMessage() != null, "the end, or no HTTP");
        }
        assertTrue(service.shells() == 0);
        try {
            service.reply(Envelope.read(input), "Administrator");
        } catch (MalformedException | ShellFault e) {
            assertTrue(e.getMessage() != null);
        }
        service.close();
    }
}
