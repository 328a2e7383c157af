package org.ipsecworkbench.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import junit.framework.TestFailure;
import junit.framework.TestResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netbeans.junit.NbModuleSuite;
import org.netbeans.junit.NbTestCase;
import org.openide.modules.ModuleInfo;
import org.openide.util.Lookup;

/** Starts the module system of the packaged application, without windows, and looks around in it. */
class ModuleSystemTest {

    /** The inside runs in class loaders of its own, so what it did is known by what it wrote. */
    private static final String SEEN = "ipsecwb.test.seen";

    @Test
    void everyModuleIsEnabledAndEveryProviderFound(@TempDir Path folder) throws Exception {
        Path seen = folder.resolve("seen");
        System.setProperty(SEEN, seen.toString());
        TestResult result = new TestResult();
        NbModuleSuite.createConfiguration(Inside.class)
                .gui(false)
                .failOnException(Level.INFO)
                .enableClasspathModules(false)
                .clusters(".*")
                .suite()
                .run(result);

        assertEquals(
                "",
                Stream.concat(Collections.list(result.errors()).stream(), Collections.list(result.failures()).stream())
                        .map(TestFailure::trace)
                        .collect(Collectors.joining("\n")));
        assertTrue(Files.exists(seen), "the test inside the module system did not run");
    }

    /** Runs inside the module system. */
    public static class Inside extends NbTestCase {

        public Inside(String name) {
            super(name);
        }

        public void testModules() throws Exception {
            Set<String> off = new TreeSet<>();
            Set<String> ours = new TreeSet<>();
            for (ModuleInfo module : Lookup.getDefault().lookupAll(ModuleInfo.class)) {
                if (module.getCodeNameBase().startsWith("org.ipsecworkbench.")) {
                    ours.add(module.getCodeNameBase());
                    if (!module.isEnabled()) {
                        off.add(module.getCodeNameBase());
                    }
                }
            }
            assertEquals("modules that are off", Set.of(), off);
            assertEquals(
                    Set.of(
                            "org.ipsecworkbench.branding",
                            "org.ipsecworkbench.capture",
                            "org.ipsecworkbench.captureviewer",
                            "org.ipsecworkbench.certificate",
                            "org.ipsecworkbench.commandline",
                            "org.ipsecworkbench.diagnosis",
                            "org.ipsecworkbench.hostconnection",
                            "org.ipsecworkbench.ike",
                            "org.ipsecworkbench.ikelogbrowser",
                            "org.ipsecworkbench.diagnosisguide",
                            "org.ipsecworkbench.extension",
                            "org.ipsecworkbench.json",
                            "org.ipsecworkbench.lab",
                            "org.ipsecworkbench.policy",
                            "org.ipsecworkbench.policyexplorer",
                            "org.ipsecworkbench.certificateinspector",
                            "org.ipsecworkbench.session",
                            "org.ipsecworkbench.sessionexplorer",
                            "org.ipsecworkbench.workbench"),
                    ours);
            assertProvided("org.ipsecworkbench.capture.spi.CaptureFormat");
            Files.writeString(Path.of(System.getProperty(SEEN)), "modules");
        }

        private static void assertProvided(String service) throws ClassNotFoundException {
            ClassLoader everyModule = Lookup.getDefault().lookup(ClassLoader.class);
            Collection<?> providers = Lookup.getDefault().lookupAll(everyModule.loadClass(service));
            assertFalse("no provider of " + service, providers.isEmpty());
        }
    }
}
