package org.ipsecworkbench.application;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the layers: evidence flows down from start and views through engines to the ground, and never back. */
class LayersTest {

    private static final String ROOT = "org.ipsecworkbench.";

    private enum Layer {
        START,
        VIEW,
        VIEWS_SHARE,
        ENGINE,
        /** What stands beside the application and plays its other side. */
        BESIDE,
        GROUND;

        /** Views meet in the selection and in the session, so of their own layer only engines know one another. */
        boolean mayUse(Layer other) {
            return switch (this) {
                case START -> other == ENGINE || other == BESIDE || other == GROUND;
                case VIEW -> other == VIEWS_SHARE || other == ENGINE || other == GROUND;
                case VIEWS_SHARE -> other == ENGINE || other == BESIDE || other == GROUND;
                case ENGINE -> other == ENGINE || other == GROUND;
                case BESIDE -> other == GROUND;
                case GROUND -> false;
            };
        }

        boolean isPlain() {
            return this == ENGINE || this == BESIDE || this == GROUND;
        }
    }

    /** A module's package, and the layer that it belongs to. */
    private static final Map<String, Layer> LAYERS = Map.ofEntries(
            Map.entry("commandline", Layer.START),
            Map.entry("captureviewer", Layer.VIEW),
            Map.entry("ikelogbrowser", Layer.VIEW),
            Map.entry("diagnosisguide", Layer.VIEW),
            Map.entry("policyexplorer", Layer.VIEW),
            Map.entry("certificateinspector", Layer.VIEW),
            Map.entry("sessionexplorer", Layer.VIEW),
            Map.entry("workbench", Layer.VIEWS_SHARE),
            Map.entry("diagnosis", Layer.ENGINE),
            Map.entry("session", Layer.ENGINE),
            Map.entry("policy", Layer.ENGINE),
            Map.entry("certificate", Layer.ENGINE),
            Map.entry("ike", Layer.ENGINE),
            Map.entry("lab", Layer.BESIDE),
            Map.entry("capture", Layer.ENGINE),
            Map.entry("hostconnection", Layer.GROUND),
            Map.entry("json", Layer.GROUND),
            Map.entry("extension", Layer.GROUND));

    /** The engines from the top down: each may use those below it. */
    private static final List<String> ENGINES =
            List.of("diagnosis", "session", "policy", "certificate", "ike", "capture");

    /** What an engine may use; the last are libraries of one engine's field: captures in Zstandard, and live ones. */
    private static final Pattern PLAIN = Pattern.compile("java\\.(?!awt|applet|beans|rmi)"
            + "|javax\\.(crypto|net|security|xml)\\.|javax\\.naming\\.(ldap\\.|InvalidNameException)|org\\.w3c\\.dom\\.|org\\.xml\\.sax\\."
            + "|org\\.ietf\\.jgss\\.|org\\.jspecify\\.|org\\.openide\\.util\\.(lookup\\.|Lookup\\b)"
            + "|com\\.github\\.luben\\.zstd\\.|org\\.pcap4j\\.|de\\.siegmar\\.fastcsv\\."
            + "|com\\.lowagie\\.text\\.|com\\.fasterxml\\.jackson\\.core\\.|org\\.bouncycastle\\.asn1\\."
            + "|org\\.snakeyaml\\.engine\\.");

    /** What a module exports beside its root package and its SPI: what is apart from the rest. */
    private static final Set<String> EXPORTED = Set.of(
            ROOT + "capture.live",
            // Judges added modules, also in the copy that is there before any module is.
            ROOT + "extension.trust",
            // The user's hosts, which need no connection.
            ROOT + "hostconnection.known",
            // WinRM on the wire, which the lab speaks from the other side.
            ROOT + "hostconnection.ntlm",
            ROOT + "hostconnection.wire",
            ROOT + "hostconnection.wsman");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.ipsecworkbench");

    @Test
    void everyModuleHasItsPlace() {
        Set<String> modules = CLASSES.stream().map(LayersTest::module).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(LAYERS.keySet()), modules);
    }

    @Test
    void dependenciesPointDown() {
        classes()
                .should(use(
                        "lower layers only",
                        (from, to) -> !ours(to)
                                || module(from).equals(module(to))
                                || layer(from).mayUse(layer(to))))
                .check(CLASSES);
    }

    @Test
    void enginesUseOnlyThoseBelowThem() {
        classes()
                .should(use(
                        "engines further down only",
                        (from, to) -> !ours(to)
                                || layer(from) != Layer.ENGINE
                                || layer(to) != Layer.ENGINE
                                || ENGINES.indexOf(module(from)) <= ENGINES.indexOf(module(to))))
                .check(CLASSES);
        assertEquals(
                LAYERS.entrySet().stream()
                        .filter(module -> module.getValue() == Layer.ENGINE)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()),
                Set.copyOf(ENGINES));
    }

    @Test
    void internalsStayInsideTheirModule() {
        classes()
                .should(use(
                        "the API and SPI of other modules only",
                        (from, to) -> !ours(to)
                                || module(from).equals(module(to))
                                || to.getPackageName().equals(ROOT + module(to))
                                || to.getPackageName().equals(ROOT + module(to) + ".spi")
                                || EXPORTED.contains(to.getPackageName())))
                .check(CLASSES);
    }

    @Test
    void enginesRunOnAPlainClassPath() {
        classes()
                .should(use(
                        "the JDK without windows, and Lookup",
                        (from, to) -> !layer(from).isPlain()
                                || ours(to)
                                || to.isPrimitive()
                                || PLAIN.matcher(to.getName()).lookingAt()))
                .check(CLASSES);
    }

    @Test
    void everyCommandToAHostIsInTheAuditTrail() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + "hostconnection.HostConnection")
                .should()
                .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("run"))
                        .and(JavaCall.Predicates.target(HasOwner.Predicates.With.owner(
                                JavaClass.Predicates.assignableTo(ROOT + "hostconnection.spi.Transport")))))
                .check(CLASSES);
    }

    @Test
    void modulesFormNoCycle() {
        slices().matching("org.ipsecworkbench.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nullsAreMarkedInEveryPackage() {
        Set<String> unmarked = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            boolean marked = type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
            if (!marked) {
                unmarked.add(type.getPackageName());
            }
        }
        assertTrue(unmarked.isEmpty(), () -> "without @NullMarked in package-info.java: " + unmarked);
    }

    private static boolean ours(JavaClass type) {
        return type.getName().startsWith(ROOT);
    }

    private static String module(JavaClass type) {
        return type.getPackageName().split("\\.")[2];
    }

    private static Layer layer(JavaClass type) {
        return LAYERS.get(module(type));
    }

    private static ArchCondition<JavaClass> use(String description, BiPredicate<JavaClass, JavaClass> allowed) {
        return new ArchCondition<>("use " + description) {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                from.getDirectDependenciesFromSelf().forEach(dependency -> {
                    if (!allowed.test(from, dependency.getTargetClass().getBaseComponentType())) {
                        events.add(SimpleConditionEvent.violated(from, dependency.getDescription()));
                    }
                });
            }
        };
    }
}
