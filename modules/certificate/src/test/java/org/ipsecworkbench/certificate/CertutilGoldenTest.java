package org.ipsecworkbench.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsecworkbench.certificate.testing.Shared;
import org.ipsecworkbench.certificate.testing.TestHosts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What is read from each listing, as numbers, dates and codes. The texts of the corpus are other people's and are not repeated; ours
 * lie beside the result. {@code -Dipsecwb.golden=write} writes the results anew.
 */
class CertutilGoldenTest {
    private static final Path OURS = Path.of("src/test/resources/org/ipsecworkbench/certificate");
    private static final boolean WRITE = "write".equals(System.getProperty("ipsecwb.golden"));

    @Test
    void theCorpusIsReadAsBefore() throws IOException {
        check(Shared.folder("corpus/certutil"), "corpus-facts.txt");
    }

    @Test
    void listingsOfOurOwnInManyLanguagesAreReadAlike() throws IOException {
        check(OURS.resolve("synthetic"), "synthetic-facts.txt");
    }

    private static void check(Path samples, String golden) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(samples)) {
            for (Path file : files.sorted().toList()) {
                all.append(file.getFileName()).append('\n');
                facts(TestHosts.read(String.valueOf(file.getFileName()), Files.readAllBytes(file)), all);
            }
        }
        Path expected = OURS.resolve(golden);
        if (WRITE) {
            Files.writeString(expected, all);
        }
        assertEquals(Files.readString(expected), all.toString());
    }

    private static void facts(HostCertificates host, StringBuilder out) {
        for (StoredCertificate one : host.stored()) {
            CertificateFacts facts = one.facts();
            line(
                    out,
                    "certificate",
                    one.number(),
                    one.store().location(),
                    one.store().name(),
                    one.key());
            line(out, "  is", facts.serial(), facts.thumbprint(), facts.isSelfIssued() ? "root" : "issued");
            line(out, "  from", label(facts.notBefore()), "to", label(facts.notAfter()));
            line(
                    out,
                    "  says",
                    facts.key().label(),
                    facts.purposes().map(Object::toString).orElse("purposes unknown"),
                    facts.keyUsage().map(Object::toString).orElse("usage unknown"),
                    facts.names().size() + " names",
                    facts.crls().size() + " lists");
        }
        for (ChainReport chain : host.chains()) {
            line(out, "chain", chain.isWhole() ? "whole" : "in part", chain.orderedErrors());
            for (ChainReport.Element element : chain.elements()) {
                line(
                        out,
                        "  element",
                        element.facts().serial(),
                        element.facts().thumbprint(),
                        element.errors().stream().sorted().toList());
                for (Retrieval fetch : element.retrievals()) {
                    line(out, "    fetch", fetch.kind(), fetch.outcome(), Integer.toHexString(fetch.code()));
                }
            }
        }
        for (RevocationList list : host.lists()) {
            line(out, "list", list.number(), label(list.thisUpdate()), "to", label(list.nextUpdate()));
            line(out, "  revoked", new TreeMap<>(list.revoked()));
        }
        line(out, "cached", host.cached().size(), "strictness", host.strictness());
        host.problems().forEach(problem -> line(out, "problem", problem.what()));
    }

    private static String label(@Nullable Moment moment) {
        return moment == null ? "unknown" : moment.label();
    }

    private static void line(StringBuilder out, Object... parts) {
        out.append("  ")
                .append(Stream.of(parts).map(String::valueOf).collect(Collectors.joining(" ")))
                .append('\n');
    }

    /** All languages tell the same. */
    @Test
    void noLanguageIsReadOtherwise() throws IOException {
        List<String> results;
        try (Stream<Path> files = Files.list(OURS.resolve("synthetic"))) {
            results = files.filter(file -> String.valueOf(file.getFileName()).startsWith("store-my-"))
                    .sorted()
                    .map(CertutilGoldenTest::thumbprints)
                    .distinct()
                    .toList();
        }
        assertEquals(List.of("[a1b2c3d4e5f60718293a4b5c6d7e8f9001122334 PRESENT 5a0000001b]"), results);
    }

    private static String thumbprints(Path file) {
        try {
            return TestHosts.read("listing", Files.readAllBytes(file)).stored().stream()
                    .map(one -> one.facts().thumbprint() + " " + one.key() + " "
                            + one.facts().serial())
                    .toList()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
