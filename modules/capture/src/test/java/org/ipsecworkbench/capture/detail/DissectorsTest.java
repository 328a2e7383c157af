package org.ipsecworkbench.capture.detail;

import static org.ipsecworkbench.capture.testing.Packets.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.ipsecworkbench.capture.Detail;
import org.junit.jupiter.api.Test;

/** Protocols that no lab capture holds, and packets that contradict themselves; made here. */
class DissectorsTest {
    private static final String A = "10.0.0.1";
    private static final String B = "10.0.0.2";
    private static final String A6 = "2001:db8::1";
    private static final String B6 = "2001:db8::2";

    @Test
    void aWrongHeaderChecksumSaysWhatWouldBeRight() {
        List<Detail> tree = tree(ethernet(IPV4, with(ipv4(UDP, A, B, udp(1, 2, bytes(4))), 10, 0x55)));
        Detail checksum = one(tree, "IPv4/Header checksum");
        assertEquals(Detail.State.WRONG, checksum.state());
        assertTrue(checksum.value().matches("0x55.. ?, wrong: 0x.... would be right"), checksum.value());
        assertEquals(Detail.State.WRONG, tree.get(2).worst());
        assertEquals(Detail.State.SOUND, tree.get(1).worst());
    }

    @Test
    void whatIsCutSaysHowMuchIsThere() {
        byte[] frame = ethernet(IPV4, ipv4(UDP, A, B, udp(1, 2, bytes(100))));
        List<Detail> tree =
                PacketDetailsTest.checked(ByteBuffer.wrap(frame, 0, 37).slice(), 1, frame.length);
        Detail port = one(tree, "UDP/Destination port");
        assertEquals("cut: 1 of 2 bytes captured", port.value());
        assertEquals(Detail.State.CUT, port.state());
        assertEquals(36, port.offset());
        assertEquals(1, port.length());
    }

    @Test
    void espWithoutEvidenceStaysClosedAndWithEvidenceOpens() {
        byte[] inner = checked(UDP, A, B, udp(7777, 7778, "hello".getBytes(StandardCharsets.UTF_8)));
        List<Detail> tree =
                tree(ethernet(IPV4, ipv4(ESP, A, B, espNull(0xc0ffee01, 9, bytes(0), UDP, inner, bytes(12)))));
        assertEquals(
                "SPI 0xc0ffee01, sequence 9, read as ESP-NULL", one(tree, "ESP").value());
        assertEquals("17 (UDP)", one(tree, "ESP/Next header").value());
        assertEquals("7777 → 7778", one(tree, "UDP").value());
        List<Detail> closed = tree(ethernet(IPV4, ipv4(ESP, A, B, esp(0xc0ffee01, 9, bytes(64)))));
        assertTrue(Trees.at(closed, "ESP/Next header").isEmpty());
    }

    @Test
    void port4500TellsKeepaliveIkeAndEspApart() {
        assertEquals(
                "0xff",
                one(udpTree(4500, new byte[] {-1}), "NAT keepalive/Keepalive").value());
        assertEquals(
                "IKEv2 IKE_AUTH",
                one(udpTree(4500, nonEspMarker(isakmp(0x20, 35))), "ISAKMP").value());
        assertEquals(
                "0x00000007",
                one(udpTree(4500, esp(7, 1, bytes(32))), "ESP/SPI").value());
    }

    @Test
    void ikeAndEspInTcpAreRead() {
        byte[] ike = join(hex("494b45544350"), hex("0022"), nonEspMarker(isakmp(0x20, 34)));
        assertEquals("IKEv2 IKE_SA_INIT", one(tcpTree(4500, ike), "ISAKMP").value());
        byte[] esp = join(hex("0012"), esp(0x1234, 1, bytes(8)));
        assertEquals("0x00001234", one(tcpTree(4500, esp), "ESP/SPI").value());
    }

    @Test
    void tunnelsAreFollowedToTheInnermostPacket() {
        byte[] inner = ipv4(UDP, A, B, udp(5, 6, bytes(3)));
        byte[] inner6 = ipv6(UDP, A6, B6, udp(5, 6, bytes(3)));
        assertInner(ethernet(IPV4, ipv4(IP_IN_IP, A, B, inner)));
        assertInner(ethernet(IPV4, ipv4(GRE, A, B, gre(IPV4, inner))));
        assertInner(ethernet(IPV4, ipv4(GRE, A, B, gre(BRIDGED, ethernet(IPV4, inner)))));
        assertInner(ethernet(MPLS, mpls(16, false, mpls(17, true, inner))));
        assertInner(ethernet(PPPOE, pppoe(0x0021, inner)));
        assertInner(ethernet(VLAN, vlan(5, IPV4, inner)));
        assertInner(ethernet(IPV4, ipv4(UDP, A, B, udp(9999, 4789, vxlan(42, ethernet(IPV4, inner))))));
        assertInner(ethernet(
                IPV4, ipv4(UDP, A, B, udp(9999, 6081, join(hex("0000655800002a00"), ethernet(IPV4, inner))))));
        assertInner(ethernet(IPV4, ipv4(UDP, A, B, udp(9999, 3544, inner6))));
        assertInner(ethernet(IPV4, ipv4(UDP, A, B, udp(1701, 1701, join(hex("000200010002ff030021"), inner)))));
        assertInner(ethernet(
                IPV6, ipv6(HOP_BY_HOP, A6, B6, extension(DESTINATION, extension(UDP, udp(5, 6, bytes(3)))))));
        assertInner(ethernet(IPV4, ipv4(AH, A, B, ah(IP_IN_IP, 5, inner))));
    }

    private static void assertInner(byte[] frame) {
        List<Detail> tree = tree(frame);
        assertTrue(
                Trees.all(tree, d -> d.name().equals("UDP") && d.value().equals("5 → 6"))
                                .size()
                        == 1,
                () -> Trees.text(tree));
    }

    @Test
    void encryptionOfApplicationsIsNamedAndNotTakenForIpsec() {
        byte[] record = join(hex("1703030005"), bytes(5));
        assertEquals(
                "application encryption, not IPsec",
                one(tcpTree(443, record), "TLS").value());
        byte[] smb = join(hex("00000038fd534d42"), bytes(52));
        assertEquals(
                "encrypted by SMB: application encryption, not IPsec",
                one(tcpTree(445, smb), "SMB3 transform header").value());
    }

    @Test
    void aClientHelloIsTold() {
        List<Detail> tree = tcpTree(443, join(hex("160301000a01000006"), bytes(6)));
        assertEquals("1 (Client hello)", one(tree, "TLS/Handshake/Message").value());
        assertEquals("0x0301 (TLS 1.0)", one(tree, "TLS/Handshake/Version").value());
    }

    @Test
    void smb1TellsItsCommandStatusAndSigning() {
        byte[] header = hex("ff534d42" + "72" + "220000c0" + "88" + "04c0" + "0000" + "0000000000000000" + "0000"
                + "0100" + "0200" + "0300" + "0400" + "00");
        List<Detail> tree = tcpTree(139, join(hex("00000021"), header));
        assertEquals("Negotiate response", one(tree, "SMB").value());
        assertEquals(
                "0xc0000022 (STATUS_ACCESS_DENIED)", one(tree, "SMB/Status").value());
        assertEquals(
                "0xc004 (signed, NT status, Unicode)", one(tree, "SMB/Flags 2").value());
    }

    @Test
    void chainedSmb2MessagesAreShownOneByOne() {
        byte[] first = hex("fe534d424000" + "0000" + "00000000" + "0500" + "0100" + "00000000" + "48000000"
                + "0100000000000000" + "00000000" + "07000000" + "0800000000000000" + "00".repeat(16) + "00".repeat(8));
        byte[] second = hex("fe534d424000" + "0000" + "00000000" + "0600" + "0100" + "0c000000" + "00000000"
                + "0200000000000000" + "00000000" + "07000000" + "0800000000000000" + "11".repeat(16));
        List<Detail> tree = tcpTree(445, join(hex("00000088"), first, second));
        assertEquals(
                List.of("Create request", "Close request, signed"),
                Trees.at(tree, "SMB2").stream().map(Detail::value).toList());
    }

    /** KRB_AP_ERR_MODIFIED from LAB, the error of a wrong computer account. */
    @Test
    void kerberosErrorsHaveNames() {
        byte[] error = hex("7e1d301ba003020105a10302011ea603020129a9051b034c4142aa04300" + "2a000");
        List<Detail> tree = udpTree(88, error);
        assertEquals("KRB-ERROR", one(tree, "Kerberos").value());
        assertEquals(
                "41 (KRB_AP_ERR_MODIFIED)", one(tree, "Kerberos/Error code").value());
        assertEquals("LAB", one(tree, "Kerberos/Realm").value());
    }

    @Test
    void compressedNamesThatLeadInCirclesEnd() {
        byte[] header = hex("123481800001000000000000");
        Detail loop = one(udpTree(53, join(header, hex("c00c00010001"))), "DNS/Question/Name");
        assertEquals(Detail.State.WRONG, loop.state());
        Detail name = one(udpTree(53, join(header, hex("0161016200" + "00010001"))), "DNS/Question/Name");
        assertEquals("a.b", name.value());
        byte[] forward = join(header, hex("c01000010001" + "0161c00c"));
        assertEquals(
                Detail.State.WRONG,
                one(udpTree(53, forward), "DNS/Question/Name").state());
    }

    @Test
    void textOfAPacketCannotDisturbTheTree() {
        byte[] name = join(hex("123401000001000000000000"), hex("040a1b5b6d00" + "00010001"));
        assertEquals("\\x0a\\x1b[m", one(udpTree(53, name), "DNS/Question/Name").value());
    }

    @Test
    void aPacketOfManyFieldsIsShownInPart() {
        byte[] options = bytes(60_000);
        java.util.Arrays.fill(options, (byte) 53);
        byte[] frame = udpPacket(67, join(bytes(236), hex("63825363"), options));
        List<Detail> all = Trees.all(tree(frame), detail -> true);
        assertEquals(Dissection.MAX_NODES, all.size());
        assertTrue(all.stream().anyMatch(d -> d.name().equals("Not shown")));
    }

    @Test
    void headersInsideOneAnotherEnd() {
        byte[] packet = bytes(1);
        for (int i = 0; i < 100; i++) {
            packet = ipv4(IP_IN_IP, A, B, packet);
        }
        List<Detail> tree = tree(ethernet(IPV4, packet));
        assertEquals(1, Trees.at(tree, "Not shown").size());
        assertTrue(tree.size() < 100);
    }

    @Test
    void windowsLeavesChecksumsToTheCardAndTheTreeSaysSo() {
        byte[] packet = ipv4(TCP, A, B, tcp(1, 2, bytes(0)));
        // The sum of the addresses, the protocol and the length, as a host puts it in place of the checksum.
        int pseudo = 0x0a00 + 0x0001 + 0x0a00 + 0x0002 + 6 + 20;
        byte[] frame = with(with(ethernet(IPV4, packet), 50, pseudo >> 8), 51, pseudo);
        assertEquals(
                "0x141d, left to the network card",
                one(tree(frame), "TCP/Checksum").value());
    }

    private static List<Detail> udpTree(int port, byte[] payload) {
        return tree(udpPacket(port, payload));
    }

    private static byte[] udpPacket(int port, byte[] payload) {
        return ethernet(IPV4, ipv4(UDP, A, B, udp(port, 50_000, payload)));
    }

    private static List<Detail> tcpTree(int port, byte[] payload) {
        return tree(ethernet(IPV4, ipv4(TCP, A, B, tcp(port, 50_000, payload))));
    }

    private static List<Detail> tree(byte[] frame) {
        return PacketDetailsTest.checked(ByteBuffer.wrap(frame), 1, frame.length);
    }

    private static Detail one(List<Detail> tree, String path) {
        List<Detail> found = Trees.at(tree, path);
        assertEquals(1, found.size(), () -> path + " in\n" + Trees.text(tree));
        return found.get(0);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
