package org.ipsecworkbench.ike.events;

import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.ike.Cookies;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Mode;
import org.ipsecworkbench.ike.negotiate.Statement;
import org.ipsecworkbench.ike.table.Table;
import org.jspecify.annotations.Nullable;

/** Messages of IKE of which the trace of the filtering platform tells: their heads, by the resource {@code exchanges.tsv}. */
final class TraceMessages {
    /** Words in the name of an exchange, which no real trace was at hand for, with what they tell. */
    private record Exchange(String word, int number, int major, Mode mode) {}

    private static final List<Exchange> EXCHANGES = Table.rows(TraceMessages.class, "exchanges.tsv").stream()
            .map(row -> new Exchange(row[0], Integer.parseInt(row[1]), Integer.parseInt(row[2]), Mode.valueOf(row[3])))
            .toList();

    private static final Exchange UNKNOWN = new Exchange("", 0, 0, Mode.UNKNOWN);

    /** Bit of the first flag of ISAKMP: encrypted (RFC 2408 section 3.1). */
    private static final int ENCRYPTED = 1;

    private TraceMessages() {}

    private static boolean isMessage(Statement.Kind kind) {
        return kind == Statement.Kind.SENT || kind == Statement.Kind.RECEIVED;
    }

    /** The head of a message; null where an event tells of none, or does not say of which SA. */
    static @Nullable IkeMessage message(EventRecord event, Statement.Kind kind) {
        Cookies cookies = Values.cookies(event.value("InitiatorCookie"), event.value("ResponderCookie"));
        if (!isMessage(kind) || cookies == null) {
            return null;
        }
        Exchange exchange = exchange(event);
        int flags = (int) Values.number(event.value("Flags")) & 0xff;
        return new IkeMessage(
                cookies,
                exchange.major,
                0,
                exchange.number,
                flags,
                (int) Values.number(event.value("MessageID")),
                Values.number(event.value("Length")),
                exchange.major == 1 && (flags & ENCRYPTED) != 0,
                List.of(),
                List.of());
    }

    /** Whether it is the message that begins a negotiation: nobody has answered. */
    static boolean isFirst(EventRecord event, Statement.Kind kind) {
        Cookies cookies = Values.cookies(event.value("InitiatorCookie"), event.value("ResponderCookie"));
        return isMessage(kind) && cookies != null && !cookies.isAnswered();
    }

    /** Who began, by who sent the first message. */
    static Statement.Role role(Statement.Kind kind) {
        return kind == Statement.Kind.SENT ? Statement.Role.INITIATOR : Statement.Role.RESPONDER;
    }

    static Mode mode(EventRecord event) {
        return exchange(event).mode;
    }

    private static Exchange exchange(EventRecord event) {
        String name = event.value("ExchangeType").toLowerCase(Locale.ROOT);
        return EXCHANGES.stream()
                .filter(one -> name.contains(one.word))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
