package org.ipsecworkbench.capture.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 %", "0.0000001, less than 0.1 %", "0.0009, less than 0.1 %", "0.001, 0.1 %", "0.0526, 5.3 %",
        "0.25, 25 %", "0.9, 90 %", "0.985, 98.5 %", "0.9999, more than 99.9 %", "1, 100 %"
    })
    void aShareIsNeverRoundedToAllOrNothing(double share, String text) {
        assertEquals(text, Words.percent(share));
    }

    @ParameterizedTest
    @CsvSource({"0, 0 packets", "1, 1 packet", "2, 2 packets", "1234567, '1,234,567 packets'"})
    void oneIsSingular(long count, String text) {
        assertEquals(text, Words.packets(count));
    }

    @Test
    void theWholeIsAll() {
        assertEquals("All 1,000 packets", Words.share(1000, 1000));
        assertEquals("1 of 1,000 packets (0.1 %)", Words.share(1, 1000));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0 seconds", "0.25, 0.3 seconds", "9.94, 9.9 seconds", "10.4, 10 seconds", "4000, '4,000 seconds'"
    })
    void secondsAreSaidAsPreciselyAsAnybodyCares(double seconds, String text) {
        assertEquals(text, Words.seconds(seconds));
    }
}
