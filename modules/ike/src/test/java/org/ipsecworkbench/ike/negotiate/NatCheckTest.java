package org.ipsecworkbench.ike.negotiate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ipsecworkbench.ike.Bytes;
import org.ipsecworkbench.ike.Cookies;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.testing.Captures;
import org.ipsecworkbench.ike.testing.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NAT detection; the hashes were computed with another program (Python's hashlib) from the cookies of {@link Messages}. */
class NatCheckTest {
    private static final Cookies COOKIES = new Cookies(0x0123_4567_89ab_cdefL, 0x1122_3344_5566_7788L);
    private static final String ONE = "cda30232a8eb2bdbc85587fb4c2d713c4ea08f0a";
    private static final String OTHER = "42d79bb1ab15586dab255c09a266e830c098b677";
    private static final String WRONG = "00112233445566778899aabbccddeeff00112233";
    private static final int REQUEST = 0x08;
    private static final int RESPONSE = 0x20;

    @ParameterizedTest
    @CsvSource({
        "SHA-1, 192.0.2.1, 500, cda30232a8eb2bdbc85587fb4c2d713c4ea08f0a",
        "SHA-1, 2001:db8::1, 4500, f72f5d0a5faa0a0c8d6451b906b778610ef3d385",
        "MD5, 192.0.2.2, 500, 3d802d31c879fb64c3ced7ce5b6a0d05",
        "SHA-256, 192.0.2.1, 500, e1983e10543236da67b953c6536e90739eaf591e94d296809b5bc8d5b829a279"
    })
    void theHashIsOfCookiesAddressAndPort(String algorithm, String address, int port, String expected) {
        Bytes hash = NatCheck.hash(algorithm, COOKIES, address, port);
        assertNotNull(hash);
        assertEquals(expected, hash.hex());
    }

    /** Hashes that a real host sent: capture ikev1-bug-12610 of Wireshark's tests, IKEv1 with SHA-256. */
    @ParameterizedTest
    @CsvSource({
        "192.168.0.1, 327ddf5cbb8844aa24c749d03fafc34ec6a01ad32cd42a21220df1fa23ffe233",
        "192.168.0.100, f65664362c78f8dc4ef3777a4e8e62a24a8bcdb8f6fd31afef21b12b7f658af1"
    })
    void hashesOfAPublicCaptureFit(String address, String expected) {
        Cookies cookies = new Cookies(0xab3e_0f1f_8bc3_be8eL, 0x3411_e716_3666_43fdL);
        Bytes hash = NatCheck.hash("SHA-256", cookies, address, 500);
        assertNotNull(hash);
        assertEquals(expected, hash.hex());
    }

    @Test
    void whatIsNoAddressHasNoHash() {
        assertNull(NatCheck.hash("SHA-1", COOKIES, "::g", 1));
    }

    /** One message of IKE_SA_INIT with both hashes. */
    private static IkeMessage init(int flags, String source, String destination) {
        return Messages.version2(Exchange.IKE_SA_INIT)
                .flags(flags)
                .payload(41, "00004004" + source)
                .payload(41, "00004005" + destination)
                .read();
    }

    private static Negotiation version2(IkeMessage request, IkeMessage response) {
        return Seen.judged(
                Seen.of(1, true, 500, request),
                Seen.of(2, false, 500, response),
                Seen.of(
                        3,
                        true,
                        4500,
                        Messages.version2(Exchange.IKE_AUTH).flags(REQUEST).read()));
    }

    @Test
    void withoutANatAllHashesFit() {
        Negotiation one = version2(init(REQUEST, ONE, OTHER), init(RESPONSE, OTHER, ONE));
        assertEquals(List.of("It uses UDP 4500 although there is no NAT: a host prefers that port."), one.notes());
    }

    @Test
    void beyondTheNatTheSendersOwnHashDoesNotFit() {
        Negotiation one = version2(init(REQUEST, WRONG, OTHER), init(RESPONSE, OTHER, ONE));
        assertTrue(
                one.notes().get(0).startsWith("192.0.2.1 is behind a NAT, or claims so"),
                one.notes().toString());
        assertTrue(one.steps().get(0).summary().endsWith("the sender's address is another one than it hashed"));
    }

    @Test
    void beforeTheNatThePeersHashDoesNotFit() {
        Negotiation one = version2(init(REQUEST, ONE, OTHER), init(RESPONSE, OTHER, WRONG));
        assertTrue(
                one.notes()
                        .contains(
                                "192.0.2.1 is behind a NAT: by the hash in packet 2, 192.0.2.2 sees it at another address"
                                        + " or port."),
                one.notes().toString());
    }

    @Test
    void aHostOfSeveralAddressesHashesAllOfThem() {
        IkeMessage request = Messages.version2(Exchange.IKE_SA_INIT)
                .flags(REQUEST)
                .payload(41, "00004004" + WRONG)
                .payload(41, "00004004" + ONE)
                .payload(41, "00004005" + OTHER)
                .read();
        Negotiation one = version2(request, init(RESPONSE, OTHER, ONE));
        assertEquals(1, one.notes().size(), one.notes().toString());
    }

    @Test
    void theHashOfIkev1IsTheOneThatWasChosen() {
        String offer = "00000001 00000001 0000002000010001 0000001801010000 80010007800e0080 800200018003000180040002";
        IkeMessage first = Messages.version1(Exchange.MAIN).payload(1, offer).read();
        String one = "eec2d6a0ee019203a30059d63a5c77b0";
        String other = "3d802d31c879fb64c3ced7ce5b6a0d05";
        IkeMessage third = Messages.version1(Exchange.MAIN)
                .payload(20, other)
                .payload(20, one)
                .read();
        IkeMessage fourth = Messages.version1(Exchange.MAIN)
                .payload(20, "ff".repeat(16))
                .payload(20, other)
                .read();
        Negotiation negotiation = Seen.judged(
                Seen.of(1, true, 500, first),
                Seen.of(2, false, 500, first),
                Seen.of(3, true, 500, third),
                Seen.of(4, false, 500, fourth));
        assertEquals(
                List.of(
                        "192.0.2.1 is behind a NAT: by the hash in packet 4, 192.0.2.2 sees it at another address or port."),
                negotiation.notes());
    }

    @ParameterizedTest
    @CsvSource({
        "l01_natt_ikev2, 10.71.0.1 is behind a NAT",
        "o04_esp_null_natt, 10.97.0.10 is behind a NAT",
        "p01_ipv6_ikev2_transport, ''"
    })
    void labCapturesSayWhatTheirHostsLogged(String capture, String note) throws IOException {
        found(Captures.lab(capture), note);
    }

    /** The hosts' logs say: local host is behind NAT; both claim so; no log. */
    @ParameterizedTest
    @CsvSource({
        "lab/l01_natt_ikev2.inside.pcap, '192.168.71.10 is behind a NAT: by the hash'",
        "lab/l03_forced_encap_no_nat.pcap, '10.73.0.20 is behind a NAT, or claims so'",
        "lab/b01_ikev1_psk_transport.pcap, ''"
    })
    void capturesBesideTheProjectToo(String capture, String note) throws IOException {
        found(Captures.shared().resolve(capture), note);
    }

    private static void found(Path capture, String note) throws IOException {
        List<String> notes = Captures.read(capture).negotiations().get(0).notes();
        assertEquals(!note.isEmpty(), notes.stream().anyMatch(one -> one.contains("behind a NAT")), notes.toString());
        assertTrue(note.isEmpty() || notes.stream().anyMatch(one -> one.startsWith(note)), notes.toString());
    }
}
