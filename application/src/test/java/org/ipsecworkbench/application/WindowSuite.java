package org.ipsecworkbench.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import junit.framework.TestFailure;
import junit.framework.TestResult;
import org.netbeans.junit.NbModuleSuite;

/** Starts the packaged application with windows, a user directory and a home of its own, and {@link WindowCase}s in it. */
final class WindowSuite {

    /** Where the inside leaves its screenshots; what it did is known by them. */
    static final String SCREENSHOTS = "ipsecwb.test.screenshots";

    /** What the names of the screenshots begin with. */
    static final String LOOK = "ipsecwb.test.look";

    private WindowSuite() {}

    /** The file of a screenshot. */
    static Path screenshot(String name) {
        return Path.of(System.getProperty(SCREENSHOTS)).resolve(System.getProperty(LOOK) + "-" + name + ".png");
    }

    @SafeVarargs
    static void run(String look, String lookAndFeel, Class<? extends WindowCase>... insides) throws Exception {
        assumeTrue(
                System.getenv("DISPLAY") != null,
                "no display, so no window test; ipsecwb verify starts one, or: xvfb-run mvn verify");
        Path target = Path.of(System.getProperty("all.clusters")).getParent();
        Path work = target.resolve("windows-" + look);
        Path screenshots = Files.createDirectories(target.resolve("screenshots"));
        delete(work);
        Path preferences = Files.createDirectories(work.resolve("userdir0/config/Preferences"));
        Files.writeString(preferences.resolve("laf.properties"), "laf=" + lookAndFeel + "\n");
        Path home = Files.createDirectories(work.resolve("home"));
        System.setProperty("nbjunit.workdir", work.toString());
        System.setProperty(SCREENSHOTS, screenshots.toString());
        System.setProperty(LOOK, look);
        System.setProperty("user.home", home.toString());
        List<Path> left = new ArrayList<>();
        NbModuleSuite.Configuration configuration = NbModuleSuite.emptyConfiguration();
        for (Class<? extends WindowCase> inside : insides) {
            configuration = configuration.addTest(inside);
            for (Method method : inside.getMethods()) {
                if (method.getName().startsWith("test")) {
                    left.add(screenshot(method.getName()));
                    Files.deleteIfExists(screenshot(method.getName()));
                }
            }
        }

        TestResult result = new TestResult();
        URL jemmy = new File(System.getProperty("jemmy.jar")).toURI().toURL();
        configuration
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
        assertEquals(
                List.of(), left.stream().filter(file -> !Files.exists(file)).toList(), "tests inside that did not run");
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
