package org.ipsecworkbench.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.ipsecworkbench.capture.PacketFilter.Completion;
import org.ipsecworkbench.capture.PacketFilter.Invalid;
import org.ipsecworkbench.capture.PacketFilter.Parsed;
import org.ipsecworkbench.capture.PacketFilter.Valid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketFilterTest {

    static PacketFilter filter(String text) {
        return assertInstanceOf(Valid.class, PacketFilter.parse(text), () -> text + ": " + PacketFilter.parse(text))
                .filter();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n "})
    void blankTextPassesEverything(String text) {
        assertTrue(filter(text).isAll());
        assertFalse(filter("esp").isAll());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "esp or ah and udp | esp or (ah and udp)",
                "esp and ah or udp | (esp and ah) or udp",
                "not esp and ah | (not esp) and ah",
                "not ip.addr == 10.0.0.1 | not (ip.addr == 10.0.0.1)",
                "!esp&&ah or(udp) | ((not esp) and ah) or udp",
                "NOT ESP AND Ip.Addr EQ 10.0.0.1 | not esp and ip.addr == 10.0.0.1",
                "!!esp | esp",
                "class == \"esp-udp\" | class == esp-udp"
            })
    void differentWordsSayTheSame(String text, String same) {
        assertEquals(normal(text), normal(same));
    }

    /** The tree with sets of values left out, which are equal only to themselves. */
    private static String normal(String text) {
        return filter(text).node().toString().replaceAll("Ranges@[0-9a-f]+", "Ranges");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ip.adr == 10.0.0.1 | ip.adr | Unknown field 'ip.adr': did you mean 'ip.addr'?",
                "esp and tpc | tpc | Unknown field 'tpc': did you mean 'tcp'?",
                "tcp.window > 5 | tcp.window | 'tcp.window' is neither a field nor a protocol here; there is tcp.port, "
                        + "tcp.srcport, tcp.dstport, tcp.flags.fin, tcp.flags.syn, tcp.flags.reset, tcp.flags.ack.",
                "esp-udp | esp-udp | 'esp-udp' is a class: write class == esp-udp.",
                "unproven | unproven | 'unproven' is a protection: write protection == unproven.",
                "10.0.0.1 | 10.0.0.1 | An address is compared with a field: write host == 10.0.0.1.",
                "445 | 445 | A value is compared with a field: write for instance tcp.port == 445.",
                "http | http | 'http' is told by its port here: write tcp.port == 80.",
                "esp and | and | Behind 'and' something is missing: a protocol or a field.",
                "esp or or ah | or | Before 'or' something is missing: a protocol or a field.",
                "esp udp | udp | Before 'udp' an operator is missing: and, or, or a comparison such as ==.",
                "(esp or ah | ( | This parenthesis is not closed.",
                "esp) or ah | ) | There is no open parenthesis for this one.",
                "() | ) | Before this parenthesis something is missing: a protocol or a field.",
                "tcp == 445 | == | 'tcp' is a protocol and stands alone; compare one of its fields.",
                "tcp.port == | == | Behind == stands a number, such as 1500 or 0x5dc.",
                "tcp.port == 70000 | 70000 | tcp.port is at most 65535.",
                "frame.number == 99999999999999999999 | 99999999999999999999 | "
                        + "frame.number is at most 9223372036854775807.",
                "tcp.port == 0445 | 0445 | '0445' begins with 0, which some read as octal: write it without.",
                "esp.spi == c1a2b3c4 | c1a2b3c4 | A hexadecimal number begins with 0x: write 0xc1a2b3c4.",
                "tcp.port == http | http | 'http' does not fit tcp.port: write a number, such as 1500 or 0x5dc.",
                "ip.addr == fe80::1 | fe80::1 | 'fe80::1' is an IPv6 address: write ipv6.addr or host.",
                "ipv6.src == 10.0.0.1 | 10.0.0.1 | '10.0.0.1' is an IPv4 address: write ip.src or host.",
                "ip.addr == 10.0.0.256 | 10.0.0.256 | '10.0.0.256' does not fit ip.addr: write an IPv4 address or network, "
                        + "such as 10.0.0.1 or 10.0.0.0/8.",
                "ip.addr == 10.0.0.0/33 | 10.0.0.0/33 | Behind the slash stand 0 to 32 bits.",
                "ip.addr > 10.0.0.0/8 | > | A network is compared with == or !=.",
                "host == example.org | example.org | 'example.org' does not fit host: write an address or network, such as "
                        + "10.0.0.1, 10.0.0.0/8 or fe80::1.",
                "host < 10.0.0.1 | < | host has no order: use == or !=.",
                "class == esp-tls | esp-tls | 'esp-tls' is no class; the classes are esp, esp-udp, esp-tcp, ah, ah+esp, "
                        + "ikev1, ikev2, authip, nat-keepalive, ipcomp, icmp, icmpv6, arp, clear, non-ip, undecidable.",
                "protection == safe | safe | 'safe' does not fit protection: write one of encrypted, integrity-only, "
                        + "unproven, clear, keying, exempt, other.",
                "pair == 10.0.0.1 | 10.0.0.1 | A pair has two addresses: write pair == 10.0.0.1,10.0.0.2.",
                "pair | pair | pair is compared: write pair == 10.0.0.1,10.0.0.2.",
                "pair in {10.0.0.1} | in | A pair is compared with == or !=; join several with or.",
                "tcp.flags.syn | tcp.flags.syn | tcp.flags.syn is compared: write tcp.flags.syn == 1.",
                "tcp.port in 80 | 80 | Behind in stands a list in braces, such as {80, 443}.",
                "tcp.port in {80 443} | 443 | Between the values of a list stands a comma.",
                "tcp.port in {80, 443 | { | This brace is not closed.",
                "tcp.port in {} | } | Behind { stands a number, such as 1500 or 0x5dc.",
                "tcp.port in {443..80} | 443..80 | The range is empty: the smaller value comes first.",
                "class in {esp..ah} | .. | class has no order, so there is no range of it.",
                "class == \"esp | \"esp | The quotation mark is not closed.",
                "\"esp\" | \"esp\" | A value is compared with a field: write for instance class == \"esp\".",
                "esp & ah | & | Write && or and.",
                "frame[0:3] == 1 | frame | 'frame' is neither a field nor a protocol here.",
                "eth.src[0:3] == 1 | [ | The character [ has no meaning here.",
                "esp and 💥 | 💥 | The character 💥 has no meaning here."
            })
    void aMistakeIsShownWhereItIsWithWhatWouldBeRight(String text, String wrong, String message) {
        Invalid invalid = assertInstanceOf(Invalid.class, PacketFilter.parse(text));
        assertEquals(message, invalid.message());
        assertEquals(wrong, text.substring(invalid.start(), invalid.end()));
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItCosts() {
        assertEquals(
                new Invalid(10_000, 10_004, "The filter is longer than 10000 characters."),
                PacketFilter.parse("esp ".repeat(2501)));
        assertInvalid("nested deeper than 100 levels", "(".repeat(101) + "esp" + ")".repeat(101));
        assertInvalid("nested deeper than 100 levels", "!".repeat(9000) + "esp");
        assertInvalid("more than 1000", "esp or ".repeat(1000) + "esp");
        assertInvalid("more than 1000", "tcp.port in {" + "1,".repeat(1000) + "1}");
        filter("(".repeat(99) + "esp" + ")".repeat(99));
        filter("esp or ".repeat(999) + "esp");
    }

    private static void assertInvalid(String part, String text) {
        Invalid invalid = assertInstanceOf(Invalid.class, PacketFilter.parse(text));
        assertTrue(invalid.message().contains(part), invalid.message());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "^ | frame.number",
                "es^ | esp.spi, esp.sequence, esp",
                "esp.s^pi == 1 | esp.spi, esp.sequence",
                "esp and ip.a^ | ip.addr",
                "port^ | tcp.port, tcp.srcport, tcp.dstport, udp.port, udp.srcport, udp.dstport",
                "host ^ | ==, !=, ===, !==, in, and, or",
                "frame.len <^ | <=",
                "class !^ | !=, !==",
                "class ==^ | esp, esp-udp",
                "esp ^ | and, or",
                "class == e^ | esp, esp-udp, esp-tcp",
                "class == \"e^ | esp, esp-udp, esp-tcp",
                "class in {ah, ik^ | ikev1, ikev2",
                "protection != ^ | encrypted, integrity-only, unproven, clear, keying, exempt, other",
                "protection == clear o^ | or",
                "tcp.flags.syn == ^ | 1, 0",
                "not (kerb^ | kerberos"
            })
    void whatFitsAtTheCaretIsProposed(String marked, String first) {
        int caret = marked.indexOf('^');
        List<Completion> completions = PacketFilter.complete(marked.replace("^", ""), caret);
        List<String> expected = List.of(first.split(", "));
        assertEquals(
                expected,
                completions.stream()
                        .map(Completion::text)
                        .limit(expected.size())
                        .toList());
        assertTrue(completions.stream().noneMatch(one -> one.explanation().isBlank()));
    }

    @Test
    void aCompletionReplacesTheWholeWordUnderTheCaret() {
        assertEquals(
                new Completion(Completion.Kind.FIELD, 8, 15, "esp.sequence", "Sequence number of ESP"),
                PacketFilter.complete("esp and esp.spi == 1", 13).get(1));
        assertEquals(List.of(), PacketFilter.complete("class == esp-udp", 16));
    }

    /** Whatever is typed, there is an answer, its places are in the text, and each completion can be put there. */
    @Test
    void noTextIsTooStrange() {
        String[] pieces = {
            "esp",
            "ip.addr",
            "tcp.port",
            "class",
            "pair",
            "host",
            "==",
            "!=",
            "===",
            "in",
            "{",
            "}",
            "(",
            ")",
            ",",
            "..",
            "not",
            "and",
            "or",
            "!",
            "&&",
            "||",
            "10.0.0.1",
            "10.0.0.0/8",
            "fe80::1",
            "445",
            "0x",
            "0xg",
            "\"",
            "\"esp\"",
            " ",
            "\n",
            ".",
            "...",
            ":",
            "::",
            "/",
            "-",
            "1.5",
            "esp-udp",
            "é",
            "\ud83d",
            "\udca5",
            "\0",
            "[",
            "%",
            "99999999999",
            "frame.time_relative",
            "-1",
            "eth.src",
            "00:15:5d:00:00:01",
            "isakmp.ispi",
            "::ffff:1.2.3.4",
            "1:2:3",
            "٣"
        };
        SplittableRandom random = new SplittableRandom(20261124);
        for (int round = 0; round < 60_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(1, 12);
            for (int i = 0; i < length; i++) {
                text.append(
                        random.nextInt(20) == 0
                                ? String.valueOf((char) random.nextInt(0x10000))
                                : pieces[random.nextInt(pieces.length)]);
                text.append(random.nextInt(3) > 0 ? " " : "");
            }
            check(text.toString(), random.nextInt(text.length() + 1));
        }
    }

    /** Fails where the answer to a text makes no sense. */
    static void check(String text, int caret) {
        Parsed parsed = PacketFilter.parse(text);
        if (parsed instanceof Invalid invalid) {
            assertTrue(
                    invalid.start() >= 0 && invalid.start() < invalid.end() && invalid.end() <= text.length(),
                    () -> text + ": " + invalid);
            assertFalse(invalid.message().isBlank());
        }
        for (Completion one : PacketFilter.complete(text, caret)) {
            assertTrue(
                    one.start() <= caret && caret <= one.end() && one.end() <= text.length(), () -> text + ": " + one);
        }
    }
}
