package org.ipsecworkbench.ikelogbrowser.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ikelogbrowser.Lab;
import org.ipsecworkbench.ikelogbrowser.detail.Comparison.Row;
import org.ipsecworkbench.ikelogbrowser.ladder.LadderPicture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordsTest {
    @Test
    void aFailureIsExplainedWithItsNextStep() throws Exception {
        Negotiation failed = Lab.read("c01_ikev1_psk_mismatch").negotiations().get(0);
        assertEquals("Failed: authentication", Words.headline(failed));
        assertEquals("IKEv1 main mode", Words.exchange(failed));
        List<String> reasons = Words.reasons(failed);
        assertTrue(reasons.get(0).startsWith("Why: The peer could not read"), reasons.get(0));
        assertTrue(reasons.get(1).startsWith("Next: Compare the pre-shared keys"), reasons.get(1));
    }

    @Test
    void aSuccessNamesItsSecurityAssociations() throws Exception {
        Negotiation succeeded =
                Lab.read("b01_ikev1_psk_transport").negotiations().get(0);
        assertEquals("Established", Words.headline(succeeded));
        String reason = Words.reasons(succeeded).get(0);
        assertTrue(reason.matches("It led to \\d+ IPsec SAs?: ESP [0-9a-f]{8}.*\\."), reason);
    }

    @Test
    void everyEndingHasAShapeOfItsOwn() {
        assertEquals(
                Ending.values().length,
                Stream.of(Ending.values()).map(Ending::mark).distinct().count());
    }

    @Test
    void theSummaryCountsByOutcome() throws Exception {
        IkeReport sweep = Lab.read("t05_ike_scan_sweep");
        assertEquals("2 failed, 3 did not end; 12 messages", Words.summary(sweep, List.of(Source.Kind.CAPTURE)));
        assertEquals("2 failed, 3 did not end; 12 events", Words.summary(sweep, List.of(Source.Kind.WFP)));
        assertEquals(
                "2 failed, 3 did not end; 12 messages and events",
                Words.summary(sweep, List.of(Source.Kind.EVENTS, Source.Kind.OAKLEY)));
    }

    @Test
    void aSoftSaIsInClearAndNotAmongTheFailed() throws Exception {
        Negotiation one = Lab.read("c01_ikev1_psk_mismatch").negotiations().get(0);
        assertEquals("Failed: authentication", Words.headline(one));
        Negotiation soft = new Negotiation(
                one.cookies(),
                one.initiator(),
                one.responder(),
                one.module(),
                one.mode(),
                one.authentication(),
                one.outcome(),
                one.failure(),
                true,
                one.offered(),
                one.chosen(),
                one.children(),
                one.notes(),
                one.steps(),
                one.droppedSteps(),
                one.disclosure(),
                one.renewals());
        assertEquals("In clear: soft SA", Words.headline(soft));
        assertEquals(Ending.IN_CLEAR, Ending.of(soft));
        Source source = new Source("a", Source.Kind.OAKLEY);
        assertEquals(
                "1 in clear (soft SA), 1 failed; 2 messages",
                Words.summary(new IkeReport(source, 2, List.of(one, soft), List.of()), List.of(Source.Kind.CAPTURE)));
    }

    @Test
    void whatWasOfferedStandsBesideWhatWasAccepted() throws Exception {
        List<Row> rows =
                Comparison.of(Lab.read("c01_ikev1_psk_mismatch").negotiations().get(0));
        assertEquals(new Row("Encryption", List.of("aes-cbc 128"), "aes-cbc 128", false), rows.get(0));
        assertEquals(new Row("Hash", List.of("sha2-256"), "sha2-256", false), rows.get(1));
    }

    @Test
    void nothingAcceptedIsEmpty() throws Exception {
        Negotiation unanswered = Lab.read("t05_ike_scan_sweep").negotiations().stream()
                .filter(one -> one.responder().equals("10.145.0.20"))
                .findFirst()
                .orElseThrow();
        List<Row> rows = Comparison.of(unanswered);
        assertEquals(new Row("Encryption", List.of("3des-cbc", "des-cbc"), "", false), rows.get(0));
    }

    @Test
    void theFirstAttributeThatIsAcceptedOtherwiseThanOfferedIsMarked() throws Exception {
        Negotiation one = Lab.read("c01_ikev1_psk_mismatch").negotiations().get(0);
        Negotiation other = Lab.read("t05_ike_scan_sweep").negotiations().get(0);
        Negotiation mixed = new Negotiation(
                one.cookies(),
                one.initiator(),
                one.responder(),
                one.module(),
                one.mode(),
                one.authentication(),
                one.outcome(),
                null,
                other.offered(),
                one.chosen(),
                List.of(),
                List.of(),
                List.of(),
                0);
        List<String> marked = Comparison.of(mixed).stream()
                .filter(Row::firstDifference)
                .map(Row::name)
                .toList();
        assertEquals(List.of("Encryption"), marked);
    }

    @Test
    void aMessageIsTextDownToItsProposals() throws Exception {
        Negotiation failed = Lab.read("c01_ikev1_psk_mismatch").negotiations().get(0);
        String text = MessageText.of(failed.steps().get(0), Origins.NONE);
        assertTrue(text.contains("Evidence: packet 3 of c01_ikev1_psk_mismatch\n"), text);
        assertTrue(text.contains("\n        aes-cbc 128, sha2-256, group 14, preshared-key\n"), text);
        assertTrue(text.contains("NAT traversal (RFC 3947): 4a131c81"), text);
    }

    @Test
    void aNegotiationIsTextFromItsOutcomeToItsLastStep() throws Exception {
        String text = NegotiationText.of(
                Lab.read("c01_ikev1_psk_mismatch").negotiations().get(0));
        assertTrue(text.startsWith("Failed: authentication\n10.13.0.10 -> 10.13.0.20, IKEv1 main mode"), text);
        assertTrue(text.endsWith("[packet 16]\n"), text);
    }

    @Test
    void anExportedFileGetsTheEndingOfItsKind() {
        assertEquals("a.svg", name("a", "svg"));
        assertEquals("a.PNG", name("a.PNG", "svg"));
        assertEquals("a.txt", name("a.txt", "png"));
        assertEquals("a.b.png", name("a.b", "png"));
        assertEquals("svg.txt", name("svg", "txt"));
    }

    @Test
    void aLadderIsWrittenAsWhatItsEndingSays(@TempDir Path folder) throws Exception {
        Negotiation failed = Lab.read("c01_ikev1_psk_mismatch").negotiations().get(0);
        LadderPicture picture = new LadderPicture(failed, "Failed", new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        String text = NegotiationText.of(failed);
        for (String ending : List.of("svg", "PNG", "txt")) {
            LadderExport.writeNow(picture, text, folder.resolve("ladder." + ending));
        }
        assertEquals(text, Files.readString(folder.resolve("ladder.txt")));
        assertTrue(Files.readString(folder.resolve("ladder.svg")).contains("<svg"));
        assertEquals(1800, ImageIO.read(folder.resolve("ladder.PNG").toFile()).getWidth());
    }

    private static String name(String chosen, String ending) {
        return LadderExport.named(new File(chosen), ending).toString();
    }
}
