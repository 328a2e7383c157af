package org.ipsecworkbench.ike.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.SeenMessage;

/**
 * Makes Oakley.logs. SYNTHETIC: no real log was at hand. Stamps, families of lines and their order are those
 * that descriptions name; they were never held against a real file.
 */
public final class SyntheticLog {
    /** This host. */
    public static final String ME = "10.0.0.1";
    /** The other one. */
    public static final String PEER = "10.0.0.2";
    /** Cookies of {@link #mainMode}. */
    public static final String COOKIE_I = "8083fa84a10b6103";

    public static final String COOKIE_R = "77b1ce0f582101aa";

    private static final int LINE_MILLIS = 7;

    private final StringBuilder text = new StringBuilder();
    private String date = " 3-05";
    private String thread = "c3c";
    private String pointer = "00144F60";
    private long millis = 36_000_000;
    private String cookieI = COOKIE_I;
    private String cookieR = COOKIE_R;

    /** Date of the next lines, such as {@code 12-31}, one digit with a blank before it. */
    public SyntheticLog date(String monthAndDay) {
        date = monthAndDay;
        return this;
    }

    /** Time of the next lines. */
    public SyntheticLog at(int hour, int minute, int second) {
        millis = ((hour * 60L + minute) * 60 + second) * 1000;
        return this;
    }

    /** Thread of the next lines. */
    public SyntheticLog thread(String hex) {
        thread = hex;
        return this;
    }

    /** The SA that the next lines name. */
    public SyntheticLog sa(String newPointer, String initiator, String responder) {
        pointer = newPointer;
        cookieI = initiator;
        cookieR = responder;
        return this;
    }

    /** One line, 7 ms after the one before; milliseconds are not padded. */
    public SyntheticLog line(String words) {
        millis += LINE_MILLIS;
        text.append(String.format(
                        Locale.ROOT,
                        "%s: %02d:%02d:%02d:%d:%s %s",
                        date,
                        millis / 3_600_000,
                        millis / 60_000 % 60,
                        millis / 1000 % 60,
                        millis % 1000,
                        thread,
                        words))
                .append("\r\n");
        return this;
    }

    /** What the driver asks for, and the policy that answers. */
    public SyntheticLog start(String authentication) {
        return line("Acquire from driver: op=0000000B src=10.0.0.1.0 dst=10.0.0.2.445 proto = 6, SrcMask=255.255.255.255,"
                        + " DstMask=255.255.255.255, Tunnel 0, TunnelEndpt=0.0.0.0")
                .line("Filter to match: Src 10.0.0.1 Dst 10.0.0.2")
                .line("MM PolicyName: 2")
                .line("MMPolicy dwFlags 2 SoftSAExpireTime 28800")
                .line("MMOffer[0] LifetimeSec 28800 QMLimit 0 DHGroup 2")
                .line("MMOffer[0] Encrypt: Triple DES CBC Hash: SHA")
                .line("MMOffer[1] LifetimeSec 28800 QMLimit 0 DHGroup 268435457")
                .line("MMOffer[1] Encrypt: DES CBC Hash: MD5")
                .line("Auth[0]:" + authentication)
                .line("QM PolicyName: Require dwFlags 1")
                .line("QMOffer[0] LifetimeKBytes 100000 LifetimeSec 3600")
                .line("QMOffer[0] dwFlags 0 dwPFSGroup 0")
                .line("  Algo[0] Operation: ESP Algo: Triple DES CBC HMAC: SHA")
                .line("Starting Negotiation: src = 10.0.0.1.0500, dst = 10.0.0.2.0500, proto = 06, context = 00000000,"
                        + " ProxySrc = 10.0.0.1.0000, ProxyDst = 10.0.0.2.0445 SrcMask 0.0.0.0 DstMask 0.0.0.0");
    }

    /** A message that this host sends. */
    public SyntheticLog send(
            String exchange, String rCookie, int flags, String next, String id, int length, String... built) {
        line("constructing ISAKMP Header");
        for (String payload : built) {
            line("constructing " + payload);
        }
        line("");
        line("Sending: SA = 0x" + pointer + " to 10.0.0.2:Type 2.500");
        return header(exchange, rCookie, flags, next, id, length);
    }

    /** A message that this host receives. */
    public SyntheticLog receive(
            String exchange, String rCookie, int flags, String next, String id, int length, String... in) {
        line("");
        line("Receive: (get) SA = 0x" + pointer.toLowerCase(Locale.ROOT) + " from 10.0.0.2.500");
        header(exchange, rCookie, flags, next, id, length);
        for (String payload : in) {
            line("processing payload " + payload);
        }
        return this;
    }

    private SyntheticLog header(String exchange, String rCookie, int flags, String next, String id, int length) {
        return line("ISAKMP Header: (V1.0), len = " + length)
                .line("  I-COOKIE " + cookieI)
                .line("  R-COOKIE " + (rCookie.isEmpty() ? cookieR : rCookie))
                .line("  exchange: " + exchange)
                .line("  flags: " + flags + (flags == 1 ? " ( encrypted )" : ""))
                .line("  next payload: " + next)
                .line("  message ID: " + id)
                .line("Ports S:f401 D:f401");
    }

    /** The first message of main mode. */
    public SyntheticLog first() {
        return send("Oakley Main Mode", "0000000000000000", 0, "SA", "00000000", 216, "SA (ISAKMP)", "Vendor MS NT5");
    }

    /** Messages 2 to 4. */
    public SyntheticLog toKeys(int method) {
        receive("Oakley Main Mode", "", 0, "SA", "00000000", 116, "SA");
        line("Received Phase 1 Transform 1");
        line("     Encryption Alg Triple DES CBC(5)");
        line("     Hash Alg SHA(2)");
        line("     Oakley Group 2");
        line("     Auth Method " + (method == 1 ? "Preshared Key" : method == 3 ? "RSA Signature" : "Kerberos") + "("
                + method + ")");
        line("     Life type in Seconds");
        line("     Life duration of 28800");
        line("Phase 1 SA accepted: transform=1");
        line("SA - Oakley proposal accepted");
        send("Oakley Main Mode", "", 0, "KE", "00000000", 184, "KE", "NONCE (ISAKMP)");
        return receive("Oakley Main Mode", "", 0, "KE", "00000000", 184, "KE", "NONCE");
    }

    /** The encrypted proof. */
    public SyntheticLog proof() {
        return send("Oakley Main Mode", "", 1, "ID", "00000000", 68, "ID", "HASH");
    }

    /** A whole main mode. */
    public SyntheticLog mainMode(int method) {
        return first().toKeys(method)
                .proof()
                .receive("Oakley Main Mode", "", 1, "ID", "00000000", 68, "ID", "HASH")
                .line("MM established.  SA: " + pointer);
    }

    /** The first message of quick mode. */
    public SyntheticLog quickFirst() {
        return line("GetSpi: src = 10.0.0.2.0445, dst = 10.0.0.1.0000, proto = 06, context = 00000000")
                .line("Setting SPI  3265181153")
                .send("Oakley Quick Mode", "", 1, "HASH", "5c1e8b03", 156, "HASH", "SA", "NONCE", "ID", "ID");
    }

    /** A whole quick mode. */
    public SyntheticLog quickMode() {
        return quickFirst()
                .receive("Oakley Quick Mode", "", 1, "HASH", "5c1e8b03", 156, "HASH", "SA", "NONCE", "ID", "ID")
                .line("Phase 2 SA accepted: proposal=1 transform=1")
                .line(
                        "Adding QMs: src = 10.0.0.1.0000, dst = 10.0.0.2.0445, proto = 06, context = 00000005, my tunnel ="
                                + " 0.0.0.0, Direction 1 EncapType 1")
                .line("  Algo[0] MySpi: 3265181153 PeerSpi: 171865922")
                .send("Oakley Quick Mode", "", 1, "HASH", "5c1e8b03", 52, "HASH")
                .line("isadb_set_status sa:" + pointer + " centry:000D7598 status 0");
    }

    /** Repeats the last message until the host gives up. */
    public SyntheticLog exhaust() {
        for (int count = 1; count <= 6; count++) {
            line("retransmit: sa = " + pointer + " centry 00000000 , count = " + count);
        }
        return line("retransmit exhausted: sa = " + pointer + " centry 00000000, count = 6");
    }

    /** The block of a failure, with the address lines of oakley.dll's message table. */
    public SyntheticLog failure(String status, boolean isMainMode, String identity, String who, String reason) {
        return line("ProcessFailure: sa:" + pointer + " centry:" + (isMainMode ? "00000000" : "000D7598") + " status:"
                        + status)
                .line(isMainMode ? "Key Exchange Mode (Main Mode)" : "Data Protection Mode (Quick Mode)")
                .line("Source IP Address 10.0.0.1")
                .line("Source IP Address Mask 255.255.255.255")
                .line("Destination IP Address 10.0.0.2")
                .line("Destination IP Address Mask 255.255.255.255")
                .line(identity)
                .line("Peer IP Address: 10.0.0.2")
                .line(who)
                .line(reason)
                .line("0x0 0x0")
                .line("isadb_set_status sa:" + pointer + " centry:00000000 status " + status)
                .line("SA Dead. sa:" + pointer + " status:" + status);
    }

    /** What the host with this address would write of the messages of a capture, by a clock that is ahead. */
    public static SyntheticLog of(List<SeenMessage> messages, String host, Duration ahead) {
        SyntheticLog log = new SyntheticLog();
        for (SeenMessage seen : messages) {
            IkeMessage message = seen.message();
            if (message.major() != 1 || seen.time() == null) {
                continue;
            }
            LocalDateTime time = LocalDateTime.ofInstant(seen.time().plus(ahead), ZoneOffset.UTC);
            log.date(String.format(Locale.ROOT, "%2d-%02d", time.getMonthValue(), time.getDayOfMonth()));
            // The line behind the blank one, which is the message's own, has this time.
            log.millis = time.toLocalTime().toNanoOfDay() / 1_000_000 - 2L * LINE_MILLIS;
            log.cookieI = message.cookies().initiatorHex();
            boolean isSent = seen.source().equals(host);
            String peer = isSent ? seen.destination() : seen.source();
            log.line("")
                    .line(
                            isSent
                                    ? "Sending: SA = 0x" + log.pointer + " to " + peer + ":Type 2."
                                            + seen.destinationPort()
                                    : "Receive: (get) SA = 0x" + log.pointer + " from " + peer + "."
                                            + seen.sourcePort());
            log.header(
                    exchange(message.exchange()),
                    message.cookies().responderHex(),
                    message.flags(),
                    "",
                    String.format("%08x", message.messageId()),
                    (int) message.length());
        }
        return log;
    }

    private static String exchange(int exchange) {
        return switch (exchange) {
            case 2 -> "Oakley Main Mode";
            case 32 -> "Oakley Quick Mode";
            default -> "ISAKMP Informational Exchange";
        };
    }

    /** As text, lines ended by CR and LF. */
    public String text() {
        return text.toString();
    }

    /** As the bytes of a file in ANSI. */
    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
