package org.ipsecworkbench.hostconnection.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.ipsecworkbench.hostconnection.AuthenticationMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostImportTest {
    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void aTableWithAHeader(String separator) {
        HostImport.Result read = HostImport.parse("""
                \ufeffName,Address,User,Auth,Group,Tags,Rack,Notes
                DC1,winrms://dc1.example,LAB\\admin,kerberos,Servers,a b,7,"Say ""hello""\"
                Web,192.0.2.7,,,,,,

                """.replace(",", separator));
        assertEquals(List.of(), read.problems());
        KnownHost first = read.hosts().get(0);
        assertEquals("DC1", first.name());
        assertEquals("winrms://dc1.example", first.address().toString());
        assertEquals("LAB\\admin", first.user());
        assertEquals(AuthenticationMethod.KERBEROS, first.method());
        assertEquals(List.of("a", "b"), first.tags());
        assertEquals("Say \"hello\"", first.notes());
        assertEquals("winrm://192.0.2.7", read.hosts().get(1).address().toString());
    }

    @Test
    void schemeAndPortOfATable() {
        HostImport.Result read = HostImport.parse("host,port,scheme\na,5986,\nb,,https\nc,1234,http\nd,x,\ne,1,ftp\n");
        assertEquals(
                List.of("winrms://a:5986", "winrms://b", "winrm://c:1234"),
                read.hosts().stream().map(host -> host.address().toString()).toList());
        assertEquals(2, read.problems().size());
        assertTrue(
                read.problems().get(0).startsWith("line 5: "), read.problems().toString());
    }

    @Test
    void passwordsAreNotTaken() {
        HostImport.Result table = HostImport.parse("name,user,password\na,alice,geheim\n");
        HostImport.Result inventory = HostImport.parse("a ansible_user=alice ansible_password=geheim\n");
        for (HostImport.Result read : List.of(table, inventory)) {
            assertEquals("alice", read.hosts().get(0).user());
            assertTrue(read.problems().toString().contains("Passwords are not taken"));
            assertFalse(read.toString().contains("geheim"));
        }
    }

    @Test
    void anInventoryOfAnsible() {
        HostImport.Result read = HostImport.parse("""
                # Windows and others
                lonely ansible_host=192.0.2.9 ansible_port=5985
                [windows]
                srv[08:10].example  # three
                special ansible_host="2001:db8::5" ansible_user='LAB\\other' ansible_winrm_transport=kerberos
                [berlin]
                srv09.example
                [linux]
                box ansible_connection=ssh
                [servers:children]
                windows
                [servers:vars]
                ansible_user = admin@LAB.EXAMPLE
                ansible_winrm_transport=ntlm
                [all:vars]
                ansible_user=nobody
                """);
        isTheInventory(read);
    }

    @Test
    void theSameInventoryInYaml() {
        HostImport.Result read = HostImport.parse("""
                # Windows and others
                all:
                  vars:
                    ansible_user: nobody
                  hosts:
                    lonely:
                      ansible_host: 192.0.2.9
                      ansible_port: 5985
                  children:
                    servers:
                      vars: {ansible_user: admin@LAB.EXAMPLE, ansible_winrm_transport: ntlm}
                      children:
                        windows:
                          hosts:
                            srv[08:10].example:
                            special: {ansible_host: "2001:db8::5", ansible_user: 'LAB\\other', ansible_winrm_transport: kerberos}
                    berlin:
                      hosts:
                        srv09.example:
                    linux:
                      hosts:
                        box: {ansible_connection: ssh}
                """);
        isTheInventory(read);
    }

    /** The one of both notations. */
    private static void isTheInventory(HostImport.Result read) {
        assertEquals(
                List.of("lonely", "srv08.example", "srv09.example", "srv10.example", "special"),
                read.hosts().stream().map(KnownHost::name).toList());
        assertEquals("winrm://192.0.2.9:5985", read.hosts().get(0).address().toString());
        assertEquals("nobody", read.hosts().get(0).user());
        assertEquals("", read.hosts().get(0).group());
        KnownHost second = read.hosts().get(2);
        assertEquals("winrms://srv09.example:5986", second.address().toString());
        assertEquals("windows", second.group());
        assertEquals(List.of("berlin"), second.tags());
        assertEquals("admin@LAB.EXAMPLE", second.user());
        assertEquals(AuthenticationMethod.NTLM, second.method());
        KnownHost special = read.hosts().get(4);
        assertEquals("winrms://[2001:db8::5]:5986", special.address().toString());
        assertEquals("LAB\\other", special.user());
        assertEquals(AuthenticationMethod.KERBEROS, special.method());
        assertEquals(1, read.problems().size(), read.problems().toString());
        assertTrue(read.problems().get(0).contains("box is not reached by WinRM (ssh)"));
    }

    @Test
    void nothingIsSaid() {
        for (String text : List.of("# nothing\n", "---\nall:\n  hosts:\n", "all:\n  hosts:\n")) {
            assertEquals(
                    List.of("No host stands there."), HostImport.parse(text).problems());
        }
    }

    @Test
    void boundlessListsAreBounded() {
        String many = "a[0:999999999][0:999999999][a:z][a:z][a:z]\n".repeat(2000);
        HostImport.Result read = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> HostImport.parse(many));
        assertTrue(read.hosts().size() <= KnownHosts.MAX_HOSTS);
        assertTrue(read.problems().size() <= 102);
        String ring = "[a:children]\nb\n[b:children]\na\n[a]\nh\n";
        assertEquals("h", HostImport.parse(ring).hosts().get(0).name());
    }
}
