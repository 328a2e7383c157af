package org.ipsecworkbench.ike;

/**
 * Where a statement was read: a packet, some lines or an event.
 *
 * @param source the file
 * @param first number of the first packet, line or event, from 1
 * @param last number of the last one; equals the first where it is one alone
 */
public record Evidence(Source source, long first, long last) {
    /** One place alone. */
    public static Evidence of(Source source, long place) {
        return new Evidence(source, place, place);
    }

    /** For people, without the source: {@code packet 7}, {@code lines 12 to 19}. */
    public String label() {
        String place = source.kind().place();
        return first == last ? place + " " + first : place + "s " + first + " to " + last;
    }
}
