package org.ipsecworkbench.workbench.hosts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ipsecworkbench.hostconnection.AuthenticationMethod;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionStep;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.workbench.hosts.PasswordStore.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netbeans.api.keyring.Keyring;

class HostSecretsTest {
    private static final char[] PASSWORD = "geheim".toCharArray();

    private HostSecrets secrets;

    @BeforeEach
    void forget() {
        MemoryKeyring.reset();
        secrets = new HostSecrets();
    }

    private static KnownHost host(String name, String user, String group) {
        return new KnownHost(
                name, HostAddress.parse("winrm://" + name), null, user, group, List.of(), "", "", List.of());
    }

    private static void reject(Credentials credentials) {
        Failure failure = new Failure(ConnectionStep.AUTHENTICATE, FailureCause.CREDENTIALS_REJECTED, "No.", "Ask.");
        assertThrows(
                ConnectionException.class,
                () -> credentials.attempt(() -> {
                    throw new ConnectionException(failure);
                }));
    }

    @Test
    void nobodyIsAskedForThePasswordOfALabThatHasEnded() {
        KnownHost host = host("lab", "alice", "");
        HostSecrets secrets = new HostSecrets();
        secrets.setLab(List.of(host), Credentials.password("alice", "x".toCharArray()));
        assertFalse(secrets.isOfEndedLab(host));
        secrets.setLab(List.of(), null);
        assertNull(secrets.find(host));
        assertTrue(secrets.isOfEndedLab(host));
        secrets.setLab(List.of(host), Credentials.password("alice", "y".toCharArray()));
        assertFalse(secrets.isOfEndedLab(host), "it runs again");
        assertFalse(secrets.isOfEndedLab(host("other", "alice", "")));
    }

    @Test
    void aPasswordIsReadFromTheKeyringAndZeroedAfterwards() {
        KnownHost host = host("read", "alice", "");
        assertTrue(PasswordStore.save(PasswordStore.key(host, Scope.HOST), PASSWORD, host, Scope.HOST));
        Credentials found = secrets.find(host);
        assertEquals("alice", found.user());
        assertArrayEquals(PASSWORD, found.copyPassword());
        assertSame(found, secrets.find(host), "read once");
    }

    @Test
    void aKeyringThatKeepsNothingIsToldOf() {
        KnownHost host = host("refused", "alice", "");
        MemoryKeyring.isRefusing = true;
        assertFalse(PasswordStore.save(PasswordStore.key(host, Scope.HOST), PASSWORD, host, Scope.HOST));
        MemoryKeyring.reads = 0;
        assertNull(secrets.find(host));
        assertEquals(0, MemoryKeyring.reads, "it is not asked for what it does not hold");
    }

    @Test
    void aPasswordIsForOneUserAtOneAddressOrInOneGroup() {
        KnownHost host = host("one", "alice", "Servers");
        assertNotEquals(PasswordStore.key(host, Scope.HOST), PasswordStore.key(host("one", "bob", ""), Scope.HOST));
        assertNotEquals(PasswordStore.key(host, Scope.HOST), PasswordStore.key(host("two", "alice", ""), Scope.HOST));
        assertNotEquals(PasswordStore.key(host, Scope.HOST), PasswordStore.key(host, Scope.GROUP));
        assertEquals(
                PasswordStore.key(host, Scope.GROUP), PasswordStore.key(host("two", "alice", "Servers"), Scope.GROUP));
    }

    @Test
    void oneRejectionStopsAllHostsThatShareThePassword() {
        KnownHost one = host("one", "alice", "Servers");
        KnownHost two = host("two", "alice", "Servers");
        String key = PasswordStore.key(one, Scope.GROUP);
        assertTrue(PasswordStore.save(key, PASSWORD, one, Scope.GROUP));
        Credentials shared = secrets.find(one);
        assertSame(shared, secrets.find(two));
        assertNull(secrets.find(host("three", "bob", "Servers")), "another user");
        reject(shared);
        assertNull(secrets.find(one));
        assertNull(secrets.find(two));
        assertTrue(secrets.isRejected(two));
        secrets.forgetRejected(one);
        assertNull(Keyring.read(key), "nor after a restart");
    }

    @Test
    void anotherPasswordIsUsedAfterARejection() {
        KnownHost host = host("again", "alice", "Servers");
        Credentials first = secrets.use(List.of(host), PASSWORD, Scope.NOBODY);
        reject(first);
        assertNull(secrets.find(host));
        Credentials second = secrets.use(List.of(host), PASSWORD, Scope.GROUP);
        assertSame(second, secrets.find(host));
        assertFalse(secrets.isRejected(host));
    }

    @Test
    void whoNeedsNoPasswordIsNotAskedForOne() {
        assertEquals(
                Credentials.Kind.NONE,
                secrets.find(KnownHost.of("here", HostAddress.parse("local:"))).kind());
        KnownHost tickets = new KnownHost(
                "k",
                HostAddress.parse("winrm://k"),
                AuthenticationMethod.KERBEROS,
                "",
                "",
                List.of(),
                "",
                "",
                List.of());
        assertEquals(Credentials.Kind.TICKET_CACHE, secrets.find(tickets).kind());
    }
}
