package org.ipsecworkbench.ike.isakmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.ike.Bytes;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Payload;
import org.ipsecworkbench.ike.testing.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each payload by its specification; the bytes are made by hand from the RFCs. */
class DissectorTest {
    /** DOI and situation, one proposal of ISAKMP with one transform: 3DES, SHA-1, group 2, and an authentication method. */
    private static String phase1(String authentication) {
        return "00000001 00000001" + "00000028 01 01 00 01" + "00000020 01 01 0000" + "80010005 80020002 80040002 8003"
                + authentication + "800b0001 800c7080";
    }

    private static final String MICROSOFT = "1e2b516905991c7d7c96fcbfb587e461 00000008";

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Payload only(IkeMessage message) {
        assertEquals(List.of(), message.problems());
        assertEquals(1, message.payloads().size());
        return message.payloads().get(0);
    }

    @Test
    void theHeaderIsThatOfRfc2408() {
        IkeMessage message = Messages.version1(2).payload(10, "00").read();
        assertEquals("0123456789abcdef", message.cookies().initiatorHex());
        assertEquals("1122334455667788", message.cookies().responderHex());
        assertEquals(1, message.major());
        assertEquals("identity protection", message.exchangeName());
        assertEquals(33, message.length());
        assertFalse(message.encrypted());
    }

    @Test
    void anOfferOfPhase1IsNamed() {
        Payload.SecurityAssociation sa = assertInstanceOf(
                Payload.SecurityAssociation.class,
                only(Messages.version1(2).payload(1, phase1("0001")).read()));
        assertEquals(1, sa.proposals().size());
        assertEquals("isakmp", sa.proposals().get(0).protocol());
        assertEquals(
                "3des-cbc, sha1, group 2, preshared-key",
                sa.proposals().get(0).transforms().get(0).label());
        assertEquals(
                "28800",
                sa.proposals()
                        .get(0)
                        .transforms()
                        .get(0)
                        .attribute("lifeSeconds")
                        .orElseThrow());
    }

    @Test
    void anOfferThatWasMetBeforeIsReadAlikeWithinTheSameLimits() {
        IkeMessage one = Messages.version1(2).payload(1, phase1("0003")).read();
        IkeMessage other = Messages.version1(2).payload(1, phase1("0003")).read();
        assertEquals(one, other);
        Bytes met = Bytes.wrap(Messages.version1(2).payload(1, phase1("0003")).bytes());
        Bytes unmet = Bytes.wrap(Messages.version1(2).payload(1, phase1("0007")).bytes());
        for (int payloads = 1; payloads < 12; payloads++) {
            IkeLimits few = new IkeLimits(payloads, 50, 1, 1, 1, 1, 1, 1);
            assertEquals(
                    Dissector.read(unmet, few).problems(),
                    Dissector.read(met, few).problems(),
                    payloads + " payloads");
        }
    }

    @Test
    void method65001IsKerberosToWindowsAloneAndXauthToOthers() {
        Payload.SecurityAssociation windows = assertInstanceOf(
                Payload.SecurityAssociation.class,
                Messages.version1(2)
                        .payload(1, phase1("fde9"))
                        .payload(13, MICROSOFT)
                        .read()
                        .payloads()
                        .get(0));
        Payload.SecurityAssociation other = assertInstanceOf(
                Payload.SecurityAssociation.class,
                Messages.version1(2)
                        .payload(1, phase1("fde9"))
                        .payload(13, "09002689dfd6b712")
                        .read()
                        .payloads()
                        .get(0));
        assertEquals(
                "kerberos",
                windows.proposals()
                        .get(0)
                        .transforms()
                        .get(0)
                        .attribute("authentication")
                        .orElseThrow());
        assertEquals(
                "xauth-initiator-preshared",
                other.proposals()
                        .get(0)
                        .transforms()
                        .get(0)
                        .attribute("authentication")
                        .orElseThrow());
    }

    @Test
    void anOfferOfEspNamesItsCipherAndIntegrity() {
        // Proposal 1 of ESP with an SPI, transform 12 (AES) of 256 bits, HMAC-SHA-1, transport.
        String body = "00000001 00000001" + "00000024 01 03 04 01 c1b2a3f4" + "00000018 01 0c 0000"
                + "80060100 80050002 80040002 80030002";
        Payload.SecurityAssociation sa = assertInstanceOf(
                Payload.SecurityAssociation.class,
                only(Messages.version1(32).payload(1, body).read()));
        assertEquals("esp", sa.proposals().get(0).protocol());
        assertEquals("c1b2a3f4", sa.proposals().get(0).spi());
        assertEquals(
                "aes-cbc 256, hmac-sha1, transport, group 2",
                sa.proposals().get(0).transforms().get(0).label());
    }

    @Test
    void anOfferOfIkev2IsOneLine() {
        String body =
                "00000024 01 01 00 03" + "0300000c 01 00 000c 800e0100" + "03000008 02 00 0005" + "00000008 04 00 000e";
        Payload.SecurityAssociation sa = assertInstanceOf(
                Payload.SecurityAssociation.class,
                Messages.version2(34).payload(33, body).read().payloads().get(0));
        assertEquals(
                List.of("aes-cbc 256, hmac-sha2-256, modp2048"),
                sa.proposals().get(0).labels());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0a0b0c0d, ipv4-address, 10.11.12.13",
        "2, 686f73742e6578616d706c65, fqdn, host.example",
        "4, 0a000000ff000000, ipv4-subnet, 10.0.0.0/8",
        "4, 0a000000ff00ff00, ipv4-subnet, 10.0.0.0/255.0.255.0",
        "5, 20010db8000000000000000000000001, ipv6-address, 2001:db8::1",
        "7, 0a0000010a000009, ipv4-range, 10.0.0.1-10.0.0.9",
        "9, 300c310a300806035504030c0161, distinguished-name, CN=a",
        "9, 3003, distinguished-name, 3003",
        "11, cafe, key-id, cafe",
    })
    void identitiesAreText(int type, String data, String name, String text) {
        Payload.Identification id = assertInstanceOf(
                Payload.Identification.class,
                only(Messages.version1(2)
                        .payload(5, String.format("%02x", type) + "1101f4" + data)
                        .read()));
        assertEquals(name, id.idTypeName());
        assertEquals(text, id.text());
        assertEquals(17, id.protocol());
        assertEquals(500, id.port());
    }

    @Test
    void theErrorOfWindowsIsReadFromItsPrivateNotification() {
        Payload.Notify plain = assertInstanceOf(
                Payload.Notify.class,
                only(Messages.version1(5)
                        .payload(11, "00000001 01 00 3039 000035e9")
                        .read()));
        Payload.Notify wrapped = assertInstanceOf(
                Payload.Notify.class,
                only(Messages.version1(5)
                        .payload(11, "00000001 01 00 3039 80073601")
                        .read()));
        assertEquals(13801, plain.win32());
        assertEquals(13825, wrapped.win32());
        assertEquals("microsoft status", plain.notifyName());
    }

    @Test
    void aNotificationOfAuthIpHasAFlagInsteadOfAnSpi() {
        Payload.Notify notify = assertInstanceOf(
                Payload.Notify.class,
                only(Messages.version1(246)
                        .payload(11, "00000001 01 04 3039 000035e9")
                        .read()));
        assertEquals(13801, notify.win32());
    }

    @Test
    void deletesNameTheirSpis() {
        Payload.Delete delete = assertInstanceOf(
                Payload.Delete.class,
                only(Messages.version2(37)
                        .payload(42, "03 04 0002 c1b2a3f4 c1b2a3f5")
                        .read()));
        assertEquals("esp", delete.protocol());
        assertEquals(List.of("c1b2a3f4", "c1b2a3f5"), delete.spis());
    }

    @ParameterizedTest
    @CsvSource({
        "1e2b516905991c7d7c96fcbfb587e46100000009, 'Microsoft IKE of Windows 8, Server 2012 or later'",
        "1e2b516905991c7d7c96fcbfb587e461000000ff, Microsoft IKE",
        "4048b7d56ebce88525e7de7f00d6c2d380000000, IKE fragmentation of Microsoft and Cisco",
        "4f452d4c696272657377616e2d342e3130, libreswan (OE-Libreswan-4.10)",
        "68656c6c6f, hello",
        "00010203, ''",
    })
    void vendorsAreNamedByTheLongestBeginning(String id, String vendor) {
        Payload.VendorId payload = assertInstanceOf(
                Payload.VendorId.class,
                only(Messages.version1(2).payload(13, id).read()));
        assertEquals(vendor, payload.vendor());
        assertEquals(id, payload.id().hex());
    }

    @Test
    void trafficSelectorsAreRanges() {
        Payload.TrafficSelectors selectors = assertInstanceOf(
                Payload.TrafficSelectors.class,
                only(Messages.version2(35)
                        .payload(44, "01000000 07 06 0010 0050 0051 0a000001 0a000009")
                        .read()));
        assertEquals(List.of(new Payload.Selector(6, 80, 81, "10.0.0.1", "10.0.0.9")), selectors.selectors());
    }

    @Test
    void configurationsHideSecrets() {
        String body = "01000007" + "40880000" + "40890003" + hex("bob") + "408a0006" + hex("secret");
        Payload.Configuration configuration = assertInstanceOf(
                Payload.Configuration.class,
                only(Messages.version1(6).payload(14, body).read()));
        assertEquals(
                List.of("xauth-type", "xauth-user-name=bob", "xauth-user-password=(not shown)"),
                configuration.attributes());
    }

    @Test
    void gssTokensNameTheirMechanism() {
        Payload.GssToken kerberos = assertInstanceOf(
                Payload.GssToken.class,
                only(Messages.version1(2)
                        .payload(129, "600f 0609 2a864886f712010202 010000")
                        .read()));
        Payload.GssToken ntlm = assertInstanceOf(
                Payload.GssToken.class,
                only(Messages.version1(243)
                        .payload(129, "00000000" + hex("NTLMSSP") + "00 01000000")
                        .read()));
        assertEquals("Kerberos 5", kerberos.mechanism());
        assertEquals("NTLM", ntlm.mechanism());
    }

    @Test
    void eapIsNamed() {
        Payload.Eap eap = assertInstanceOf(
                Payload.Eap.class,
                only(Messages.version2(35)
                        .payload(48, "01 07 0009 1a 01 02 03 04")
                        .read()));
        assertEquals("mschapv2", eap.methodName());
    }

    @Test
    void whatIsEncryptedIsOnePayloadOfWhichOnlyTheTypeIsKnown() {
        IkeMessage first = Messages.version1(2).flags(1).payload(5, "00112233").read();
        IkeMessage second = Messages.version2(35).payload(46, "00112233").read();
        assertTrue(first.encrypted());
        assertTrue(second.encrypted());
        assertEquals(5, assertInstanceOf(Payload.Encrypted.class, only(first)).first());
        assertInstanceOf(Payload.Encrypted.class, only(second));
    }

    @Test
    void anUnknownPayloadIsBytesWithItsNumber() {
        Payload.Opaque opaque = assertInstanceOf(
                Payload.Opaque.class,
                only(Messages.version1(2).payload(200, "cafe").read()));
        assertEquals("payload 200", opaque.header().name());
        assertEquals("cafe", opaque.data().hex());
    }

    @Test
    void aPayloadShorterThanItsHeaderEndsTheChain() {
        byte[] bytes = Messages.version1(2).payload(13, "00").payload(13, "00").bytes();
        bytes[28 + 5 + 3] = 3;
        IkeMessage message = Messages.read(bytes);
        assertEquals(1, message.payloads().size());
        assertEquals("offset 35", message.problems().get(0).where());
    }

    @Test
    void aPayloadLongerThanTheMessageIsCut() {
        byte[] bytes = Messages.version1(2).payload(13, "0001").bytes();
        bytes[28 + 3] = 99;
        IkeMessage message = Messages.read(bytes);
        assertEquals(1, message.problems().size());
        assertEquals(
                2,
                assertInstanceOf(Payload.VendorId.class, message.payloads().get(0))
                        .id()
                        .length());
    }

    @Test
    void aMessageThatAnnouncesMoreThanIsThereSaysSo() {
        byte[] bytes = Messages.version1(2).payload(13, "0001").bytes();
        bytes[24] = (byte) 0xff;
        IkeMessage message = Messages.read(bytes);
        assertEquals(0xff00_0022L, message.length());
        assertEquals("offset 24", message.problems().get(0).where());
        assertEquals(1, message.payloads().size());
    }

    @Test
    void nothingButHeadersInsideASecurityAssociationIsAProblemAndNoLoop() {
        // A proposal that says that it has zero bytes.
        IkeMessage message = Messages.version1(2)
                .payload(1, "00000001 00000001 02000000 01 01 00 01")
                .read();
        assertEquals(1, message.problems().size());
        assertInstanceOf(Payload.SecurityAssociation.class, message.payloads().get(0));
    }

    @Test
    void thousandsOfPayloadsAreNotAllRead() {
        Messages messages = Messages.version1(2);
        for (int i = 0; i < 5000; i++) {
            messages.payload(13, "");
        }
        IkeMessage message = messages.read();
        assertEquals(4096, message.payloads().size());
        assertEquals(
                List.of("There are too many payloads; what follows is left out."),
                message.problems().stream().map(Problem::what).toList());
    }
}
