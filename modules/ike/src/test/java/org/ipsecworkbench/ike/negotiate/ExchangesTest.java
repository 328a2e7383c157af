package org.ipsecworkbench.ike.negotiate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.ipsecworkbench.ike.Step.Direction;
import org.junit.jupiter.api.Test;

class ExchangesTest {
    private static Exchanges hundred(boolean isVersion2) {
        Exchanges exchanges = new Exchanges(isVersion2);
        for (int id = 0; id < 100; id++) {
            assertNull(exchanges.find(Exchange.QUICK, id, Direction.TO_RESPONDER));
            Exchange made = new Exchange(Exchange.QUICK, id, Direction.TO_RESPONDER);
            exchanges.add(made);
            assertSame(made, exchanges.find(Exchange.QUICK, id, Direction.TO_RESPONDER));
        }
        return exchanges;
    }

    @Test
    void fewAndManyAreFoundAndKeepTheirOrder() {
        Exchanges exchanges = hundred(false);
        for (int id = 0; id < 100; id++) {
            assertSame(exchanges.all().get(id), exchanges.find(Exchange.QUICK, id, Direction.TO_RESPONDER));
        }
        assertNull(exchanges.find(Exchange.INFORMATIONAL, 5, Direction.TO_RESPONDER));
        assertEquals(100, exchanges.all().size());
    }

    @Test
    void inVersion2EachSideCountsItsOwn() {
        Exchanges exchanges = hundred(true);
        assertNull(exchanges.find(Exchange.QUICK, 5, Direction.TO_INITIATOR));
        Exchange others = new Exchange(Exchange.QUICK, 5, Direction.TO_INITIATOR);
        exchanges.add(others);
        assertSame(others, exchanges.find(Exchange.QUICK, 5, Direction.TO_INITIATOR));
        assertNotSame(others, exchanges.find(Exchange.QUICK, 5, Direction.TO_RESPONDER));
    }

    @Test
    void inVersion1AnExchangeIsBothSides() {
        Exchanges exchanges = hundred(false);
        assertSame(exchanges.all().get(7), exchanges.find(Exchange.QUICK, 7, Direction.TO_INITIATOR));
    }
}
