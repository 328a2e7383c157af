package org.ipsecworkbench.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.session.testing.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionSignatureTest {
    @TempDir
    private Path folder;

    private Path session = Path.of("");

    @BeforeEach
    void aSession() throws IOException {
        session = write("case", "it worked");
    }

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name + ".ipsecwb");
        try (SessionWorkspace work = SessionWorkspace.create(folder.resolve(name), Samples.empty())) {
            work.add(EvidenceKind.FILE, "", "note", Samples.TIME, Samples.bytes(content));
            work.save(file, SessionWorkspace.DEFAULT_MAX_INSIDE, ScanMonitor.NONE);
        }
        return file;
    }

    private Path pem(String name, String label, byte[] encoded) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return Files.writeString(
                folder.resolve(name), "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n");
    }

    private static void sign(Path session, Path key) throws IOException {
        try (SessionFile file = SessionFile.open(session, SessionLimits.DEFAULT)) {
            SessionSignature.sign(file, SessionSignature.privateKey(key), SessionSignature.file(session));
        }
    }

    private static boolean isValid(Path session, Path key, Path signature) throws IOException {
        try (SessionFile file = SessionFile.open(session, SessionLimits.DEFAULT)) {
            return SessionSignature.isValid(file, SessionSignature.publicKey(key), signature);
        }
    }

    @Test
    void aSignatureIsOfOneSessionAndOneKey() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Path own = pem("own.pem", "PRIVATE KEY", pair.getPrivate().getEncoded());
        Path known = pem("known.pem", "PUBLIC KEY", pair.getPublic().getEncoded());
        Path stranger = pem("stranger.pem", "PUBLIC KEY", other.getPublic().getEncoded());
        sign(session, own);
        Path signature = SessionSignature.file(session);
        assertTrue(isValid(session, known, signature));
        assertFalse(isValid(session, stranger, signature));
        assertFalse(isValid(write("changed", "it works"), known, signature));
        byte[] bytes = Files.readAllBytes(signature);
        assertEquals(64, bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            byte[] wrong = bytes.clone();
            wrong[i] ^= 1;
            assertFalse(isValid(session, known, Files.write(folder.resolve("wrong.sig"), wrong)), "byte " + i);
        }
        for (int length : List.of(0, 63, 65)) {
            byte[] wrong = Arrays.copyOf(bytes, length);
            assertFalse(isValid(session, known, Files.write(folder.resolve("wrong.sig"), wrong)), length + " bytes");
        }
    }

    @Test
    void openSslMakesTheKeysAndChecksTheSignatureAndTheOtherWayRound() throws Exception {
        Path own = folder.resolve("own.pem");
        Path known = folder.resolve("known.pem");
        Path manifest = folder.resolve("session.json");
        openssl("genpkey", "-algorithm", "ed25519", "-out", own.toString());
        openssl("pkey", "-in", own.toString(), "-pubout", "-out", known.toString());
        sign(session, own);
        try (SessionFile file = SessionFile.open(session, SessionLimits.DEFAULT)) {
            Files.write(manifest, file.manifest());
        }
        String ours = SessionSignature.file(session).toString();
        openssl(
                "pkeyutl",
                "-verify",
                "-pubin",
                "-inkey",
                known.toString(),
                "-rawin",
                "-in",
                manifest.toString(),
                "-sigfile",
                ours);
        Path theirs = folder.resolve("theirs.sig");
        openssl(
                "pkeyutl",
                "-sign",
                "-inkey",
                own.toString(),
                "-rawin",
                "-in",
                manifest.toString(),
                "-out",
                theirs.toString());
        assertTrue(isValid(session, known, theirs));
    }

    private static void openssl(String... arguments) throws Exception {
        String[] line = new String[arguments.length + 1];
        line[0] = "openssl";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    @Test
    void whatIsNoKeySaysWhy() throws Exception {
        byte[] encoded = KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPublic()
                .getEncoded();
        byte[] rsa = KeyPairGenerator.getInstance("RSA")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        assertSays("holds no key in PEM", Files.writeString(folder.resolve("text"), "no key"));
        assertSays("a PRIVATE KEY is needed", pem("public", "PUBLIC KEY", encoded));
        assertSays("openssl pkey takes off", pem("locked", "ENCRYPTED PRIVATE KEY", encoded));
        assertSays("no key of Ed25519", pem("rsa", "PRIVATE KEY", rsa));
        assertSays("no key of Ed25519", pem("torn", "PRIVATE KEY", new byte[] {0x30, 5}));
    }

    private static void assertSays(String what, Path key) {
        IOException e = assertThrows(IOException.class, () -> SessionSignature.privateKey(key));
        assertTrue(e.getMessage().contains(what), e.getMessage());
    }
}
