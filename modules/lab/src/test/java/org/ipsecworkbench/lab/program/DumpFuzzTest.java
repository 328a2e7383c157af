package org.ipsecworkbench.lab.program;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.ipsecworkbench.lab.model.CertificateAuthority;
import org.ipsecworkbench.lab.model.DerValue;
import org.ipsecworkbench.lab.model.Language;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.ipsecworkbench.lab.model.WindowsVersion;
import org.ipsecworkbench.lab.testing.Networks;
import org.ipsecworkbench.lab.testing.Prompt;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of any content that certutil is told to dump and to verify. */
class DumpFuzzTest {
    private static final WindowsHost HOST = Networks.single(WindowsVersion.SERVER_2019, Language.ENGLISH);

    static Stream<byte[]> seeds() throws Exception {
        CertificateAuthority authority = HOST.network().domain().authority();
        byte[] own = HOST.certificates().get(1).certificate().getEncoded();
        authority.revoke(HOST.certificates().get(1).certificate(), HOST.now(), 1);
        return Stream.of(
                own, authority.root().getEncoded(), authority.list(HOST.now()).getEncoded(), new byte[] {
                    0x30, (byte) 0x84, 0x7f, -1, -1, -1
                });
    }

    /** Every file is told or refused, and nothing in it throws. */
    @MethodSource("seeds")
    @FuzzTest
    void anyFile(byte[] input) {
        DerValue value = DerValue.read(input);
        assertTrue(value.all(0x06).stream().allMatch(oid -> oid.oid().length() <= 20 * input.length + 20));
        HOST.files().write("C:\\x", input, input.length, HOST.now());
        Prompt prompt = new Prompt(HOST);
        for (String command : new String[] {"certutil -dump C:\\x", "certutil -v -verify -urlfetch C:\\x"}) {
            Prompt.Printed printed = prompt.run(command);
            assertTrue(printed.out().startsWith("CertUtil: -") == (printed.code() != 0), printed::out);
        }
    }
}
