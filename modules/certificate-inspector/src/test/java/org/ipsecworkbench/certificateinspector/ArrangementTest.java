package org.ipsecworkbench.certificateinspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.certificate.CertificateLimits;
import org.ipsecworkbench.certificate.CertificateSources;
import org.ipsecworkbench.certificate.CertificateSources.Document;
import org.ipsecworkbench.certificate.HostCertificates;
import org.ipsecworkbench.certificate.JudgedHost;
import org.ipsecworkbench.certificate.Requirement;
import org.junit.jupiter.api.Test;

/** Groups, filters and orders of the table; the listings are synthetic. */
class ArrangementTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final String BLOCK = """
            ================ Certificate %1$d ================
            Serial Number: 58000000%1$02d
            Issuer: CN=%2$s, DC=example
             NotBefore: 2026-01-13 10:00
             NotAfter: %3$s 10:00
            Subject: CN=%4$s
            Cert Hash(sha1): 0123456789abcdef0123456789abcdef012345%1$02d
              Key Container = le-IPSec
              Provider = Microsoft Software Key Storage Provider

            """;

    private static final List<CertificateRow> ROWS = rows();

    private static List<CertificateRow> rows() {
        JudgedHost first = judged(
                "SRV1",
                "C:\\>certutil -store My\n" + BLOCK.formatted(1, "Root", "2026-02-13", "old")
                        + BLOCK.formatted(2, "Issuing", "2027-02-13", "srv1"),
                "C:\\>certutil -user -store My\n" + BLOCK.formatted(3, "Root", "2027-02-13", "joe"),
                "C:\\>certutil -store Root\n" + BLOCK.formatted(4, "Root", "2036-02-13", "Root"));
        JudgedHost second =
                judged("SRV2", "C:\\>certutil -store My\n" + BLOCK.formatted(5, "Root", "2026-12-13", "srv2"));
        return CertificateRow.of(List.of(first, second));
    }

    private static JudgedHost judged(String name, String... listings) {
        List<Document> documents = Stream.of(listings)
                .map(listing -> new Document(
                        listing.lines().findFirst().orElseThrow(), listing.getBytes(StandardCharsets.UTF_8)))
                .toList();
        HostCertificates read =
                CertificateSources.parse(name, documents, CertificateLimits.DEFAULT, CertificateSources.Passwords.NONE);
        return new HostCase(read, Requirement.ANY, NOW, Set.of()).judge(ScanMonitor.NONE);
    }

    private static List<String> lines(String words, Choice choice, Grouping by, CertificateColumn column, boolean up) {
        return new Arrangement(words, choice, by, column, up, Set.of())
                .arrange(ROWS).lines().stream()
                        .map(line -> line instanceof Line.Heading heading
                                ? "# " + heading.title()
                                : ((Line.Entry) line).row().subject())
                        .toList();
    }

    @Test
    void storesOfAHostStandTogetherAndThoseOfUsersApart() {
        assertEquals(
                List.of(
                        "# SRV1, computer's own certificates",
                        "old",
                        "srv1",
                        "# SRV1, user's store: does not count",
                        "joe",
                        "# SRV1, authorities",
                        "Root",
                        "# SRV2, computer's own certificates",
                        "srv2"),
                lines("", Choice.ALL, Grouping.HOST, CertificateColumn.SUBJECT, true));
    }

    @Test
    void theReasonWhyAStoreDoesNotCountStandsInItsHeading() {
        Line.Heading heading = new Arrangement(
                        "joe", Choice.ALL, Grouping.NOTHING, CertificateColumn.SUBJECT, true, Set.of())
                .arrange(ROWS).lines().stream()
                        .filter(Line.Heading.class::isInstance)
                        .map(Line.Heading.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertTrue(heading.words().contains("IKE runs as the computer and does not look there."), heading.words());
    }

    @Test
    void withoutGroupsThoseThatDoNotCountStillStandLast() {
        assertEquals(
                List.of("srv2", "srv1", "Root", "old", "# user's store: does not count", "joe"),
                lines("", Choice.ALL, Grouping.NOTHING, CertificateColumn.SUBJECT, false));
    }

    @Test
    void whatEndsFirstIsFirst() {
        assertEquals(
                List.of("old", "srv2", "srv1"),
                lines("", Choice.ALL, Grouping.NOTHING, CertificateColumn.LIFETIME, true)
                        .subList(0, 3));
    }

    @Test
    void allWordsOfTheFilterCount() {
        assertEquals(
                List.of("# Issuing", "srv1"),
                lines("SRV1 issuing", Choice.ALL, Grouping.ISSUER, CertificateColumn.SUBJECT, true));
    }

    @Test
    void attentionIsForWhatHasEndedOrEndsSoon() {
        assertEquals(
                List.of("old", "srv2"),
                lines("", Choice.ATTENTION, Grouping.NOTHING, CertificateColumn.LIFETIME, true));
    }

    @Test
    void aClosedGroupShowsItsHeadingAlone() {
        Arrangement open = new Arrangement("", Choice.ALL, Grouping.HOST, CertificateColumn.SUBJECT, true, Set.of());
        Line.Heading first = (Line.Heading) open.arrange(ROWS).lines().get(0);
        Arrangement closed =
                new Arrangement("", Choice.ALL, Grouping.HOST, CertificateColumn.SUBJECT, true, Set.of(first.key()));
        assertEquals(
                open.arrange(ROWS).lines().size() - 2,
                closed.arrange(ROWS).lines().size());
        assertEquals(5, closed.arrange(ROWS).shown());
    }

    @Test
    void theOneThatIkePicksIsMarked() {
        assertEquals(
                List.of("srv1", "srv2"),
                ROWS.stream()
                        .filter(row ->
                                row.pick() == CertificateRow.Pick.PICKED || row.pick() == CertificateRow.Pick.PROBABLY)
                        .map(CertificateRow::subject)
                        .toList());
    }

    @Test
    void aCertificateOfAUserThatIsElseFitSaysSo() {
        assertTrue(
                ROWS.stream()
                        .filter(row -> row.subject().equals("joe"))
                        .allMatch(row -> row.words().words().startsWith("not in store, else ")),
                ROWS.toString());
    }

    @Test
    void lifetimesAreWords() {
        assertEquals("1 day", new Lifetime(1, 0.5).words());
        assertEquals("ended 2 days ago", new Lifetime(-2, 0).words());
    }
}
