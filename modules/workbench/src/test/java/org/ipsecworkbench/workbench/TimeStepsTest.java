package org.ipsecworkbench.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeStepsTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "3, 5",
        "31000, 60000",
        "604800000, 604800000",
        "604800001, 1209600000",
        "1300000000, 2419200000"
    })
    void theShortestThatFitsIsOneThatPeopleCountIn(long least, long step) {
        assertEquals(step, TimeSteps.shortest(one -> one >= least));
    }
}
