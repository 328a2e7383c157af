package org.ipsecworkbench.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import junit.framework.TestFailure;
import junit.framework.TestResult;
import org.netbeans.junit.NbModuleSuite;
import org.netbeans.junit.NbTestCase;

/** Starts the packaged application with windows, a user directory of its own, and a test in it. */
final class WindowSuite {

    /** Where the inside leaves its screenshots; what it did is known by them. */
    static final String SCREENSHOTS = "ipsecwb.test.screenshots";

    /** What the names of the screenshots begin with. */
    static final String LOOK = "ipsecwb.test.look";

    private WindowSuite() {}

    static void run(String look, String lookAndFeel) throws Exception {
        run(CaptureWindowInside.class, look, lookAndFeel, "packets");
    }

    /** @param last the screenshot that the test takes last */
    static void run(Class<? extends NbTestCase> inside, String look, String lookAndFeel, String last) throws Exception {
        assumeTrue(
                System.getenv("DISPLAY") != null,
                "no display, so no window test; ipsecwb verify starts one, or: xvfb-run mvn verify");
        Path target = Path.of(System.getProperty("all.clusters")).getParent();
        Path work = target.resolve("windows-" + look + "-" + last);
        Path screenshots = Files.createDirectories(target.resolve("screenshots"));
        delete(work);
        Path preferences = Files.createDirectories(work.resolve("userdir0/config/Preferences"));
        Files.writeString(preferences.resolve("laf.properties"), "laf=" + lookAndFeel + "\n");
        Files.deleteIfExists(screenshots.resolve(look + "-" + last + ".png"));
        System.setProperty("nbjunit.workdir", work.toString());
        System.setProperty(SCREENSHOTS, screenshots.toString());
        System.setProperty(LOOK, look);

        TestResult result = new TestResult();
        URL jemmy = new File(System.getProperty("jemmy.jar")).toURI().toURL();
        NbModuleSuite.createConfiguration(inside)
                .gui(true)
                .reuseUserDir(true)
                .failOnException(Level.WARNING)
                .enableClasspathModules(false)
                .clusters(".*")
                .parentClassLoader(new URLClassLoader(new URL[] {jemmy}, ClassLoader.getPlatformClassLoader()))
                .suite()
                .run(result);

        assertEquals(
                "",
                Stream.concat(Collections.list(result.errors()).stream(), Collections.list(result.failures()).stream())
                        .map(TestFailure::trace)
                        .collect(Collectors.joining("\n")));
        assertTrue(Files.exists(screenshots.resolve(look + "-" + last + ".png")), "the test inside did not run");
    }

    private static void delete(Path folder) throws Exception {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
