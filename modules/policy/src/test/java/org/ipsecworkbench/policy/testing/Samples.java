package org.ipsecworkbench.policy.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.KeyDigests;
import org.ipsecworkbench.policy.Parsed;
import org.ipsecworkbench.policy.Policies;
import org.ipsecworkbench.policy.Policies.Document;
import org.ipsecworkbench.policy.PolicyLimits;

/** Listings: our own, all synthetic, and where the real ones lie beside the project. */
public final class Samples {
    /** Our own listings. */
    public static final List<String> SYNTHETIC = List.of(
            "synthetic-consec.txt",
            "synthetic-consec-unknown-language.txt",
            "synthetic-static.txt",
            "synthetic-dump.txt",
            "synthetic-netipsec.json",
            "synthetic-consec.reg",
            "synthetic-monitor.txt");

    /** For all keys of the tests. */
    public static final KeyDigests DIGESTS = KeyDigests.random();

    private Samples() {}

    /** Bytes of one of our own listings. */
    public static byte[] bytes(String name) {
        try (InputStream in = Samples.class.getResourceAsStream("/org/ipsecworkbench/policy/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one of our own listings. */
    public static Parsed<HostPolicy> read(String name) {
        return parse(name, bytes(name));
    }

    /** Reads a text. */
    public static Parsed<HostPolicy> text(String text) {
        return parse("text", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads bytes. */
    public static Parsed<HostPolicy> parse(String name, byte[] content) {
        return Policies.parse("host", List.of(new Document(name, content)), PolicyLimits.DEFAULT, DIGESTS);
    }

    /** A folder beside the project, such as {@code corpus/advfirewall}; without it the test is skipped. */
    public static Path shared(String folder) {
        Path found = sharedOrNowhere(folder);
        assumeTrue(Files.isDirectory(found), () -> "no shared material: " + found + " is not there");
        return found;
    }

    /** The same without skipping. */
    public static Path sharedOrNowhere(String folder) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared").resolve(folder))) {
                return at.resolve("shared").resolve(folder);
            }
        }
        return Path.of("shared", folder);
    }

    /** The bytes of all our own listings. */
    public static Stream<byte[]> seeds() {
        return SYNTHETIC.stream().map(Samples::bytes);
    }
}
