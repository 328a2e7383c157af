package org.ipsecworkbench.hostconnection.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ipsecworkbench.hostconnection.AuthenticationMethod;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownHostTest {
    private static final HostAddress ADDRESS = HostAddress.parse("winrm://h");

    @ParameterizedTest
    @ValueSource(strings = {"", " a", "a ", "-a", "winrm://h", "a:b", "a]", "a\nb", "local:", "a/b"})
    void namesAreNeverTakenForAddresses(String name) {
        assertThrows(IllegalArgumentException.class, () -> KnownHost.of(name, ADDRESS));
    }

    @Test
    void partsAreChecked() {
        KnownHost host = KnownHost.of("a", ADDRESS);
        assertThrows(IllegalArgumentException.class, () -> host.withPin("12"));
        assertThrows(IllegalArgumentException.class, () -> host.withGroup("a\n[b]"));
        assertThrows(IllegalArgumentException.class, () -> host.withTags(List.of("a,b")));
        assertThrows(IllegalArgumentException.class, () -> with(null, "a\nuser = b"));
        assertEquals("ab".repeat(32), host.withPin("AB".repeat(32)).connection().pin());
    }

    @Test
    void aPasswordIsNeededUnlessTicketsOrThisMachineSayWhoAsks() {
        assertTrue(with(null, "alice").needsPassword());
        assertTrue(with(AuthenticationMethod.KERBEROS, "alice@LAB").needsPassword());
        assertFalse(with(AuthenticationMethod.KERBEROS, "").needsPassword());
        assertTrue(with(AuthenticationMethod.KERBEROS, "").usesTickets());
        assertFalse(KnownHost.of("here", HostAddress.parse("local:")).needsPassword());
    }

    private static KnownHost with(AuthenticationMethod method, String user) {
        return new KnownHost("a", ADDRESS, method, user, "", List.of(), "", "", List.of());
    }

    @Test
    void aCertificateSaysWhoAsksWhereNothingElseIsMeant() {
        TlsFiles files = new TlsFiles("/keys/alice.p12", "");
        KnownHost any = with(null, "").withFiles(files);
        assertTrue(any.usesCertificate());
        assertEquals("/keys/alice.p12", any.identity());
        try (Credentials credentials = any.credentials("x".toCharArray())) {
            assertEquals(Credentials.Kind.CERTIFICATE, credentials.kind());
        }
        KnownHost ntlm = with(AuthenticationMethod.NTLM, "alice").withFiles(files);
        assertFalse(ntlm.usesCertificate());
        assertEquals("alice", ntlm.identity());
    }

    @Test
    void filesAreNamedByTheirWholePath() {
        assertThrows(IllegalArgumentException.class, () -> new TlsFiles("alice.p12", ""));
        assertThrows(IllegalArgumentException.class, () -> new TlsFiles("", "/a\nb"));
    }
}
