package org.ipsecworkbench.captureviewer.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.ipsecworkbench.capture.Protection;
import org.ipsecworkbench.captureviewer.Made;
import org.junit.jupiter.api.Test;

class TimeDatasetTest {
    private final TimeDataset dataset = new TimeDataset();

    @Test
    void binsAreRatesPerSecond() {
        dataset.show(Made.series(8), false, true, 512);
        assertEquals(List.of(Protection.ENCRYPTED), dataset.protections());
        assertEquals(8, dataset.getItemCount());
        assertEquals(3, dataset.getYValue(0, 2));
        assertEquals(2500, dataset.getXValue(0, 2));
        dataset.show(Made.series(8), true, true, 512);
        assertEquals(300, dataset.getYValue(0, 2));
    }

    @Test
    void neighboursAreCountedTogetherAndNothingIsLost() {
        dataset.show(Made.series(9), false, false, 4);
        assertEquals(3, dataset.getItemCount());
        assertEquals(1 + 2 + 3 + 4, dataset.amount(0, 0));
        assertEquals(2.5, dataset.getYValue(0, 0));
        assertEquals(9, dataset.amount(0, 2));
        assertEquals(Made.START.plusSeconds(4), dataset.startOf(1));
        assertEquals(Duration.ofSeconds(4), dataset.length());
    }

    @Test
    void aPlaceOnTheAxisIsFoundAgain() {
        dataset.show(Made.series(8), false, false, 512);
        assertEquals(5, dataset.bin(dataset.getXValue(0, 5)));
        assertEquals(-1, dataset.bin(dataset.origin() - 1));
        assertEquals(-1, dataset.bin(dataset.origin() + 8001));
    }
}
