package org.ipsecworkbench.ike.wfp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.EventLimits;
import org.ipsecworkbench.ike.ExplainedEvent;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.IkeWfp;
import org.ipsecworkbench.ike.Mode;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Outcome;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.testing.Captures;
import org.ipsecworkbench.ike.testing.SyntheticLzx;
import org.ipsecworkbench.ike.testing.SyntheticWfp;
import org.ipsecworkbench.ike.xml.TextInput;
import org.ipsecworkbench.ike.xml.XmlFragments;
import org.ipsecworkbench.ike.xml.XmlSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of the filtering platform; entries with negotiations are synthetic, since no real one is known. */
class WfpTest {
    private static final Source SOURCE = new Source("test", Source.Kind.WFP);

    @TempDir
    private Path folder;

    private final List<ExplainedEvent> events = new ArrayList<>();

    private IkeReport read(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("wfp.xml"), content);
        events.clear();
        return IkeWfp.read(file, SOURCE, EventLimits.DEFAULT, IkeLimits.DEFAULT, ScanMonitor.NONE, events::add);
    }

    private IkeReport read(String xml) throws IOException {
        return read(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static Negotiation only(IkeReport report) {
        assertEquals(List.of(), report.problems());
        assertEquals(1, report.negotiations().size());
        return report.negotiations().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "ERROR_IPSEC_IKE_NO_POLICY, IKEEXT_MM_SA_STATE_NONE, no-policy, 13825",
        "13825, 0, no-policy, 13825",
        "0x3601, 0, no-policy, 13825",
        "13805, IKEEXT_MM_SA_STATE_SA_SENT, no-response, 13805",
        "13805, IKEEXT_MM_SA_STATE_FINAL_SENT, authentication, 13805"
    })
    void aFailedMainModeIsExplained(String code, String state, String failureClass, long number) throws IOException {
        Negotiation one = only(read(SyntheticWfp.netEvents(SyntheticWfp.mainModeFailure(code, state, "0"))));
        assertEquals(Outcome.FAILED, one.outcome());
        assertEquals(Mode.MAIN, one.mode());
        assertEquals("192.0.2.1", one.initiator());
        assertEquals("192.0.2.2", one.responder());
        assertNotNull(one.start());
        assertNotNull(one.failure());
        assertEquals(failureClass, one.failure().failureClass().key());
        assertNotNull(one.failure().code());
        assertEquals(number, one.failure().code().value());
    }

    @Test
    void whatWindowsCallsHarmlessIsNoFailure() throws IOException {
        IkeReport report = read(SyntheticWfp.netEvents(SyntheticWfp.mainModeFailure("13902", "0", "1")));
        assertEquals(List.of(), report.negotiations());
        assertEquals(1, report.messages());
    }

    @Test
    void aStateListsItsSasAndBothRootsAreRead() throws IOException {
        IkeReport report = read(SyntheticWfp.state());
        Negotiation one = only(report);
        assertEquals(Outcome.ESTABLISHED, one.outcome());
        assertEquals("0123456789abcdef", one.cookies().initiatorHex());
        assertEquals(2, one.children().size());
        assertEquals(5, report.messages(), "two SAs, and an error and two groups with counters that are not zero");
        ExplainedEvent drops = events.get(2);
        assertEquals(
                "ipsecStatistics/aggregateDropPacketStatistics", drops.event().channel());
        assertNotNull(drops.failure());
        assertEquals(1, events.get(1).event().fields().size(), "counters at zero say nothing");
        assertTrue(
                events.stream().anyMatch(event -> event.meaning().contains("this error since the service started: 7")));
        assertEquals(report, read(("\ufeff" + SyntheticWfp.state()).getBytes(StandardCharsets.UTF_16LE)));
    }

    @Test
    void aDroppedPacketIsAnEventAndNoNegotiation() throws IOException {
        IkeReport report = read(SyntheticWfp.netEvents(SyntheticWfp.drop()));
        assertEquals(List.of(), report.negotiations());
        assertNotNull(events.get(0).failure());
        assertEquals(
                13910,
                events.get(0).failure().code() == null
                        ? 0
                        : events.get(0).failure().code().value());
    }

    @Test
    void aCabinetIsUnpacked() throws IOException {
        byte[] xml = SyntheticWfp.netEvents(
                        SyntheticWfp.mainModeFailure("13825", "0", "0").repeat(400))
                .getBytes(StandardCharsets.UTF_8);
        assertTrue(xml.length > 3 * 32_768, "several blocks");
        for (boolean isPacked : List.of(true, false)) {
            byte[] cabinet = SyntheticWfp.cabinet(
                    isPacked, "readme.txt", "no XML".getBytes(StandardCharsets.UTF_8), "wfpdiag.xml", xml);
            IkeReport report = read(cabinet);
            assertEquals(List.of(), report.problems());
            assertEquals(400, report.messages());
        }
        for (SyntheticLzx.Kind kind : SyntheticLzx.Kind.values()) {
            IkeReport report = read(SyntheticWfp.lzxCabinet(
                    kind, "readme.txt", "no XML".getBytes(StandardCharsets.UTF_8), "wfpdiag.xml", xml));
            assertEquals(List.of(), report.problems());
            assertEquals(400, report.messages());
        }
    }

    @Test
    void aDamagedCabinetIsToldAndItsBeginningRead() throws IOException {
        byte[] xml = SyntheticWfp.netEvents(
                        SyntheticWfp.mainModeFailure("13825", "0", "0").repeat(400))
                .getBytes(StandardCharsets.UTF_8);
        byte[] cabinet = SyntheticWfp.cabinet(false, "wfpdiag.xml", xml);
        IkeReport cut = read(Arrays.copyOf(cabinet, 70_000));
        assertTrue(cut.messages() > 50, "entries: " + cut.messages());
        assertTrue(
                cut.problems().stream().anyMatch(problem -> problem.where().equals("cabinet")),
                cut.problems().toString());
        assertEquals(
                1, read(SyntheticWfp.cabinet(true, "other.xml", xml)).problems().size());
        byte[] quantum = cabinet.clone();
        quantum[36 + 6] = 2;
        String what = read(quantum).problems().get(0).what();
        assertTrue(what.contains("Quantum") && what.contains("expand wfpdiag.cab"), what);
        byte[] lzx = SyntheticWfp.lzxCabinet(SyntheticLzx.Kind.VERBATIM, "wfpdiag.xml", xml);
        lzx[lzx.length - 2000] ^= 0x55;
        IkeReport damaged = read(lzx);
        assertTrue(damaged.messages() > 50, "entries: " + damaged.messages());
    }

    @Test
    void everyRealFileIsReadWithoutAnUnexplainedLoss() throws IOException {
        Path corpus = Captures.sharedOrNowhere().resolveSibling("corpus").resolve("wfp");
        assumeTrue(Files.isDirectory(corpus), () -> "no real files: " + corpus + " is not there");
        try (Stream<Path> files = Files.list(corpus)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                byte[] bytes = Files.readAllBytes(file);
                if (name.endsWith(".gz")) {
                    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                        bytes = in.readAllBytes();
                    }
                }
                assertTrue(WfpFiles.recognises(Arrays.copyOf(bytes, Math.min(bytes.length, WfpFiles.HEAD))), name);
                IkeReport report = read(bytes);
                assertEquals(List.of(), report.negotiations(), name);
                assertEquals(Map.of(), unaccounted(bytes), name);
                // Parts that run to the end of their file close what they did not open.
                assertEquals(
                        name.endsWith("to-eof.xml") ? 1 : 0, report.problems().size(), name + report.problems());
            }
        }
    }

    /** Lists of the platform that are policy or other traffic, and no negotiations or SAs. */
    private static final Set<String> ELSEWHERE = Set.of(
            "timeStamp",
            "sessions",
            "layers",
            "providers",
            "providerContexts",
            "subLayers",
            "subscriptions",
            "filters",
            "aleConnectedEndpoints",
            "dynamicKeywordAddresses",
            // Parts that were cut out of those lists.
            "layer",
            "providerContext",
            "item");

    /** Values by the list that they are in, of lists that are neither read nor known to be of something else. */
    private static Map<String, Integer> unaccounted(byte[] bytes) throws IOException {
        Map<String, Integer> lost = new TreeMap<>();
        Deque<String> path = new ArrayDeque<>();
        XmlSink count = new XmlSink() {
            private String text = "";

            @Override
            public void start(String name, Map<String, String> attributes, long line) {
                path.addLast(name);
                text = "";
            }

            @Override
            public void text(String more) {
                text += more;
            }

            @Override
            public void end(String name) {
                List<String> names =
                        path.stream().filter(one -> !ROOTS.contains(one)).toList();
                String list = names.isEmpty() ? name : names.get(0);
                boolean isTime = name.endsWith("NegotiationTime");
                boolean isRead = list.equals("ikeextStatistics")
                        || list.equals("ipsecStatistics")
                        || list.equals("ikeextSas")
                        || list.equals("ipsecSaContexts")
                        || list.equals("netEvents");
                if (!text.isBlank() && !isRead && !isTime && !ELSEWHERE.contains(list)) {
                    lost.merge(list + "/" + name, 1, Integer::sum);
                }
                text = "";
                path.pollLast();
            }
        };
        XmlFragments.read(
                TextInput.reader(new ByteArrayInputStream(bytes)), EventLimits.DEFAULT, new ProblemLog(50), count);
        return lost;
    }

    private static final Set<String> ROOTS = Set.of("wfpstate", "wfpdiag", "firewallState");
}
