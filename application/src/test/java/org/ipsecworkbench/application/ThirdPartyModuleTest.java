package org.ipsecworkbench.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
        maven(module, "package");
        System.setProperty(
                ModuleInside.NBM,
                module.resolve("target/example-module-1.0.nbm").toString());
        WindowSuite.run("module", "com.formdev.flatlaf.FlatLightLaf", ModuleInside.class);
    }
}
