package org.ipsecworkbench.capture.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.Confidentiality;
import org.ipsecworkbench.capture.Detail;
import org.ipsecworkbench.capture.Exemption;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.testing.Golden;
import org.ipsecworkbench.capture.testing.LabCaptures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PacketDetailsTest {
    private static final Path TEXTS = LabCaptures.FOLDER.resolveSibling("detail");

    static List<Path> captures() throws IOException {
        return LabCaptures.all();
    }

    /** Texts that were read and held against RFCs and tshark. */
    @ParameterizedTest
    @CsvSource({
        "arp-request, a01_clear_office, 1",
        "kerberos-request, a01_clear_office, 5",
        "kerberos-over-tcp, a01_clear_office, 12",
        "dns-answer, a01_clear_office, 40",
        "dhcp-offer, a01_clear_office, 49",
        "smb2-error, a01_clear_office, 73",
        "ikev1-main-mode, b01_ikev1_psk_transport, 9",
        "ikev1-encrypted, b01_ikev1_psk_transport, 13",
        "ikev2-behind-nat, l01_natt_ikev2, 5",
        "esp-in-udp, l01_natt_ikev2, 20",
        "esp-null-dns, o01_esp_null_ikev2, 20",
        "ah-http, n01_ah_ikev1, 16",
        "ah-around-esp, n03_ah_plus_esp_manual, 10",
        "neighbour-solicitation, p01_ipv6_ikev2_transport, 1",
        "first-fragment, q04_ikev2_ipfrag, 5",
        "later-fragment, q04_ikev2_ipfrag, 6",
        "qinq, r01_vlan_qinq, 210",
        "cooked, r04_any_sll2_hostview.sll2, 20",
        "netfilter-log, r06_nflog, 20",
        "cut-isakmp, r07_snaplen.s96, 3",
        "icmp-quotes-isakmp, t05_ike_scan_sweep, 7"
    })
    void treesOfLabPacketsStayAsTheyWereFoundRight(String name, String capture, long number) throws IOException {
        Golden.check(TEXTS.resolve(name + ".txt"), Trees.text(Trees.of(LabCaptures.get(capture), number)));
    }

    /** Whatever of a packet is there, its tree keeps inside it. */
    @ParameterizedTest
    @MethodSource("captures")
    void everyBeginningOfEveryLabPacketGivesASoundTree(Path file) throws IOException {
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            int linkType = linkType(capture);
            for (long i = 0; i < capture.packets(); i++) {
                ByteBuffer bytes = capture.bytes(i);
                for (int length = 0; length <= bytes.limit(); length += step(length)) {
                    checked(bytes.slice(0, length), linkType, bytes.limit());
                }
            }
        }
    }

    /** Headers lie in the first bytes; further behind, one beginning is much like the next. */
    private static int step(int length) {
        return length < 160 ? 1 : 61;
    }

    @ParameterizedTest
    @MethodSource("captures")
    void damagedPacketsGiveSoundTrees(Path file) throws IOException {
        Random random = new Random(4711);
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            int linkType = linkType(capture);
            for (long i = 0; i < capture.packets(); i++) {
                for (int round = 0; round < 5; round++) {
                    byte[] bytes = new byte[capture.bytes(i).limit()];
                    capture.bytes(i).get(bytes);
                    for (int change = 0; change <= round; change++) {
                        bytes[random.nextInt(Math.min(bytes.length, 150))] = (byte) random.nextInt();
                    }
                    checked(ByteBuffer.wrap(bytes), linkType, bytes.length);
                }
            }
        }
    }

    @Test
    void theFrameSaysWhyAPacketCounts() throws IOException {
        assertEquals(
                "Counts as in clear unless the hosts were still negotiating: IPsec does not protect it.",
                coverage("a01_clear_office", 3));
        assertEquals("Does not count, though in clear: multicast or broadcast.", coverage("a01_clear_office", 43));
        assertEquals(
                "Counts as protected against change only: this flow's ESP can be read (ESP-NULL).",
                coverage("o01_esp_null_ikev2", 20));
        assertEquals(
                "Counts as protected and encrypted: nothing in this flow's ESP could be read.",
                coverage("l01_natt_ikev2", 20));
    }

    private static String coverage(String capture, long number) throws IOException {
        return Trees.at(Trees.of(LabCaptures.get(capture), number), "Frame/Coverage")
                .get(0)
                .value();
    }

    private static int linkType(Capture capture) {
        String words = Trees.at(capture.details(0), "Frame/Link type").get(0).value();
        return Integer.parseInt(words.split(" ", 2)[0]);
    }

    /** A tree whose places were checked. */
    static List<Detail> checked(ByteBuffer bytes, int linkType, long length) {
        List<Detail> tree = PacketDetails.of(
                bytes,
                new PacketDetails.Facts(
                        0,
                        null,
                        null,
                        length,
                        linkType,
                        TrafficClass.ESP,
                        Exemption.NONE,
                        Confidentiality.READABLE,
                        List.of()));
        List<Detail> all = Trees.all(tree, detail -> true);
        assertTrue(all.size() <= Dissection.MAX_NODES);
        for (Detail detail : all) {
            boolean nowhere = detail.offset() == -1 && detail.length() == 0;
            boolean inside =
                    detail.offset() >= 0 && detail.length() > 0 && detail.offset() + detail.length() <= bytes.limit();
            assertTrue(nowhere || inside, () -> detail + " in " + bytes.limit() + " bytes");
        }
        return tree;
    }
}
