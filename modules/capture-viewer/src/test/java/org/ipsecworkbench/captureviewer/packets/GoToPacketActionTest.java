package org.ipsecworkbench.captureviewer.packets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoToPacketActionTest {
    @ParameterizedTest
    @CsvSource({"17,17", "'1,204,331',1204331", "1 204,1204", "x,0", "'',0", "99999999999999999999,0"})
    void numbersMayHaveSeparators(String typed, long number) {
        assertEquals(number, GoToPacketAction.number(typed));
    }
}
