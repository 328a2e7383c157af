package org.ipsecworkbench.ike.negotiate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.ike.Step;
import org.jspecify.annotations.Nullable;

/** The exchanges of a negotiation, in their order. */
final class Exchanges {
    /** Most negotiations have fewer, and a table costs more than they do. */
    private static final int FEW = 16;

    private final boolean isVersion2;
    private final List<Exchange> all = new ArrayList<>(4);
    /** By {@link #key}; empty while there are few. */
    private Map<Long, Exchange> table = Map.of();

    Exchanges(boolean isVersion2) {
        this.isVersion2 = isVersion2;
    }

    List<Exchange> all() {
        return all;
    }

    @Nullable
    Exchange find(int type, int messageId, Step.Direction asker) {
        long key = key(type, messageId, asker);
        if (!table.isEmpty()) {
            return table.get(key);
        }
        for (Exchange exchange : all) {
            if (key(exchange) == key) {
                return exchange;
            }
        }
        return null;
    }

    void add(Exchange exchange) {
        all.add(exchange);
        if (all.size() == FEW) {
            table = new HashMap<>();
            all.forEach(one -> table.put(key(one), one));
        } else if (all.size() > FEW) {
            table.put(key(exchange), exchange);
        }
    }

    private long key(Exchange exchange) {
        return key(exchange.type, exchange.messageId, exchange.asker);
    }

    /** In IKEv2 each side counts its own requests; in IKEv1 the IDs are random. */
    private long key(int type, int messageId, Step.Direction asker) {
        boolean isOther = isVersion2 && asker == Step.Direction.TO_INITIATOR;
        return (isOther ? 1L << 40 : 0) | (long) type << 32 | messageId & 0xffffffffL;
    }
}
