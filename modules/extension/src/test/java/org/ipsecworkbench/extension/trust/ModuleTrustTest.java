package org.ipsecworkbench.extension.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleTrustTest {
    private static final ModuleTrust WARNING = new ModuleTrust(false, Map.of());
    private static final ModuleTrust REFUSING = new ModuleTrust(true, Map.of());

    @TempDir
    Path folder;

    private Path module() throws Exception {
        return Keys.jar(folder.resolve("modules/example.jar"), new Manifest(), "com/example/A.class", "com/example/b");
    }

    private static void change(Path jar, String entry, String content) throws Exception {
        try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            Files.writeString(files.getPath(entry), content);
        }
    }

    @Test
    void whatNobodySignedRunsWithAWarningOrNotAtAll() throws Exception {
        assertEquals(new Judgement(true, "it is not signed", true), WARNING.judge(module()));
        assertEquals(new Judgement(false, "it is not signed", true), REFUSING.judge(module()));
    }

    @Test
    void whatASignerOfTheUserSignedRuns() throws Exception {
        Keys keys = Keys.of(folder, "CN=Example Networks");
        Path signed = keys.sign(module());

        assertEquals(
                new Judgement(true, "it is signed by CN=Example Networks", false),
                REFUSING.with(keys.signer()).judge(signed));
    }

    @Test
    void whatSomebodyElseSignedDoesNotRunWhereOnlyTrustedSignersAreLet() throws Exception {
        Path signed = Keys.of(folder, "CN=Somebody Else").sign(module());
        ModuleTrust trust = REFUSING.with(Keys.of(folder, "CN=Example Networks").signer());

        assertEquals(Judgement.refused("it is signed by CN=Somebody Else, who is not trusted"), trust.judge(signed));
        assertEquals(new Judgement(true, "it is signed by CN=Somebody Else", false), WARNING.judge(signed));
    }

    @Test
    void whatWasChangedAfterItWasSignedNeverRuns() throws Exception {
        Keys keys = Keys.of(folder, "CN=Example Networks");
        Judgement refused = Judgement.refused("it was changed after it was signed, or is damaged");

        Path changed = keys.sign(module());
        change(changed, "com/example/b", "of somebody else");
        assertEquals(refused, WARNING.with(keys.signer()).judge(changed));

        Path grown = keys.sign(module());
        change(grown, "com/example/c", "of somebody else");
        assertEquals(refused, WARNING.with(keys.signer()).judge(grown));

        Path shrunk = keys.sign(module());
        try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + shrunk.toUri()), Map.of())) {
            Files.delete(files.getPath("com/example/b"));
        }
        assertEquals(refused, WARNING.with(keys.signer()).judge(shrunk));
    }

    @Test
    void aLibraryIsHeldToTheSame() throws Exception {
        Keys keys = Keys.of(folder, "CN=Example Networks");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Class-Path", "ext/library.jar");
        Path signed = keys.sign(Keys.jar(folder.resolve("modules/example.jar"), manifest, "com/example/A.class"));
        Path library = Keys.jar(folder.resolve("modules/ext/library.jar"), new Manifest(), "org/example/L.class");
        ModuleTrust trust = REFUSING.with(keys.signer());

        assertEquals(Judgement.refused("its library library.jar is not signed"), trust.judge(signed));

        Files.move(keys.sign(library), library, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertEquals(new Judgement(true, "it is signed by CN=Example Networks", false), trust.judge(signed));
    }

    @Test
    void whatIsPatchedIntoAModuleIsHeldToTheSame() throws Exception {
        Keys keys = Keys.of(folder, "CN=Example Networks");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("OpenIDE-Module", "com.example.module/1");
        Path signed = keys.sign(Keys.jar(folder.resolve("modules/example.jar"), manifest, "com/example/A.class"));
        Keys.jar(folder.resolve("modules/patches/com-example-module/p.jar"), new Manifest(), "com/example/A.class");

        assertEquals(
                Judgement.refused("its library p.jar is not signed"),
                REFUSING.with(keys.signer()).judge(signed));
    }

    @Test
    void isKeptInTheUserDirectory() throws Exception {
        ModuleTrust trust = REFUSING.with(new Signer("ab12", "CN=Example Networks"));
        trust.save(folder);

        assertEquals(trust, ModuleTrust.in(folder));
        assertEquals(WARNING, ModuleTrust.in(folder.resolve("another")));
    }

    @Test
    void aSettingThatCannotBeReadRefuses() throws Exception {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve("config/module-trust.properties"), "refuse=\\u12");

        assertEquals(REFUSING, ModuleTrust.in(folder));
    }

    @Test
    void aFileThatIsNoModuleIsLeftToTheModuleSystem() throws Exception {
        Path file = Files.writeString(folder.resolve("none.jar"), "no archive");

        assertFalse(REFUSING.judge(file).warns());
    }
}
