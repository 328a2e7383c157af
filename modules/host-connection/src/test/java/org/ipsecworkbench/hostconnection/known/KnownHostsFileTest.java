package org.ipsecworkbench.hostconnection.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ipsecworkbench.hostconnection.AuthenticationMethod;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class KnownHostsFileTest {
    private static final KnownHost FULL = new KnownHost(
            "DC 1",
            HostAddress.parse("winrms://dc1.lab.example:15986"),
            AuthenticationMethod.KERBEROS,
            "LAB\\alice",
            "Domain controllers",
            List.of("berlin", "büro"),
            "ab".repeat(32),
            new TlsFiles("/keys/alice = 1.p12", "/keys/ca.pem"),
            "First floor.\nAsk Bob = before.",
            List.of());

    @TempDir
    private Path folder;

    private KnownHostsFile file;

    @BeforeEach
    void place() {
        file = new KnownHostsFile(folder.resolve("settings/hosts.ini"));
    }

    private void write(String text) throws IOException {
        Files.createDirectories(file.path().getParent());
        Files.writeString(file.path(), text);
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        assertEquals(List.of(), file.read().hosts());
        KnownHost small = KnownHost.of("a", HostAddress.parse("winrm://[2001:db8::1]"));
        file.update(known -> known.with(List.of(FULL, small)));
        assertEquals(new KnownHosts(List.of(small, FULL), List.of(), List.of(), List.of()), file.read());
        assertEquals(FULL, file.read().find("dc 1").orElseThrow());
        file.update(known -> known.without(List.of("dc 1")));
        assertEquals(List.of(small), file.read().hosts());
    }

    @Test
    void aHostOfTheSameNameTakesThePlace() throws IOException {
        file.update(known -> known.with(List.of(FULL)));
        file.update(known -> known.with(List.of(KnownHost.of("dc 1", HostAddress.parse("winrm://other")))));
        assertEquals(1, file.read().hosts().size());
        assertEquals("other", file.read().hosts().get(0).address().host());
    }

    @Test
    void aUserOfTheAddressIsThatOfTheHost() {
        assertEquals(
                "alice", KnownHost.of("a", HostAddress.parse("winrm://alice@h")).user());
    }

    @Test
    void whatANewerVersionWroteIsKept() throws IOException {
        write("version = 2\ncolour = blue\n[a]\naddress = winrm://a\njump-host = b\n\n[b]\naddress = ssh://b\n");
        file.update(known -> known.with(List.of(FULL)));
        String text = Files.readString(file.path());
        for (String line :
                List.of("version = 2", "colour = blue", "jump-host = b", "[b]", "address = ssh://b", "[DC 1]")) {
            assertTrue(text.contains(line + "\n"), () -> line + " is missing in\n" + text);
        }
    }

    @Test
    void whatCannotBeReadIsToldAndKept() throws IOException {
        write("[good]\naddress = winrm://good\n[no address]\nuser = x\n[bad]\naddress = winrm://a:secret@b\n"
                + "[GOOD]\naddress = winrm://again\n");
        KnownHosts known = file.read();
        assertEquals(
                List.of("good"), known.hosts().stream().map(KnownHost::name).toList());
        assertEquals(3, known.problems().size());
        assertTrue(known.problems().get(0).startsWith("line 3: The host no address has no address."));
        assertFalse(known.problems().toString().contains("secret"));
        file.update(same -> same);
        file.update(same -> same);
        assertEquals(known.hosts(), file.read().hosts());
        assertEquals(known.damaged(), file.read().damaged());
    }

    @Test
    void whatIsNoTextIsNotChanged() throws IOException {
        Files.createDirectories(file.path().getParent());
        byte[] bytes = "[b\u00fcro]".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file.path(), bytes);
        assertThrows(IOException.class, () -> file.update(known -> known.with(List.of(FULL))));
        assertEquals(bytes.length, Files.size(file.path()));
    }

    @Test
    void aChangeThatFailsLeavesTheFileAndNothingBeside() throws IOException {
        file.update(known -> known.with(List.of(FULL)));
        assertThrows(
                IllegalStateException.class,
                () -> file.update(known -> {
                    throw new IllegalStateException("on purpose");
                }));
        assertEquals(1, file.read().hosts().size());
        try (Stream<Path> all = Files.list(file.path().getParent())) {
            assertEquals(2, all.count(), "the file and its lock");
        }
    }

    @Test
    void severalProcessesAndThreadsLoseNothing() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (String name : List.of("p", "q")) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Adder.class.getName(),
                            file.path().toString(),
                            name)
                    .inheritIO()
                    .start());
        }
        List<Thread> threads = Stream.of("s", "t")
                .map(name ->
                        new Thread(() -> Adder.main(new String[] {file.path().toString(), name})))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        for (Process process : processes) {
            assertEquals(0, process.waitFor());
        }
        assertEquals(4 * Adder.HOSTS, file.read().hosts().size());
    }

    /** Adds hosts one by one. */
    static final class Adder {
        static final int HOSTS = 25;

        private Adder() {}

        public static void main(String[] arguments) {
            KnownHostsFile file = new KnownHostsFile(Path.of(arguments[0]));
            IntStream.range(0, HOSTS).forEach(i -> {
                try {
                    file.update(known ->
                            known.with(List.of(KnownHost.of(arguments[1] + i, HostAddress.parse("winrm://host")))));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }
}
