package org.ipsecworkbench.captureviewer.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.capture.Protection;
import org.ipsecworkbench.capture.Verdict;
import org.ipsecworkbench.captureviewer.Made;
import org.junit.jupiter.api.Test;

class PairDatasetTest {
    private final PairDataset dataset = new PairDataset();

    @Test
    void aBarShowsThePacketsThatCount() {
        dataset.show(List.of(Made.pair("10.0.0.1", "10.0.0.2", Verdict.MIXED, 3, 1)));
        assertEquals(0.75, dataset.share(row(Protection.ENCRYPTED), 0));
        assertEquals(0.25, dataset.share(row(Protection.CLEAR), 0));
        assertEquals(0, dataset.packets(row(Protection.EXEMPT), 0));
        assertEquals("10.0.0.1 – 10.0.0.2  75.0 %", dataset.getColumnKey(0).toString());
    }

    @Test
    void aPairOfWhichNothingCountsShowsWhatThereWas() {
        dataset.show(List.of(Made.pair("10.0.0.1", "10.0.0.2", Verdict.INSUFFICIENT, 0, 0)));
        assertEquals(1, dataset.share(row(Protection.EXEMPT), 0));
    }

    @Test
    void onlyTheFirstPairsAreDrawn() {
        HostPair pair = Made.pair("10.0.0.1", "10.0.0.2", Verdict.CLEAR, 0, 1);
        dataset.show(Collections.nCopies(100_000, pair));
        assertEquals(PairDataset.MAX, dataset.getColumnCount());
    }

    private static int row(Protection protection) {
        return PairDataset.PARTS.indexOf(protection);
    }
}
