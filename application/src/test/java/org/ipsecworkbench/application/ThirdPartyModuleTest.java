package org.ipsecworkbench.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes a module from the archetype as somebody who has only Maven, builds it, and uses it in the application. */
class ThirdPartyModuleTest {
    private static final String VERSION = System.getProperty("ipsecwb.version");

    /** Of the check of the archetype. */
    private static final String FINDING = "The Windows Time service of SRV1 runs";

    /** Of keys that live as long as this test. */
    private static final String PASSWORD = "for-this-test";

    @TempDir
    Path folder;

    /** Maven with a local repository that has nothing but the published modules; the rest comes from what this build has fetched. */
    private void maven(Path where, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                "-B",
                "-ntp",
                "-s",
                folder.resolve("settings.xml").toString(),
                "-Dmaven.repo.local=" + folder.resolve("repository")));
        command.addAll(List.of(arguments));
        Run run = Run.of(where, Map.of("JAVA_HOME", System.getProperty("java.home")), command, 300);
        assertEquals(0, run.exit(), run.out() + run.err());
    }

    private void settings() throws IOException {
        String repositories = "<%1$s><id>fetched</id><url>"
                + Path.of(System.getProperty("maven.repository")).toUri() + "</url></%1$s>";
        Files.writeString(
                folder.resolve("settings.xml"),
                "<settings><profiles><profile><id>fetched</id><repositories>" + repositories.formatted("repository")
                        + "</repositories><pluginRepositories>" + repositories.formatted("pluginRepository")
                        + "</pluginRepositories></profile></profiles><activeProfiles><activeProfile>fetched"
                        + "</activeProfile></activeProfiles></settings>");
    }

    /** What {@code mvn install} of the published module would do. */
    private void publish(String artifact, Path pom, Path jar) throws IOException {
        Path to = Files.createDirectories(folder.resolve("repository/org/ipsecworkbench/" + artifact + "/" + VERSION));
        Files.copy(pom, to.resolve(artifact + "-" + VERSION + ".pom"));
        if (Files.exists(jar)) {
            Files.copy(jar, to.resolve(artifact + "-" + VERSION + ".jar"));
        }
    }

    @Test
    void isMadeBuiltInstalledUsedAndUninstalled() throws Exception {
        settings();
        Path top = Path.of(System.getProperty("ipsecwb.top"));
        publish("ipsec-workbench", top.resolve("pom.xml"), top.resolve("none.jar"));
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(top.resolve("modules"))) {
            for (Path module : modules) {
                String name = String.valueOf(module.getFileName());
                publish(name, module.resolve("pom.xml"), module.resolve("target/" + name + "-" + VERSION + ".jar"));
            }
        }
        maven(
                folder,
                "org.apache.maven.plugins:maven-archetype-plugin:" + System.getProperty("archetype.version")
                        + ":generate",
                "-DarchetypeGroupId=org.ipsecworkbench",
                "-DarchetypeArtifactId=archetype",
                "-DarchetypeVersion=" + VERSION,
                "-DgroupId=com.example",
                "-DartifactId=example-module",
                "-Dversion=1.0",
                "-Dpackage=com.example.module",
                "-DinteractiveMode=false");
        Path module = folder.resolve("example-module");
        Path keys = folder.resolve("keys.p12");
        makeKeys(keys);
        maven(
                module,
                "package",
                "nbm:autoupdate",
                "-Dkeystore=" + keys,
                "-Dkeystorepass=" + PASSWORD,
                "-Dkeystorealias=signer");
        isAskedOnTheCommandLine(module);
        System.setProperty(
                ModuleInside.SITE,
                module.resolve("target/netbeans_site/updates.xml").toUri().toString());
        WindowSuite.run("module", "com.formdev.flatlaf.FlatLightLaf", ModuleInside.class);
    }

    private void makeKeys(Path file) throws Exception {
        Run run = Run.of(
                folder,
                Map.of(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "signer",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=Example Networks",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD));
        assertEquals(0, run.exit(), run.out() + run.err());
    }

    /** The command line finds the modules of the user directory, where the plugin manager puts them. */
    private void isAskedOnTheCommandLine(Path module) throws Exception {
        Path user = folder.resolve("user");
        Files.createDirectories(user.resolve("modules"));
        Files.copy(module.resolve("target/example-module-1.0.jar"), user.resolve("modules/com-example-module.jar"));
        Run run = diagnose(user);
        assertTrue(run.out().contains(FINDING), run.out() + run.err());

        // It is signed, by somebody whom this user does not trust.
        Files.createDirectories(user.resolve("config"));
        Files.writeString(user.resolve("config/module-trust.properties"), "refuse=true\n");
        run = diagnose(user);
        assertFalse(run.out().contains(FINDING), run.out());
        assertTrue(
                run.err().contains("it is signed by CN=Example Networks, who is not trusted"), run.out() + run.err());
    }

    private Run diagnose(Path user) throws Exception {
        return Run.of(
                folder,
                Map.of("IPSECWB_NO_BUILD", "1", "IPSECWB_USERDIR", user.toString()),
                List.of(
                        Path.of(System.getProperty("ipsecwb.top"), "ipsecwb").toString(),
                        "diagnose",
                        "--lab",
                        "--format",
                        "json"));
    }
}
