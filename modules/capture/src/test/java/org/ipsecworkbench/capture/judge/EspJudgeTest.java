package org.ipsecworkbench.capture.judge;

import static org.ipsecworkbench.capture.testing.Packets.ESP;
import static org.ipsecworkbench.capture.testing.Packets.ICMP;
import static org.ipsecworkbench.capture.testing.Packets.ICMPV6;
import static org.ipsecworkbench.capture.testing.Packets.IP6_IN_IP;
import static org.ipsecworkbench.capture.testing.Packets.IPV4;
import static org.ipsecworkbench.capture.testing.Packets.IPV6;
import static org.ipsecworkbench.capture.testing.Packets.IP_IN_IP;
import static org.ipsecworkbench.capture.testing.Packets.TCP;
import static org.ipsecworkbench.capture.testing.Packets.UDP;
import static org.ipsecworkbench.capture.testing.Packets.bytes;
import static org.ipsecworkbench.capture.testing.Packets.checked;
import static org.ipsecworkbench.capture.testing.Packets.echo;
import static org.ipsecworkbench.capture.testing.Packets.esp;
import static org.ipsecworkbench.capture.testing.Packets.espNull;
import static org.ipsecworkbench.capture.testing.Packets.ethernet;
import static org.ipsecworkbench.capture.testing.Packets.ipv4;
import static org.ipsecworkbench.capture.testing.Packets.ipv6;
import static org.ipsecworkbench.capture.testing.Packets.noise;
import static org.ipsecworkbench.capture.testing.Packets.tcp;
import static org.ipsecworkbench.capture.testing.Packets.udp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.Confidentiality;
import org.ipsecworkbench.capture.Flow;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.capture.testing.PcapFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether ESP can be read, from whole captures of one SPI: what is looked at is part of what is tested. */
class EspJudgeTest {
    private static final String A = "10.0.0.1";
    private static final String B = "10.0.0.2";
    private static final String SIX_A = "2001:db8::1";
    private static final String SIX_B = "2001:db8::2";
    private static final int SPI = 0xc0ffee01;
    private static final int ANY = Integer.MAX_VALUE;

    @TempDir
    private Path folder;

    private final Random random = new Random(5879);

    static Stream<Arguments> readable() {
        return Stream.of(
                arguments("UDP", UDP, (IntFunction<byte[]>) i -> checked(UDP, A, B, udp(1024, 53, text(i)))),
                arguments("TCP", TCP, (IntFunction<byte[]>) i -> checked(TCP, A, B, tcp(1024, 80, text(i)))),
                arguments("ICMP", ICMP, (IntFunction<byte[]>) i -> echo(text(i))),
                arguments("IPv4 in a tunnel", IP_IN_IP, (IntFunction<byte[]>)
                        i -> ipv4(TCP, "192.168.1.1", "192.168.2.1", tcp(1024, 80, text(i)))),
                arguments("IPv6 in a tunnel", IP6_IN_IP, (IntFunction<byte[]>)
                        i -> ipv6(TCP, SIX_A, SIX_B, tcp(1024, 80, text(i)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readable")
    void nullEncryptionIsReadableWithEveryCheckValue(String name, int protocol, IntFunction<byte[]> inner)
            throws IOException {
        for (int checkValue : new int[] {12, 16, 20, 24, 32}) {
            assertEquals(
                    Confidentiality.READABLE,
                    judge(
                            12,
                            ANY,
                            i -> four(espNull(
                                    SPI, i + 1, bytes(0), protocol, inner.apply(i), noise(checkValue, random)))),
                    name + " with " + checkValue);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readable")
    void gmacIsReadableBehindItsVector(String name, int protocol, IntFunction<byte[]> inner) throws IOException {
        assertEquals(
                Confidentiality.READABLE,
                judge(
                        12,
                        ANY,
                        i -> four(espNull(SPI, i + 1, noise(8, random), protocol, inner.apply(i), noise(16, random)))));
    }

    @Test
    void nullEncryptionIsReadableOverIpv6() throws IOException {
        IntFunction<byte[]> udp = i -> checked(UDP, SIX_A, SIX_B, udp(1024, 53, text(i)));
        IntFunction<byte[]> ping = i -> checked(ICMPV6, SIX_A, SIX_B, echo(text(i)));
        for (int protocol : new int[] {UDP, ICMPV6}) {
            IntFunction<byte[]> inner = protocol == UDP ? udp : ping;
            assertEquals(
                    Confidentiality.READABLE,
                    judge(
                            12,
                            ANY,
                            i -> ethernet(
                                    IPV6,
                                    ipv6(
                                            ESP,
                                            SIX_A,
                                            SIX_B,
                                            espNull(
                                                    SPI,
                                                    i + 1,
                                                    bytes(0),
                                                    protocol,
                                                    inner.apply(i),
                                                    noise(12, random))))));
        }
    }

    @Test
    void nullEncryptionIsReadableBehindNatWhereNoChecksumAgrees() throws IOException {
        IntFunction<byte[]> inner = i -> checked(TCP, "192.168.7.7", B, tcp(1024, 80, text(i)));
        assertEquals(
                Confidentiality.READABLE,
                judge(
                        12,
                        ANY,
                        i -> ethernet(
                                IPV4,
                                ipv4(
                                        UDP,
                                        A,
                                        B,
                                        udp(
                                                4500,
                                                4500,
                                                espNull(
                                                        SPI,
                                                        i + 1,
                                                        bytes(0),
                                                        TCP,
                                                        inner.apply(i),
                                                        noise(12, random)))))));
    }

    @Test
    void twoReadablePacketsAreEnoughAndOneIsNot() throws IOException {
        IntFunction<byte[]> packet = i ->
                four(espNull(SPI, i + 1, bytes(0), UDP, checked(UDP, A, B, udp(1024, 53, text(i))), noise(12, random)));
        assertEquals(Confidentiality.UNKNOWN, judge(1, ANY, packet));
        assertEquals(Confidentiality.READABLE, judge(2, ANY, packet));
    }

    /** Lengths of stream ciphers are any multiple of four. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void noiseIsEncrypted(int seed) throws IOException {
        Random noise = new Random(seed);
        assertEquals(
                Confidentiality.ENCRYPTED,
                judge(200, ANY, i -> four(esp(SPI, i + 1, noise(4 * noise.nextInt(6, 300), noise)))));
    }

    @Test
    void tenPacketsOfNoiseAreEnoughAndNineAreNot() throws IOException {
        IntFunction<byte[]> packet = i -> four(esp(SPI, i + 1, noise(80, random)));
        assertEquals(Confidentiality.UNKNOWN, judge(9, ANY, packet));
        assertEquals(Confidentiality.ENCRYPTED, judge(10, ANY, packet));
    }

    /** A few readable packets among very many others are chance; half of them are an attacker's or a test's doing. */
    @Test
    void whatIsReadableInPartIsReadable() throws IOException {
        assertEquals(
                Confidentiality.READABLE,
                judge(
                        100,
                        ANY,
                        i -> four(
                                i % 2 == 0
                                        ? esp(SPI, i + 1, noise(80, random))
                                        : espNull(
                                                SPI,
                                                i + 1,
                                                bytes(0),
                                                UDP,
                                                checked(UDP, A, B, udp(1, 53, text(i))),
                                                noise(12, random)))));
    }

    /** Cut right behind the SPI, nothing but lengths is left: those of AES-CBC with a check value of 12 bytes. */
    @Test
    void lengthsOfABlockCipherAreEncryptedHoweverShortTheyWereCut() throws IOException {
        IntFunction<byte[]> packet = i -> four(esp(SPI, i + 1, noise(16 + 16 * (1 + i % 20) + 12, random)));
        assertEquals(Confidentiality.ENCRYPTED, judge(40, 14 + 20 + 8, packet));
        assertEquals(Confidentiality.UNKNOWN, judge(29, 14 + 20 + 8, packet), "too few lengths to be sure");
    }

    @Test
    void lengthsOfDesAreEncryptedToo() throws IOException {
        assertEquals(
                Confidentiality.ENCRYPTED,
                judge(60, 14 + 20 + 8, i -> four(esp(SPI, i + 1, noise(8 + 8 * (1 + i % 30) + 12, random)))));
    }

    @Test
    void lengthsOfNullAndStreamCiphersSayNothing() throws IOException {
        assertEquals(
                Confidentiality.UNKNOWN,
                judge(200, 14 + 20 + 8, i -> four(esp(SPI, i + 1, noise(4 * (5 + i % 37), random)))));
    }

    @Test
    void oneLengthSaysNothing() throws IOException {
        assertEquals(Confidentiality.UNKNOWN, judge(200, 14 + 20 + 8, i -> four(esp(SPI, i + 1, noise(60, random)))));
    }

    /** Cut at 96 bytes the trailer is gone, but where NULL has its inner header stands noise. */
    @Test
    void beginningsWithoutHeadersAreEncrypted() throws IOException {
        assertEquals(
                Confidentiality.ENCRYPTED,
                judge(100, 96, i -> four(esp(SPI, i + 1, noise(4 * (60 + i % 37), random)))));
    }

    /** The most dangerous mistake: integrity only, but called encrypted since the capture is short. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("readable")
    void nullEncryptionThatWasCutIsNeverCalledEncrypted(String name, int protocol, IntFunction<byte[]> inner)
            throws IOException {
        for (int captured : new int[] {42, 50, 60, 64, 68, 80, 96, 128}) {
            for (int vector : new int[] {0, 8}) {
                Confidentiality judged = judge(
                        300,
                        captured,
                        i -> four(espNull(
                                SPI,
                                i + 1,
                                noise(vector, random),
                                protocol,
                                inner.apply(i),
                                noise(12 + vector / 2, random))));
                Confidentiality allowed =
                        judged == Confidentiality.READABLE ? Confidentiality.READABLE : Confidentiality.UNKNOWN;
                assertEquals(allowed, judged, name + " cut to " + captured + ", vector " + vector);
            }
        }
    }

    @Test
    void nothingIsUnknown() {
        assertEquals(Confidentiality.UNKNOWN, EspJudge.judge(null));
    }

    private static byte[] four(byte[] esp) {
        return ethernet(IPV4, ipv4(ESP, A, B, esp));
    }

    /** Readable content of many lengths. */
    private static byte[] text(int i) {
        return "GET /index.html HTTP/1.1 "
                .repeat(1 + i % 9)
                .substring(i % 23)
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    private Confidentiality judge(int packets, int snapLength, IntFunction<byte[]> packet) throws IOException {
        PcapFile file = PcapFile.of(PcapFile.ETHERNET);
        IntStream.range(0, packets).forEach(i -> {
            byte[] frame = packet.apply(i);
            file.cutPacket(1_795_445_510_000_000_000L + i * 1_000_000L, frame, Math.min(frame.length, snapLength));
        });
        Path path = file.write(folder.resolve("esp.pcap"));
        try (Capture capture = Capture.open(path, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            List<Flow> flows = capture.coverage().flows();
            assertEquals(1, flows.size());
            assertEquals(Integer.toUnsignedLong(SPI), flows.get(0).spi());
            return flows.get(0).confidentiality();
        }
    }
}
