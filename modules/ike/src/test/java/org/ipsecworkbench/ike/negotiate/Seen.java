package org.ipsecworkbench.ike.negotiate;

import java.time.Instant;
import java.util.List;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.SeenMessage;
import org.ipsecworkbench.ike.Source;

/** Messages as if a capture had shown them, between 192.0.2.1, who begins, and 192.0.2.2. */
final class Seen {
    static final String INITIATOR = "192.0.2.1";
    static final String RESPONDER = "192.0.2.2";
    private static final Source SOURCE = new Source("test", Source.Kind.CAPTURE);

    private Seen() {}

    static SeenMessage of(int packet, boolean isByInitiator, int port, IkeMessage message) {
        return new SeenMessage(
                packet,
                List.of((long) packet),
                Instant.ofEpochSecond(packet),
                isByInitiator ? INITIATOR : RESPONDER,
                port,
                isByInitiator ? RESPONDER : INITIATOR,
                port,
                message,
                SeenMessage.Extent.WHOLE,
                null,
                List.of(),
                null,
                packet);
    }

    /** What messages add up to, without any ESP behind them. */
    static Negotiation judged(SeenMessage... messages) {
        Building building = new Building(SOURCE, new Budget(IkeLimits.DEFAULT), messages[0]);
        for (SeenMessage message : messages) {
            building.add(message);
        }
        return new Judge(List.of(building), null).negotiation(building);
    }
}
