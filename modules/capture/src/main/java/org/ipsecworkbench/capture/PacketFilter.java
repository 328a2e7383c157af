package org.ipsecworkbench.capture;

import java.util.List;
import org.ipsecworkbench.capture.filter.Completer;
import org.ipsecworkbench.capture.filter.FilterException;
import org.ipsecworkbench.capture.filter.FilterParser;
import org.ipsecworkbench.capture.filter.Node;

/**
 * A display filter: which packets of a capture to show. Immutable; belongs to no capture.
 *
 * <p>The language is the part of Wireshark's display filters that is typed without looking it up, and some fields of our
 * own:
 *
 * <pre>{@code
 * esp and not udp
 * ip.addr == 10.1.0.0/16 and (tcp.port in {445, 5985..5986} or icmp.type == 3)
 * esp.spi == 0xc1a2b3c4 and esp.sequence < 100
 * pair == 10.0.0.1,10.0.0.2 and protection == clear
 * class == esp-udp or class == "ah+esp"
 * frame.time_relative >= 10 and frame.time_relative < 12.5
 * }</pre>
 *
 * <p>Protocols stand alone; a field stands alone where a packet is to have it, or is compared: {@code == != < > <= >=},
 * {@code eq ne lt gt le ge}, {@code in {a, b, c..d}} and {@code not in}. Terms are joined by {@code not ! and && or ||}
 * and parentheses; {@code not} binds closest, then {@code and}. Upper and lower case are alike. Numbers are decimal or
 * begin with {@code 0x}; addresses may be networks ({@code 10.0.0.0/8}). {@link #complete} lists everything.
 *
 * <p>What a comparison means, as in Wireshark 4: a packet has two addresses and two ports, and {@code ip.addr == x} holds
 * where either is x. {@code ip.addr != x} holds where the packet has IPv4 addresses and neither is x; {@code not ip.addr
 * == x} holds also where it has none. {@code ===} and {@code !==} ask the other way: all are x, any is not x.
 *
 * <p>Where it differs from Wireshark:
 *
 * <ul>
 *   <li>Addresses, ports and protocols are those of the innermost packet that was reached without a key, as a packet list
 *       shows them: not those of a GRE or VXLAN tunnel around it, nor of the packet that an ICMP error quotes. {@code
 *       eth.addr} is the outermost.
 *   <li>Every fragment of a datagram has its class, SPI and protocol; ports and sequence numbers are in the first one.
 *   <li>What AH protects can be asked for. What ESP carries cannot, even where it is not encrypted.
 *   <li>{@code class} and {@code protection} are ours, as are {@code host} (an address of either version), {@code pair}
 *       and {@code spi} (of ESP or AH). Packets in the grace before protection begins are {@code protection == clear}.
 *   <li>{@code dns}, {@code dhcp}, {@code kerberos} and {@code smb} go by ports alone.
 *   <li>A flag of TCP has to be compared: in Wireshark {@code tcp.flags.syn} alone passes all of TCP.
 * </ul>
 */
public final class PacketFilter {
    /** Characters of a filter; a page full, for those that a program writes. */
    public static final int MAX_LENGTH = 10_000;
    /** Levels of parentheses and {@code not}, so that reading it cannot exhaust the stack. */
    public static final int MAX_DEPTH = 100;
    /** Fields, protocols and values that it names, so that asking a packet stays short. */
    public static final int MAX_TERMS = 1000;

    /** Passes every packet. */
    public static final PacketFilter ALL = new PacketFilter("", Node.ALL);

    private final String text;
    private final Node node;

    private PacketFilter(String text, Node node) {
        this.text = text;
        this.node = node;
    }

    /** What {@link #parse} makes of a text. */
    public sealed interface Parsed {}

    /**
     * The text is a filter.
     *
     * @param filter what it says
     */
    public record Valid(PacketFilter filter) implements Parsed {}

    /**
     * The text is no filter.
     *
     * @param start where in the text the mistake begins
     * @param end behind its last character; may equal {@code start} only in an empty text
     * @param message what is wrong and what would be right, one English sentence for people
     */
    public record Invalid(int start, int end, String message) implements Parsed {}

    /**
     * Something that can stand at a place of a filter.
     *
     * @param kind what it is
     * @param start where in the text it begins, together with what is typed of it
     * @param end behind the text that it replaces
     * @param text what to put there
     * @param explanation what it means, one line of English
     */
    public record Completion(Kind kind, int start, int end, String text, String explanation) {
        /** What a completion is. */
        public enum Kind {
            /** Can be compared. */
            FIELD,
            /** Stands alone. */
            PROTOCOL,
            /** Compares, joins or negates. */
            OPERATOR,
            /** A value of the field before it, such as a class. */
            VALUE
        }
    }

    /** Reads a filter; never throws. Blank text is {@link #ALL}. Quick enough for every keystroke. */
    public static Parsed parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return new Invalid(MAX_LENGTH, text.length(), "The filter is longer than " + MAX_LENGTH + " characters.");
        }
        try {
            return new Valid(new PacketFilter(text, FilterParser.parse(text, MAX_DEPTH, MAX_TERMS)));
        } catch (FilterException e) {
            return new Invalid(e.start(), e.end(), String.valueOf(e.getMessage()));
        }
    }

    /**
     * What can stand at the caret, whether or not the text is right so far: first what begins with the word before the
     * caret, then what contains it.
     *
     * @param caret a place in the text, from 0 to its length
     */
    public static List<Completion> complete(String text, int caret) {
        return Completer.complete(text, caret).stream()
                .map(one -> new Completion(
                        Completion.Kind.valueOf(one.sort().name()),
                        one.start(),
                        one.end(),
                        one.text(),
                        one.explanation()))
                .toList();
    }

    /** Whether it passes every packet of any capture. */
    public boolean isAll() {
        return node.equals(Node.ALL);
    }

    Node node() {
        return node;
    }

    /** The text that it was read from. */
    @Override
    public String toString() {
        return text;
    }
}
