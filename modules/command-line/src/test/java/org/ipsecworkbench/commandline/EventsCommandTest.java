package org.ipsecworkbench.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events and WFP lists on the command line; all inputs are synthetic. */
class EventsCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String MAIN =
            "LocalAddress=192.0.2.1 RemoteAddress=192.0.2.2 KeyModName=%%8222 MMAuthMethod=%%8193";

    @TempDir
    private Path folder;

    private Path events;
    private Path wfp;

    private static String event(int id, int record, String values) {
        StringBuilder xml = new StringBuilder(
                "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
                        + "<Provider Name='Microsoft-Windows-Security-Auditing'/><EventID>" + id
                        + "</EventID><Version>0</Version>"
                        + "<TimeCreated SystemTime='2026-01-02T03:04:0" + record + ".5Z'/><EventRecordID>" + record
                        + "</EventRecordID><Channel>Security</Channel><Computer>a.example</Computer></System><EventData>");
        for (String value : values.isEmpty() ? new String[0] : values.split(" ")) {
            String[] pair = value.split("=");
            xml.append("<Data Name='")
                    .append(pair[0])
                    .append("'>")
                    .append(pair[1].replace('_', ' '))
                    .append("</Data>");
        }
        return xml.append("</EventData></Event>\n").toString();
    }

    @BeforeEach
    void write() throws IOException {
        events = Files.writeString(
                folder.resolve("synthetic-security.xml"),
                event(4624, 1, "TargetUserName=somebody")
                        + event(
                                4653,
                                2,
                                MAIN
                                        + " FailurePoint=%%8199 FailureReason=Negotiation_timed_out State=%%8202 Role=%%8205"
                                        + " InitiatorCookie=0123456789abcdef ResponderCookie=0000000000000000")
                        + event(
                                4653,
                                3,
                                MAIN + " FailurePoint=%%8200 FailureReason=Temps_écoulé State=%%8204 Role=%%8206"
                                        + " InitiatorCookie=1123456789abcdef ResponderCookie=2222222222222222")
                        + event(
                                4650,
                                4,
                                MAIN + " MMCipherAlg=%%8237 MMIntegrityAlg=%%8243 DHGroup=%%8234 Role=%%8205 MMSAID=7")
                        + event(
                                5451,
                                5,
                                "LocalAddress=192.0.2.1 RemoteAddress=192.0.2.2 KeyingModuleName=%%8222 EspAuthType=%%16394"
                                        + " CipherType=%%16402 Role=%%16406 MainModeSaId=7 InboundSpi=16909060"
                                        + " OutboundSpi=84281096")
                        + event(5453, 6, ""));
        wfp = Files.writeString(
                folder.resolve("synthetic-netevents.xml"),
                "<?xml version=\"1.0\"?>\n<netEvents numItems=\"1\"><item><header><timeStamp>2026-01-02T03:04:05.678Z</timeStamp>"
                        + "<localAddrV4>192.0.2.1</localAddrV4><remoteAddrV4>192.0.2.2</remoteAddrV4></header>"
                        + "<type>FWPM_NET_EVENT_TYPE_IKEEXT_QM_FAILURE</type><ikeQmFailure>"
                        + "<failureErrorCode>ERROR_IPSEC_IKE_POLICY_MATCH</failureErrorCode>"
                        + "<failurePoint>IPSEC_FAILURE_PEER</failurePoint><keyingModuleType>IKEEXT_KEY_MODULE_IKEV2</keyingModuleType>"
                        + "<saRole>IKEEXT_SA_ROLE_INITIATOR</saRole></ikeQmFailure></item></netEvents>\n");
    }

    private String plain(String text) {
        return text.replace(folder + "/", "").replace(folder + "\\", "");
    }

    @Test
    void theTextsAreThoseThatWereReadAndFoundRight() throws IOException {
        Run ike = Run.of("ike", events.toString(), wfp.toString());
        assertEquals("", ike.err());
        assertEquals(3, ike.exit());
        Goldens.check("ike/synthetic-events", plain(ike.out()));
        Run explained = Run.of("events", events.toString(), wfp.toString());
        assertEquals(3, explained.exit());
        Goldens.check("events/synthetic-events", plain(explained.out()));
    }

    @Test
    void theSourcesHaveTheKindsOfTheSchema() throws IOException {
        JsonNode sources = JSON.readTree(Run.of("ike", "--format", "json", events.toString(), wfp.toString())
                        .out())
                .path("sources");
        assertEquals("events", sources.path(0).path("kind").asText());
        assertEquals("wfp", sources.path(1).path("kind").asText());
        assertEquals(3, sources.path(0).path("negotiations").size());
        JsonNode failed = sources.path(0).path("negotiations").path(0);
        assertEquals("0123456789abcdef", failed.path("initiatorCookie").asText());
        assertEquals("no-response", failed.path("failure").path("class").asText());
        assertEquals(13805, failed.path("failure").path("code").asInt());
        assertEquals("event 2", failed.path("evidence").path(0).asText());
        JsonNode established = sources.path(0).path("negotiations").path(2);
        assertTrue(established.path("initiatorCookie").isNull());
        assertEquals("01020304", established.path("childSpis").path(0).asText());
    }

    @Test
    void theJsonOfEventsHoldsThoseOfIpsecWithTheirValues() throws IOException {
        JsonNode root = JSON.readTree(
                Run.of("events", "--format", "json", events.toString()).out());
        assertEquals("ipsecwb/events/1", root.path("schema").asText());
        JsonNode source = root.path("sources").path(0);
        assertEquals(6, source.path("total").asInt());
        assertEquals(5, source.path("events").size());
        JsonNode first = source.path("events").path(0);
        assertEquals(4653, first.path("id").asInt());
        assertEquals("%%8222", first.path("fields").path(2).path("raw").asText());
        assertEquals("IKEv1", first.path("fields").path(2).path("meaning").asText());
        assertTrue(source.path("events").path(2).path("failure").isNull());
    }

    @Test
    void whatHoldsNoEventsIsTold() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "nothing\n");
        Run run =
                Run.of("events", text.toString(), folder.resolve("missing.evtx").toString());
        assertEquals(1, run.exit());
        assertTrue(run.err().contains("notes.txt is no file of events"), run.err());
        assertTrue(run.err().contains("missing.evtx does not exist."), run.err());
        assertEquals(4, Run.of("events", text.toString(), wfp.toString()).exit());
        assertEquals(2, Run.of("events").exit());
    }
}
