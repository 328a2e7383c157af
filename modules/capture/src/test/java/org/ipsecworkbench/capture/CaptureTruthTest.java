package org.ipsecworkbench.capture;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsecworkbench.capture.spi.CaptureFormat;
import org.ipsecworkbench.capture.testing.SharedCaptures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openide.util.Lookup;

/** Holds the engine against what tshark says of two hundred captures beside the project. */
class CaptureTruthTest {
    /** What tshark says is a hint there, not a count to equal: damaged, cut before the class shows, RFC 8229. */
    private static final Set<String> INEXACT = Set.of("malformed", "snaplen", "tcp-encaps");

    /** Our format for those that tshark knows; one that is not installed is not asked for. */
    private static final Map<String, String> FORMATS = Map.ofEntries(
            Map.entry("pcap", "pcap"),
            Map.entry("nsecpcap", "pcap"),
            Map.entry("modpcap", "pcap"),
            Map.entry("suse6_3pcap", "pcap"),
            Map.entry("pcapng", "pcapng"),
            Map.entry("netmon1", "netmon"),
            Map.entry("netmon2", "netmon"),
            Map.entry("snoop", "snoop"),
            Map.entry("ngwsniffer_1_1", "netxray"),
            Map.entry("ngwsniffer_2_0", "netxray"),
            Map.entry("ngsniffer", "sniffer"),
            Map.entry("erf", "erf"));

    static Stream<SharedCaptures.Row> exact() throws IOException {
        Set<String> installed = Lookup.getDefault().lookupAll(CaptureFormat.class).stream()
                .map(CaptureFormat::key)
                .collect(Collectors.toSet());
        return SharedCaptures.index().stream()
                .filter(row -> !INEXACT.contains(row.kind()))
                .filter(row -> installed.contains(FORMATS.getOrDefault(row.format(), "none")));
    }

    @ParameterizedTest
    @MethodSource("exact")
    void everyGroupHasThePacketsAndBytesOfTheTruth(SharedCaptures.Row row) throws IOException {
        JsonNode truth = row.truth();
        Map<String, String> want = new TreeMap<>();
        truth.get("totals_by_group").fields().forEachRemaining(e -> {
            if (e.getValue().get("packets").asLong() > 0) {
                want.put(
                        e.getKey(),
                        e.getValue().get("packets") + " packets, "
                                + e.getValue().get("bytes") + " bytes");
            }
        });
        try (Capture capture = scanned(row)) {
            Coverage coverage = capture.coverage();
            Map<String, Count> groups = new TreeMap<>();
            coverage.classes().forEach((as, count) -> groups.merge(group(as), count, Count::plus));
            Map<String, String> got = new TreeMap<>();
            groups.forEach((group, count) -> got.put(group, count.packets() + " packets, " + count.bytes() + " bytes"));
            assertAll(
                    () -> assertEquals(want, got),
                    () -> assertEquals(truth.get("packets").asLong(), coverage.packets()),
                    () -> assertEquals(truth.get("bytes").asLong(), coverage.bytes()),
                    () -> assertEquals(truth.get("truncated_frames").asLong(), coverage.truncatedPackets()),
                    () -> assertEquals(FORMATS.get(row.format()), coverage.format()),
                    () -> assertTrue(coverage.complete()));
        }
    }

    @ParameterizedTest
    @MethodSource("exact")
    void everyPacketHasTheGroupTimeAndLengthOfTheTruth(SharedCaptures.Row row) throws IOException {
        try (Capture capture = scanned(row)) {
            comparePackets(row, (at, truth) -> {
                Packet ours = capture.packet(at);
                String time = truth.get("t").asText();
                // Where a format counts fractions of a second, tshark rounds another way.
                boolean sameTime = time.isEmpty()
                        ? ours.time() == null
                        : ours.time() != null
                                && Duration.between(ours.time(), instant(time))
                                                .abs()
                                                .toNanos()
                                        <= 1;
                return List.of(
                        truth.get("group").asText() + " " + truth.get("len") + "/" + truth.get("cap") + " " + time,
                        group(ours.trafficClass()) + " " + ours.length() + "/" + ours.capturedLength() + " "
                                + (sameTime ? time : "" + ours.time()));
            });
        }
    }

    /** Of AH around ESP the truth names the SPI of AH, we that of ESP, on which confidentiality depends. */
    @ParameterizedTest
    @MethodSource("exact")
    void everyPacketWithAnSpiHasTheOneOfTheTruth(SharedCaptures.Row row) throws IOException {
        try (Capture capture = scanned(row)) {
            List<Flow> flows = capture.coverage().flows();
            comparePackets(row, (at, truth) -> {
                if (!truth.has("spi") || isAhAroundEsp(truth.get("class"))) {
                    return List.of("", "");
                }
                Flow flow = flows.get(capture.flowOf(at));
                return List.of(
                        truth.get("class").asText() + " "
                                + Long.decode(truth.get("spi").asText()),
                        flow.trafficClass().key() + " " + flow.spi());
            });
        }
    }

    /** What the truth says of a packet, and what we say. */
    private interface Views {
        List<String> of(int at, JsonNode truth);
    }

    private static void comparePackets(SharedCaptures.Row row, Views views) {
        List<String> differences = new ArrayList<>();
        for (JsonNode truth : row.truth().get("per_packet")) {
            int at = truth.get("n").asInt() - 1;
            List<String> both = views.of(at, truth);
            if (!both.get(0).equals(both.get(1))) {
                differences.add("packet " + (at + 1) + ": wanted " + both.get(0) + ", got " + both.get(1));
            }
        }
        assertTrue(
                differences.isEmpty(),
                () -> differences.size() + " packets differ:\n"
                        + String.join("\n", differences.subList(0, Math.min(10, differences.size()))));
    }

    /** Not compared: later fragments, whose SPI tshark does not know, and tunnels, where it names the outer addresses. */
    @ParameterizedTest
    @MethodSource("exact")
    void everySecurityAssociationHasThePacketsAndBytesOfTheTruth(SharedCaptures.Row row) throws IOException {
        JsonNode truth = row.truth();
        for (JsonNode packet : truth.get("per_packet")) {
            if (packet.has("frag") || packet.has("inner")) {
                return;
            }
        }
        Map<String, Count> want = new TreeMap<>();
        for (JsonNode sa : truth.get("esp_sas")) {
            if (isAhAroundEsp(sa.get("cls"))) {
                continue;
            }
            want.merge(
                    sa.get("src").asText() + " " + sa.get("dst").asText() + " "
                            + Long.decode(sa.get("spi").asText()),
                    new Count(sa.get("packets").asLong(), sa.get("bytes").asLong()),
                    Count::plus);
        }
        Map<String, Count> got = new TreeMap<>();
        try (Capture capture = scanned(row)) {
            for (Flow flow : capture.coverage().flows()) {
                if (flow.trafficClass().isProtected()
                        && flow.trafficClass() != TrafficClass.AH_ESP
                        && flow.spi() != 0) {
                    got.merge(flow.source() + " " + flow.destination() + " " + flow.spi(), flow.count(), Count::plus);
                }
            }
        }
        assertEquals(want, got);
    }

    private static boolean isAhAroundEsp(JsonNode trafficClass) {
        return trafficClass.asText().equals("ah+esp");
    }

    private static Capture scanned(SharedCaptures.Row row) throws IOException {
        Capture capture = Capture.open(row.path(), CaptureLimits.DEFAULT, ScanMonitor.NONE);
        capture.scan(ScanMonitor.NONE);
        return capture;
    }

    /** The groups of the truth, as the README of the captures maps them. */
    private static String group(TrafficClass as) {
        return switch (as) {
            case ESP, ESP_UDP, ESP_TCP, AH_ESP -> "esp";
            case AH -> "ah";
            case IKEV1, IKEV2, AUTHIP, NAT_KEEPALIVE -> "ike";
            case ICMP, ICMPV6 -> "icmp";
            case ARP, NON_IP -> "non-ip";
            case UNDECIDABLE -> "undecidable";
            case CLEAR, IPCOMP -> "clear";
        };
    }

    private static Instant instant(String seconds) {
        return Instant.EPOCH.plusNanos(new BigDecimal(seconds).movePointRight(9).longValueExact());
    }
}
