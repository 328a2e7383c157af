package org.ipsecworkbench.ike.oakley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.OakleyLimits;
import org.ipsecworkbench.ike.OakleyLogs;
import org.ipsecworkbench.ike.OakleyReport;
import org.ipsecworkbench.ike.Outcome;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.Step;
import org.ipsecworkbench.ike.testing.SyntheticLog;
import org.ipsecworkbench.ike.testing.SyntheticLogs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Synthetic logs, since no real one was at hand. */
class OakleyLogsTest {
    private static final Source SOURCE = new Source("Oakley.log", Source.Kind.OAKLEY);
    private static final Map<String, SyntheticLog> LOGS = SyntheticLogs.all();

    static OakleyReport read(byte[] log) throws IOException {
        return read(log, LocalDate.of(2004, 6, 1), OakleyLimits.DEFAULT, IkeLimits.DEFAULT);
    }

    private static OakleyReport read(byte[] log, LocalDate notAfter, OakleyLimits limits, IkeLimits ikeLimits)
            throws IOException {
        return OakleyLogs.read(
                new ByteArrayInputStream(log),
                log.length,
                SOURCE,
                notAfter,
                ZoneId.of("UTC"),
                limits,
                ikeLimits,
                ScanMonitor.NONE);
    }

    private static Negotiation only(String name) throws IOException {
        SyntheticLog log = LOGS.get(name);
        assertNotNull(log, name);
        return only(log.bytes());
    }

    private static Negotiation only(byte[] log) throws IOException {
        OakleyReport report = read(log);
        assertEquals(1, report.report().negotiations().size());
        assertEquals(List.of(), report.report().problems());
        return report.report().negotiations().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "established, 'established - -'",
        "responder, 'incomplete - -'",
        "no-response, 'failed no-response 13805'",
        "no-policy, 'failed no-policy 13825'",
        "proposal, 'failed proposal 14'",
        "selectors, 'failed selectors 18'",
        "preshared-key, 'failed no-response 13805'",
        "authentication, 'failed authentication 13801'",
        "certificate, 'failed certificate 2148081668'",
        "kerberos, 'failed kerberos 2148074257'",
        "peer-deleted, 'failed peer-deleted 13807'",
        "driver, 'failed other 13860'",
        "soft, 'failed other 13844'",
        "silence-then-soft, 'failed no-response -'",
        "unknown, 'failed unknown 15277'",
    })
    void eachEndsForTheReasonThatItsLinesGive(String name, String expected) throws IOException {
        Negotiation one = only(name);
        Failure failure = one.failure();
        Failure.Code code = failure == null ? null : failure.code();
        assertEquals(
                expected,
                one.outcome().key() + " "
                        + (failure == null ? "-" : failure.failureClass().key()) + " "
                        + (code == null ? "-" : code.value()));
    }

    @Test
    void silenceIsToldByWhereItBegan() throws IOException {
        Failure first = only("no-response").failure();
        Failure proof = only("preshared-key").failure();
        assertNotNull(first);
        assertNotNull(proof);
        assertEquals("The peer answered nothing.", first.explanation());
        assertEquals("The first encrypted message of main mode was never answered.", proof.explanation());
    }

    @Test
    void aNegotiationTellsWhoHowAndWhatCameOfIt() throws IOException {
        Negotiation one = only("established");
        assertEquals(SyntheticLog.ME, one.initiator());
        assertEquals(SyntheticLog.PEER, one.responder());
        assertEquals(SyntheticLog.COOKIE_I, one.cookies().initiatorHex());
        assertEquals(SyntheticLog.COOKIE_R, one.cookies().responderHex());
        assertEquals("preshared-key", one.authentication());
        assertEquals(
                List.of("3des-cbc, sha1, group 2, preshared-key", "des-cbc, md5, group 14, preshared-key"),
                one.offered().get(0).labels());
        assertEquals(
                List.of("3des-cbc, sha1, group 2, preshared-key"),
                one.chosen().get(0).labels());
        assertEquals(
                "[esp c29eb5e1 to 10.0.0.1, esp a3e7742 to 10.0.0.2]",
                one.children().stream()
                        .map(child -> child.protocol() + " " + Integer.toHexString(child.spi()) + " to "
                                + child.destination())
                        .toList()
                        .toString());
        assertEquals(Instant.parse("2004-03-05T10:00:00.007Z"), one.start());
        List<String> messages = one.steps().stream()
                .filter(step -> step.direction() != Step.Direction.LOCAL)
                .map(step -> step.direction() + " " + step.summary())
                .toList();
        assertEquals("TO_RESPONDER main mode: security association, vendor id", messages.get(0));
        assertEquals("TO_INITIATOR main mode: security association", messages.get(1));
        assertEquals("TO_RESPONDER main mode: identification, hash (encrypted)", messages.get(4));
        assertEquals(9, messages.size());
    }

    @Test
    void theResponderKnowsWhatWasOfferedAndWhatItTook() throws IOException {
        Negotiation one = only("responder");
        assertEquals(SyntheticLog.PEER, one.initiator());
        assertEquals("", one.responder(), "no line says this host's address");
        assertEquals(2, one.offered().get(0).labels().size());
        assertEquals(
                List.of("3des-cbc, sha1, group 14, kerberos"),
                one.chosen().get(0).labels());
        assertEquals("kerberos", one.authentication());
        assertTrue(one.notes().contains("There is a NAT between the hosts."));
        assertTrue(one.steps().stream().anyMatch(step -> step.summary().equals("Something that no table knows")));
    }

    @Test
    void noLineIsLost() throws IOException {
        for (Map.Entry<String, SyntheticLog> log : LOGS.entrySet()) {
            OakleyReport report = read(log.getValue().bytes());
            TreeSet<Long> told = new TreeSet<>();
            for (Negotiation one : report.report().negotiations()) {
                one.steps().forEach(step -> step.evidence().forEach(evidence -> told.addAll(lines(evidence))));
            }
            report.outside().forEach(line -> told.addAll(lines(line.evidence())));
            String[] lines = log.getValue().text().split("\r\n");
            assertEquals(lines.length, report.lines());
            for (int i = 0; i < lines.length; i++) {
                boolean isBlank = lines[i].endsWith(" ");
                assertEquals(!isBlank, told.contains(i + 1L), log.getKey() + " line " + (i + 1) + ": " + lines[i]);
            }
        }
    }

    private static List<Long> lines(Evidence evidence) {
        return LongStream.rangeClosed(evidence.first(), evidence.last()).boxed().toList();
    }

    @Test
    void aRepeatedMessageIsOneStep() throws IOException {
        Negotiation one = only("no-response");
        Step first = one.steps().stream()
                .filter(step -> step.message() != null)
                .findFirst()
                .orElseThrow();
        assertEquals(6, first.repeats());
        assertTrue(one.notes().contains("Messages were repeated 6 times."));
    }

    @Test
    void threadsThatTakeTurnsAreToldApart() throws IOException {
        String[] one = LOGS.get("established").text().split("(?<=\r\n)");
        String[] other = LOGS.get("no-response")
                .text()
                .replace(":c3c ", ":a04 ")
                .replace("00144F60", "00155A10")
                .replace("00144f60", "00155a10")
                .replace(SyntheticLog.COOKIE_I, "1111111111111111")
                .split("(?<=\r\n)");
        StringBuilder both = new StringBuilder();
        for (int i = 0; i < Math.max(one.length, other.length); i++) {
            both.append(i < one.length ? one[i] : "").append(i < other.length ? other[i] : "");
        }
        List<Negotiation> negotiations = read(both.toString().getBytes(StandardCharsets.ISO_8859_1))
                .report()
                .negotiations();
        assertEquals(
                List.of(Outcome.ESTABLISHED, Outcome.FAILED),
                negotiations.stream().map(Negotiation::outcome).toList());
    }

    @Test
    void aPointerIsUsedAgainForAnotherSa() throws IOException {
        SyntheticLog log = begun().failure("35ed", true, "Preshared key ID.", "Me", "Negotiation timed out")
                .at(10, 5, 0)
                .sa("00144F60", "2222222222222222", "3333333333333333")
                .start("Kerberos")
                .first();
        List<Negotiation> both = read(log.bytes()).report().negotiations();
        assertEquals(2, both.size());
        assertEquals(Outcome.FAILED, both.get(0).outcome());
        assertEquals(Outcome.INCOMPLETE, both.get(1).outcome());
        assertEquals("2222222222222222", both.get(1).cookies().initiatorHex());
    }

    private static SyntheticLog begun() {
        return new SyntheticLog().start("PresharedKey KeyLen 24").first();
    }

    @Test
    void theLengthOfASecretIsNotKept() throws IOException {
        SyntheticLog log =
                new SyntheticLog().line("Auth[0]:PresharedKey KeyLen 24").first();
        String all = only(log.bytes()).steps().stream().map(Step::summary).collect(Collectors.joining("\n"));
        assertTrue(all.contains("policy: Auth[0]:PresharedKey"), all);
        assertFalse(all.contains("24"), all);
        String cut = read("3-05: 10:00:00:7:c3c Auth[0]:PresharedKey KeyLen 24".getBytes(StandardCharsets.US_ASCII))
                .outside()
                .get(0)
                .text();
        assertEquals("Auth[0]:PresharedKey", cut);
    }

    @ParameterizedTest
    @CsvSource({
        "2005-01-03, 2004-12-31T23:59:59.507Z, 2005-01-01T00:00:01.007Z",
        "2005-11-20, 2004-12-31T23:59:59.507Z, 2005-01-01T00:00:01.007Z",
    })
    void theYearChangesAtNewYear(LocalDate notAfter, Instant before, Instant after) throws IOException {
        String text = "12-31: 23:59:59:507:c3c Starting Negotiation: src = 10.0.0.1.0500, dst = 10.0.0.2.0500\r\n"
                + " 1-01: 00:00:01:7:c3c Starting Negotiation: src = 10.0.0.1.0500, dst = 10.0.0.3.0500\r\n";
        List<Negotiation> all = read(
                        text.getBytes(StandardCharsets.US_ASCII), notAfter, OakleyLimits.DEFAULT, IkeLimits.DEFAULT)
                .report()
                .negotiations();
        assertEquals(before, all.get(0).start());
        assertEquals(after, all.get(1).start());
    }

    @ParameterizedTest
    @CsvSource({
        "'3-05: 10:00:00:7:c3c anything', true",
        "'10:00:00:7 Sending: SA = 0x00144F60 to 10.0.0.2', true",
        "'10:00:00 Deleting temporary files', false",
        "'2004-03-05 10:00:00 Sending: SA = 1', false",
        "'no stamp at all', false",
        "'', false",
    })
    void aLogIsKnownByItsStamps(String text, boolean expected) {
        assertEquals(expected, OakleyLogs.isOakley(text.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void aLogOfDecemberReadInJanuaryIsOfLastYear() throws IOException {
        String text = "12-31: 10:00:00:7:c3c Starting Negotiation: src = 10.0.0.1.0500, dst = 10.0.0.2.0500\r\n";
        OakleyReport report = read(
                text.getBytes(StandardCharsets.US_ASCII),
                LocalDate.of(2005, 1, 2),
                OakleyLimits.DEFAULT,
                IkeLimits.DEFAULT);
        assertEquals(
                Instant.parse("2004-12-31T10:00:00.007Z"),
                report.report().negotiations().get(0).start());
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE, \uFEFF", "UTF-16BE, \uFEFF", "UTF-8, \uFEFF", "UTF-8, ''", "windows-1252, ''"})
    void everyEncodingSaysTheSame(Charset charset, String mark) throws IOException {
        String text = LOGS.get("authentication").text().replace("IKE authentication", "Schlüssel: authentication");
        Negotiation expected = only(text.getBytes(StandardCharsets.UTF_8));
        assertTrue(expected.steps().stream().anyMatch(step -> step.summary().contains("Schlüssel")));
        assertEquals(expected, only((mark + text).getBytes(charset)));
        assertEquals(expected, only((mark + text.replace("\r", "")).getBytes(charset)), "with LF alone");
        assertTrue(OakleyLogs.isOakley((mark + text).getBytes(charset)));
    }

    @Test
    void aLogThatIsStillBeingWrittenIsNoDamage() throws IOException {
        byte[] whole = LOGS.get("established").bytes();
        for (int length = 0; length < whole.length; length++) {
            OakleyReport report = read(Arrays.copyOf(whole, length));
            assertEquals(List.of(), report.report().problems());
            for (Negotiation one : report.report().negotiations()) {
                assertTrue(one.outcome() != Outcome.FAILED);
                long cookie = one.cookies().initiator();
                assertTrue(cookie == 0 || one.cookies().initiatorHex().equals(SyntheticLog.COOKIE_I));
            }
        }
    }

    @Test
    void limitsHoldAndAreTold() throws IOException {
        SyntheticLog log = new SyntheticLog();
        for (int i = 0; i < 50; i++) {
            log.sa("0014" + (1000 + i), "%016x".formatted(i + 1), "00000000000000ff")
                    .thread("a" + i)
                    .at(11, 0, i)
                    .first()
                    .line("x".repeat(3000))
                    .thread("b" + i)
                    .line("not of any SA");
        }
        IkeLimits few = new IkeLimits(10, 5, 20, 3, 40, 10, 10, 10);
        OakleyReport report = read(log.bytes(), LocalDate.of(2004, 6, 1), new OakleyLimits(1000, 80, 10, 8, 1), few);
        assertEquals(20, report.report().negotiations().size());
        assertTrue(report.report().negotiations().stream()
                .allMatch(one -> one.steps().size() <= 3
                        && one.steps().stream().allMatch(step -> step.summary().length() < 200)));
        assertEquals(10, report.outside().size());
        assertTrue(report.droppedOutside() >= 40, "and the others are counted");
        assertEquals(2, report.report().problems().size(), "long lines, and too many negotiations");
    }
}
