package org.ipsecworkbench.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application with added modules that throw, hang, lack what they need or are none. It starts, and names them. */
class HostileModuleTest {
    private static final String MODULES = "org.openide.modules > 7, org.openide.util > 9, org.openide.util.lookup > 8";

    private static final String NO_DISPLAY =
            "no display, so no window test; ipsecwb verify starts one, or: xvfb-run mvn verify";

    @TempDir
    Path folder;

    @Test
    void nothingKeepsTheWorkbenchFromStarting() throws Exception {
        Path user = Files.createDirectories(folder.resolve("user"));
        ModuleMaker maker = new ModuleMaker(folder, user);
        maker.add("throwing", "Throws", MODULES, "throw new IllegalStateException(\"made for a test\");");
        maker.add(
                "hanging",
                "Hangs",
                MODULES,
                "while (true) { try { Thread.sleep(1000); }"
                        + " catch (InterruptedException e) { /* goes on for ever */ } }");
        maker.add("missing", "Misses", "com.example.nowhere > 1.0, " + MODULES, "");
        maker.addDamaged("damaged");
        // Built before this version of the API, and after it.
        maker.add(
                "older",
                "Uses",
                "org.ipsecworkbench.capture > 0.0.1, " + MODULES,
                "org.ipsecworkbench.capture.Formats.class.getName();");
        // What is not exported is not there for others, not even by its name.
        Path keptOut = folder.resolve("kept-out");
        maker.add(
                "curious",
                "Looks",
                "org.ipsecworkbench.capture > 0.0.1, " + MODULES,
                "try { Class.forName(\"org.ipsecworkbench.capture.judge.PairJudge\", false, Looks.class.getClassLoader());"
                        + " } catch (ClassNotFoundException e) { try { java.nio.file.Files.writeString("
                        + "java.nio.file.Path.of(\"" + keptOut + "\"), \"\"); } catch (java.io.IOException x) {"
                        + " throw new IllegalStateException(x); } }");
        maker.add("newer", "Wants", "org.ipsecworkbench.capture > 99.0, " + MODULES, "");
        addProof(maker, "hostile-modules");

        String told = start(user);

        assertEquals(List.of("curious", "older", "proof", "throwing"), maker.enabled(), told);
        String log = Files.readString(user.resolve("var/log/messages.log"));
        assertTrue(log.contains("throwing.Throws.restored"), log);
        assertTrue(log.contains("hanging: kept the workbench from starting."), log);
        assertTrue(log.contains("missing: needs com.example.nowhere 1.0, which is not there"), log);
        assertFalse(log.contains("older.Uses"), log);
        assertTrue(Files.exists(keptOut), "an implementation package was reached");
        assertTrue(
                log.contains("newer: needs org.ipsecworkbench.capture 99.0, which is not there or is of another"), log);
        assertTrue(log.contains("damaged: its file is damaged, or is no module."), log);
    }

    @Test
    void onlyWhatATrustedSignerSignedRunsWhereTheUserSetThat() throws Exception {
        Path user = Files.createDirectories(folder.resolve("user"));
        Path ran = Files.createDirectories(folder.resolve("ran"));
        ModuleMaker maker = new ModuleMaker(folder, user);
        maker.makeKey("Example Networks");
        maker.makeKey("Somebody Else");
        for (String name : List.of("unsigned", "trusted", "stranger", "tampered")) {
            maker.add(
                    name,
                    "Runs",
                    MODULES,
                    "try { java.nio.file.Files.writeString(java.nio.file.Path.of(\"" + ran + "\", \"" + name
                            + "\"), \"\"); } catch (java.io.IOException e) { throw new IllegalStateException(e); }");
        }
        addProof(maker, "refused-modules");
        maker.sign("trusted", "Example Networks");
        maker.sign("proof", "Example Networks");
        maker.sign("tampered", "Example Networks");
        maker.change("tampered");
        maker.sign("stranger", "Somebody Else");
        Files.writeString(
                user.resolve("config/module-trust.properties"),
                "refuse=true\nsigner." + maker.fingerprint("Example Networks") + "=Example\n");

        String told = start(user);

        assertEquals(List.of("trusted"), names(ran), told);
        assertEquals(List.of("proof", "trusted"), maker.enabled(), told);
        String log = Files.readString(user.resolve("var/log/messages.log"));
        assertTrue(log.contains("unsigned: it is not signed."), log);
        assertTrue(log.contains("stranger: it is signed by CN=Somebody Else, who is not trusted."), log);
        assertTrue(log.contains("tampered: it was changed after it was signed, or is damaged."), log);
    }

    @Test
    void aModuleThatKeepsWindowsFromAnsweringIsNamedAndLeftOutOfTheNextStart() throws Exception {
        Path user = Files.createDirectories(folder.resolve("user"));
        ModuleMaker maker = new ModuleMaker(folder, user);
        maker.add(
                "busy",
                "Spins",
                MODULES + ", org.openide.windows > 6, org.openide.util.ui > 9",
                "org.openide.windows.WindowManager.getDefault().invokeWhenUIReady(() -> {"
                        + " long n = 0; while (n >= 0) { n = (n + 1) % 1000; } });");
        addProof(maker, "busy-module");

        Path log = user.resolve("var/log/messages.log");
        Process first = command(user).start();
        try {
            String blamed = "Windows did not answer for 20 s because of the module busy";
            for (int i = 0;
                    i < 240 && !(Files.exists(log) && Files.readString(log).contains(blamed));
                    i++) {
                assertTrue(first.isAlive(), "ended by itself");
                Thread.sleep(1000);
            }
            assertTrue(Files.readString(log).contains(blamed), Files.readString(log));
            assertTrue(Files.readString(log).contains("at busy.Spins"), Files.readString(log));
            // The note for the next start is written after the log.
            for (int i = 0; i < 60 && maker.enabled().contains("busy"); i++) {
                Thread.sleep(500);
            }
        } finally {
            first.descendants().forEach(ProcessHandle::destroyForcibly);
            first.destroyForcibly().waitFor();
        }

        String told = start(user);

        assertEquals(List.of("proof"), maker.enabled(), told);
        assertTrue(
                Files.readString(log).contains("busy: kept windows from answering until the workbench was ended."),
                Files.readString(log));
    }

    /** Starts the workbench and does not wait for it. */
    private ProcessBuilder command(Path user) {
        assumeTrue(System.getenv("DISPLAY") != null, NO_DISPLAY);
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("ipsecwb.top"), "ipsecwb").toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("first.out").toFile());
        builder.environment().putAll(Map.of("IPSECWB_NO_BUILD", "1", "IPSECWB_USERDIR", user.toString()));
        return builder;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Starts the workbench, and waits until the module that proves it has ended it; what it printed. */
    private String start(Path user) throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, NO_DISPLAY);
        Run run = Run.of(
                folder,
                Map.of("IPSECWB_NO_BUILD", "1", "IPSECWB_USERDIR", user.toString()),
                List.of(Path.of(System.getProperty("ipsecwb.top"), "ipsecwb").toString()),
                240);

        String told = run.out() + run.err();
        assertTrue(Files.exists(folder.resolve("started")), told);
        assertEquals(0, run.exit(), told);
        return told;
    }

    private void addProof(ModuleMaker maker, String picture) throws IOException {
        Path started = folder.resolve("started");
        Path screenshot = Files.createDirectories(
                        Path.of(System.getProperty("all.clusters")).getParent().resolve("screenshots"))
                .resolve("light-" + picture + ".png");
        // What proves the start: it runs when windows are there, and ends the workbench.
        maker.add(
                "proof",
                "Proves",
                MODULES + ", org.openide.windows > 6, org.openide.util.ui > 9",
                "org.openide.windows.WindowManager.getDefault().invokeWhenUIReady(() -> new javax.swing.Timer(3000, e"
                        + " -> { try { javax.imageio.ImageIO.write(new java.awt.Robot().createScreenCapture(new"
                        + " java.awt.Rectangle(java.awt.Toolkit.getDefaultToolkit().getScreenSize())), \"png\", new"
                        + " java.io.File(\""
                        + screenshot + "\"));"
                        + " java.nio.file.Files.writeString(java.nio.file.Path.of(\"" + started + "\"), \"\");"
                        + " } catch (Exception x) { throw new IllegalStateException(x); }"
                        + " org.openide.LifecycleManager.getDefault().exit(); }).start());");
    }
}
