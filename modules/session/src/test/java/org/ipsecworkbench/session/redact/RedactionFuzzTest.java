package org.ipsecworkbench.session.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Text and certificates of anybody's are redacted without an end that is none, and always the same way. */
class RedactionFuzzTest {
    static Stream<byte[]> seeds() throws IOException {
        String certificate = Base64.getEncoder().encodeToString(CertificateRedactorTest.bytes("rsa.cer"));
        return Stream.of(
                        "\\\\paris01\\share CONTOSO\\jdoe j.doe@fabrikam.com 198.51.100.7-198.51.100.9 2001:db8::1",
                        "S-1-5-21-1004336348-1177238915-682003330-1105 00-15-5D-01-02-03 psk=hunter2",
                        "<Computer>paris01.emea.fabrikam.com</Computer> CN=Tailspin Root CA",
                        "certificate=" + certificate,
                        "-----BEGIN CERTIFICATE-----\n" + certificate + "\n-----END CERTIFICATE-----")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void redactingEnds(byte[] input) {
        Salt salt = new Salt();
        Names names = new Names();
        TextRedactor texts = new TextRedactor(salt, new AddressPseudonyms(salt), names);
        String text = new String(input, StandardCharsets.UTF_8);
        texts.find("ipconfig /all", text);
        names.number();
        assertEquals(texts.redact(text), texts.redact(text));
        texts.certificate(input);
        CertificateRedactor.texts(input, found -> {});
    }
}
