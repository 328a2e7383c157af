package org.ipsecworkbench.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.ipsecworkbench.policy.testing.Samples;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of any content; the seeds are synthetic, and lead into every reader. */
class PolicyFuzzTest {
    /** Small, so that a fuzzer reaches them. */
    private static final PolicyLimits SMALL = new PolicyLimits(1 << 20, 200, 40, 200, 50, 16, 20);

    private static final KeyDigests DIGESTS = KeyDigests.random();

    static Stream<byte[]> seeds() {
        return Stream.concat(
                Samples.seeds(),
                Stream.of(
                        PlatformListingTest.STATE.getBytes(),
                        RegistryListingTest.hive(),
                        PolicyAgentRegistryTest.export()));
    }

    private static Parsed<HostPolicy> read(byte[] input) {
        return Policies.parse("host", List.of(new Policies.Document("file", input)), SMALL, DIGESTS);
    }

    /** Reading never throws and stays inside its limits; every place that it names is a line of the file. */
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "20s")
    void everyFileIsRead(byte[] input) {
        Parsed<HostPolicy> parsed = read(input);
        HostPolicy policy = parsed.model();
        assertTrue(policy.rules().size() <= 2 * SMALL.maxObjects(), "rules are bounded");
        assertTrue(policy.unknown().size() <= SMALL.maxUnknown(), "unknown lines are bounded");
        assertTrue(parsed.problems().size() <= SMALL.maxProblems() + 1, "problems are bounded");
        for (Rule rule : policy.rules()) {
            assertTrue(rule.settings().size() <= 4 * SMALL.maxSettings(), "values are bounded");
            rule.settings().forEach(setting -> {
                assertTrue(setting.value().length() <= SMALL.maxText(), "texts are bounded");
                assertTrue(setting.place().line() >= 0, "lines are no less than none");
            });
        }
        assertEquals(parsed, read(input.clone()), "and read alike again");
    }
}
