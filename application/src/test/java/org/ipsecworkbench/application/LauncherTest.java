package org.ipsecworkbench.application;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a tree of its own, where Maven, Java and the display are scripts that note how they were called. */
class LauncherTest {

    private static final String HOSTILE = "a b'\"$(touch pwned)`touch pwned`\\ü.pcap";

    @TempDir
    Path folder;

    private Path top;
    private Path tools;
    private Path java;
    private final Map<String, String> environment = new TreeMap<>();

    @BeforeEach
    void makeTree() throws IOException {
        top = Files.createDirectories(folder.resolve("the top"));
        tools = Files.createDirectories(folder.resolve("tools"));
        java = Files.createDirectories(folder.resolve("jdk"));
        Files.copy(Path.of(System.getProperty("ipsecwb.top"), "ipsecwb"), top.resolve("ipsecwb"));
        for (String source : List.of(
                "pom.xml",
                ".mvn/jvm.config",
                "branding/pom.xml",
                "modules/one/src/main/java/One.java",
                "modules/one/src/main/java/Two.java",
                "modules/one/src/test/java/OneTest.java")) {
            write(top.resolve(source), "");
        }
        write(
                top.resolve("application/src/main/etc/ipsecworkbench.conf"),
                "default_options=\"--branding ipsecworkbench -J-Xmx512m -J-Droot=${DEFAULT_USERDIR_ROOT}\"\n");
        script(java.resolve("bin/java"), "printf '%s\\n' \"$@\" >>\"$JAVA_LOG\"; echo -- >>\"$JAVA_LOG\"");
        script(java.resolve("bin/javac"), "");
        write(java.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"21.0.1\"\n");
        write(java.resolve("lib/libawt_xawt.so"), "");
        script(tools.resolve("mvn"), """
                if [ "$1" = -v ]; then echo 'Apache Maven 3.9.11 (0)'; exit; fi
                echo "$*" >>"$MAVEN_LOG"
                sleep "${MAVEN_TAKES:-0}"
                echo '[INFO] Building IPsec Workbench: one 0.1.0-SNAPSHOT                    [2/7]'
                if [ -n "${MAVEN_FAILS:-}" ]; then echo '[ERROR] One.java: no'; exit 1; fi
                mkdir -p application/target/ipsecworkbench/etc
                cp application/src/main/etc/* application/target/ipsecworkbench/etc
                if [ "$3" = clean ]; then
                    mkdir -p modules/one/target/surefire-reports
                    echo "$REPORT" >modules/one/target/surefire-reports/TEST-One.xml
                fi
                """);
        environment.put("PATH", tools + ":" + System.getenv("PATH"));
        environment.put("JAVA_HOME", java.toString());
        environment.put(
                "HOME", Files.createDirectories(folder.resolve("my home")).toString());
        environment.put("JAVA_LOG", folder.resolve("java.log").toString());
        environment.put("MAVEN_LOG", folder.resolve("maven.log").toString());
        for (String unset : List.of("CI", "DISPLAY", "WAYLAND_DISPLAY", "IPSECWB_NO_BUILD", "IPSECWB_USERDIR")) {
            environment.put(unset, "");
        }
    }

    @Test
    void buildsOnceAndSaysSo() throws Exception {
        Run first = ipsecwb("--version");
        assertEquals(0, first.exit(), first.err());
        assertEquals("", first.out());
        assertTrue(first.err().contains("building (first use)"), first.err());
        assertTrue(first.err().contains("[2/7] one"), first.err());
        Run second = ipsecwb("--version");
        assertEquals("", second.err());
        assertEquals(1, builds().size());
    }

    @Test
    void buildsAgainWhenASourceChanged() throws Exception {
        ipsecwb("--version");
        change("modules/one/src/main/java/One.java");
        Run run = ipsecwb("--version");
        assertTrue(run.err().contains("(modules/one/src/main/java/One.java changed)"), run.err());
        assertEquals(2, builds().size());
    }

    @Test
    void buildsAgainWhenASourceIsGone() throws Exception {
        ipsecwb("--version");
        Files.delete(top.resolve("modules/one/src/main/java/Two.java"));
        change("modules/one/src/main/java");
        ipsecwb("--version");
        assertEquals(2, builds().size());
    }

    @Test
    void buildsFromScratchWhenAPomChanged() throws Exception {
        ipsecwb("--version");
        change("branding/pom.xml");
        ipsecwb("--version");
        assertTrue(builds().get(1).endsWith("clean package"), builds().get(1));
    }

    @Test
    void testsAndProductsDoNotMakeItBuild() throws Exception {
        ipsecwb("--version");
        change("modules/one/src/test/java/OneTest.java");
        write(top.resolve("modules/one/target/classes/One.class"), "");
        change("modules/one/target/classes/One.class");
        change("modules/one");
        ipsecwb("--version");
        assertEquals(1, builds().size());
    }

    @Test
    void twoFirstUsesBuildOnce() throws Exception {
        environment.put("MAVEN_TAKES", "1");
        var other = CompletableFuture.supplyAsync(() -> {
            try {
                return ipsecwb("--version");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        Run one = ipsecwb("--version");
        assertEquals(0, one.exit(), one.err());
        assertEquals(0, other.get(30, TimeUnit.SECONDS).exit());
        assertEquals(1, builds().size());
    }

    @Test
    void aFailedBuildShowsItsErrorsAndItsLog() throws Exception {
        environment.put("MAVEN_FAILS", "1");
        Run run = ipsecwb("--version");
        assertEquals(1, run.exit());
        assertTrue(run.err().contains("[ERROR] One.java: no"), run.err());
        assertTrue(run.err().contains(top.resolve(".cache/build.log").toString()), run.err());
    }

    @Test
    void passesEveryArgumentUntouched() throws Exception {
        ipsecwb("coverage", HOSTILE, "", "--a=*");
        List<String> call = lastJavaCall();
        assertEquals(
                List.of("org.ipsecworkbench.commandline.Main", "coverage", HOSTILE, "", "--a=*"),
                call.subList(call.size() - 5, call.size()));
        assertFalse(Files.exists(folder.resolve("pwned")));
    }

    @Test
    void readsLittleWithTheQuickCompilerOnly() throws Exception {
        String before = "before it.pcap";
        sparse(HOSTILE, 1_000_000_000);
        sparse(before, 499_999_999);
        assertTrue(isQuick("coverage", HOSTILE, "--format", "json"));
        assertTrue(isQuick("coverage", "--before=" + before, "--after", HOSTILE));
        assertFalse(isQuick("coverage", "--follow", HOSTILE));
        assertFalse(isQuick("coverage", HOSTILE, "-"));
        assertFalse(isQuick("coverage", "nowhere.pcap"));
        assertFalse(isQuick("ike", HOSTILE));
        sparse(before, 500_000_000);
        assertFalse(isQuick("coverage", "--before=" + before, "--after", HOSTILE));
        sparse(HOSTILE, 99_999_999);
        assertTrue(isQuick("ike", HOSTILE));
        sparse("packed.pcap.gz", 1);
        assertFalse(isQuick("coverage", "packed.pcap.gz"), "nobody knows how much is in it");
        assertFalse(Files.exists(folder.resolve("pwned")));
    }

    private boolean isQuick(String... arguments) throws Exception {
        Run run = ipsecwb(arguments);
        assertEquals(0, run.exit(), run.err());
        return lastJavaCall().contains("-XX:TieredStopAtLevel=1");
    }

    private void sparse(String name, long bytes) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
            file.setLength(bytes);
        }
    }

    @Test
    void fileManagersLearnWhatOpensSessions() throws Exception {
        Path data = folder.resolve("data");
        environment.put("XDG_DATA_HOME", data.toString());
        write(top.resolve("branding/src/main/art/out/ipsecworkbench-48.png"), "icon");
        write(top.resolve("branding/src/main/art/out/ipsecworkbench.svg"), "<svg/>");
        for (String tool : List.of("update-mime-database", "update-desktop-database", "gtk-update-icon-cache")) {
            script(tools.resolve(tool), "echo \"${0##*/} $*\" >>\"$MAVEN_LOG\"");
        }
        Run run = ipsecwb("associate");
        assertEquals(0, run.exit(), run.err());
        Path entry = data.resolve("applications/ipsecworkbench.desktop");
        String text = Files.readString(entry);
        assertTrue(text.contains("\nExec=\"" + top.resolve("ipsecwb") + "\" open %F\n"), text);
        assertTrue(text.contains("MimeType=application/vnd.ipsecwb.session+zip;"), text);
        Path types = data.resolve("mime/packages/ipsecworkbench.xml");
        assertTrue(Files.readString(types).contains("<glob pattern=\"*.ipsecwb\"/>"));
        Path icon = data.resolve("icons/hicolor/48x48/apps/ipsecworkbench.png");
        assertEquals("icon", Files.readString(icon));
        assertTrue(builds().contains("update-mime-database " + data.resolve("mime")), builds().toString());
        assertTrue(builds().contains("update-desktop-database " + data.resolve("applications")), builds().toString());

        assertEquals(0, ipsecwb("associate", "--remove").exit());
        assertFalse(Files.exists(entry) || Files.exists(types) || Files.exists(icon));
        assertEquals(2, ipsecwb("associate", "--what").exit());
    }

    @Test
    void aFolderOfAnyNameCanBeAssociated() throws Exception {
        Path other = Files.createDirectories(folder.resolve("100% \"$(touch pwned)` \\ü"));
        Files.copy(top.resolve("ipsecwb"), other.resolve("ipsecwb"));
        write(other.resolve("branding/src/main/art/out/ipsecworkbench-48.png"), "icon");
        write(other.resolve("branding/src/main/art/out/ipsecworkbench.svg"), "<svg/>");
        Path data = folder.resolve("data");
        environment.put("XDG_DATA_HOME", data.toString());
        top = other;
        assertEquals(0, ipsecwb("associate").exit());
        String name = Files.readAllLines(data.resolve("applications/ipsecworkbench.desktop")).stream()
                .filter(line -> line.startsWith("Exec="))
                .findFirst()
                .orElseThrow();
        // What stands in a value: two backslashes for one; then in quotes a backslash before each of four characters.
        String word = name.substring("Exec=".length(), name.length() - " open %F".length());
        String value = word.replace("\\\\", "\\");
        String quoted = value.substring(1, value.length() - 1)
                .replaceAll("\\\\([\\\\\"`$])", "$1")
                .replace("%%", "%");
        assertEquals(other.resolve("ipsecwb").toString(), quoted);
        assertFalse(Files.exists(folder.resolve("pwned")));
    }

    @Test
    void opensFilesOfAnyName() throws Exception {
        environment.put("DISPLAY", ":77");
        write(folder.resolve(HOSTILE), "");
        write(folder.resolve("another.pcap"), "");
        Run run = ipsecwb("open", HOSTILE, "another.pcap");
        assertEquals(0, run.exit(), run.err());
        List<String> call = lastJavaCall();
        assertEquals(
                List.of(
                        "--branding",
                        "ipsecworkbench",
                        "--open",
                        folder.resolve(HOSTILE).toString(),
                        folder.resolve("another.pcap").toString()),
                call.subList(call.size() - 5, call.size()));
        assertTrue(call.contains("-Xmx512m"), () -> "options of the JVM: " + call);
        assertTrue(call.contains("-Droot=" + environment.get("HOME") + "/.ipsecworkbench"), call::toString);
        assertFalse(Files.exists(folder.resolve("pwned")));
    }

    @Test
    void loadsAModuleOfAnyName() throws Exception {
        environment.put("DISPLAY", ":77");
        String module = HOSTILE + ".jar";
        write(folder.resolve(module), "");
        Run run = ipsecwb("load", module);
        assertEquals(0, run.exit(), run.err());
        List<String> call = lastJavaCall();
        assertEquals(
                List.of("--reload", folder.resolve(module).toString()), call.subList(call.size() - 2, call.size()));
        assertFalse(Files.exists(folder.resolve("pwned")));
        Run missing = ipsecwb("load", "nowhere.jar");
        assertEquals(1, missing.exit());
        assertTrue(missing.err().contains("cannot load nowhere.jar"), missing.err());
    }

    @Test
    void withoutADisplaySaysWhatWorksInstead() throws Exception {
        write(folder.resolve(HOSTILE), "");
        Run run = ipsecwb("open", HOSTILE);
        assertEquals(1, run.exit());
        assertTrue(run.err().contains("needs a display"), run.err());
        assertTrue(run.err().contains("ipsecwb coverage "), run.err());
        assertFalse(Files.exists(folder.resolve("pwned")));
        assertEquals(1, ipsecwb().exit());
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws Exception {
        environment.put("DISPLAY", ":77");
        Run run = ipsecwb("open", "nowhere.pcap");
        assertEquals(1, run.exit());
        assertTrue(run.err().contains("nowhere.pcap"), run.err());
    }

    @Test
    void verifyEndsWithTheCounts() throws Exception {
        Run run = verify("<testsuite name=\"One\" tests=\"5\" errors=\"0\" skipped=\"1\" failures=\"0\">");
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().endsWith("4 passed, 0 failed, 1 skipped\n"), run.out());
        assertTrue(builds().get(0).contains("clean verify"), builds().get(0));
        assertEquals("", ipsecwb("--version").err(), "what verify built is good to run");
    }

    @Test
    void verifyInContinuousIntegrationAllowsNoSkippedTest() throws Exception {
        environment.put("CI", "true");
        Run run = verify("""
                <testsuite name="One" tests="1" errors="0" skipped="1" failures="0">
                  <testcase name="looksAtTheSky" classname="org.One" time="0"><skipped/></testcase>
                </testsuite>
                """);
        assertEquals(1, run.exit());
        assertTrue(run.err().contains("org.One looksAtTheSky"), run.err());
    }

    private Run verify(String report) throws Exception {
        environment.put("REPORT", report);
        script(tools.resolve("Xvfb"), "echo 77; exec sleep 30");
        script(tools.resolve("fc-list"), "echo DejaVu");
        for (String tool : List.of("openbox", "xdotool", "tshark", "import", "xauth")) {
            script(tools.resolve(tool), "");
        }
        return ipsecwb("verify");
    }

    private Run ipsecwb(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(top.resolve("ipsecwb").toString()));
        command.addAll(List.of(arguments));
        return Run.of(folder, environment, command);
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(folder.resolve("maven.log"));
    }

    private List<String> lastJavaCall() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("java.log"));
        List<String> call = lines.subList(0, lines.size() - 1);
        return call.subList(call.lastIndexOf("--") + 1, call.size());
    }

    /** Gives a file or folder the time that an edit after the last build would give it. */
    private void change(String source) throws IOException {
        Files.setLastModifiedTime(
                top.resolve(source), FileTime.from(Instant.now().plusSeconds(1)));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void script(Path file, String text) throws IOException {
        write(file, "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(file, fromString("rwxr-xr-x"));
    }
}
