package org.ipsecworkbench.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application with added modules that throw, hang, lack what they need or are none. It starts, and names them. */
class HostileModuleTest {
    private static final String MODULES = "org.openide.modules > 7, org.openide.util > 9, org.openide.util.lookup > 8";

    @TempDir
    Path folder;

    @Test
    void nothingKeepsTheWorkbenchFromStarting() throws Exception {
        assumeTrue(
                System.getenv("DISPLAY") != null,
                "no display, so no window test; ipsecwb verify starts one, or: xvfb-run mvn verify");
        Path user = Files.createDirectories(folder.resolve("user"));
        Path started = folder.resolve("started");
        Path screenshot = Files.createDirectories(
                        Path.of(System.getProperty("all.clusters")).getParent().resolve("screenshots"))
                .resolve("light-hostile-modules.png");
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
        // What proves the start: it runs when windows are there, and ends the workbench.
        maker.add(
                "proof",
                "Proves",
                MODULES + ", org.openide.windows > 6, org.openide.util.ui > 9",
                "org.openide.windows.WindowManager.getDefault().invokeWhenUIReady(() ->"
                        + " new javax.swing.Timer(3000, e -> { try {"
                        + " javax.imageio.ImageIO.write(new java.awt.Robot().createScreenCapture(new java.awt.Rectangle("
                        + "java.awt.Toolkit.getDefaultToolkit().getScreenSize())), \"png\", new java.io.File(\""
                        + screenshot + "\"));"
                        + " java.nio.file.Files.writeString(java.nio.file.Path.of(\"" + started + "\"), \"\");"
                        + " } catch (Exception x) { throw new IllegalStateException(x); }"
                        + " org.openide.LifecycleManager.getDefault().exit(); }).start());");

        Run run = Run.of(
                folder,
                Map.of("IPSECWB_NO_BUILD", "1", "IPSECWB_USERDIR", user.toString()),
                List.of(Path.of(System.getProperty("ipsecwb.top"), "ipsecwb").toString()),
                240);

        String told = run.out() + run.err();
        assertTrue(Files.exists(started), told);
        assertEquals(List.of("proof", "throwing"), maker.enabled(), told);
        String log = Files.readString(user.resolve("var/log/messages.log"));
        assertTrue(log.contains("throwing.Throws.restored"), log);
        assertTrue(log.contains("hanging: kept the workbench from starting."), log);
        assertTrue(log.contains("missing: needs com.example.nowhere 1.0, which is not there"), log);
        assertTrue(log.contains("damaged: its file is damaged, or is no module."), log);
        assertEquals(0, run.exit(), told);
    }
}
