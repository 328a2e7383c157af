package org.ipsecworkbench.captureviewer.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.ipsecworkbench.capture.Comparison;
import org.ipsecworkbench.capture.Comparison.Change;
import org.ipsecworkbench.capture.Comparison.PairChange;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.Protection;
import org.ipsecworkbench.capture.Verdict;
import org.ipsecworkbench.captureviewer.Made;
import org.ipsecworkbench.captureviewer.compare.ShareDataset.Unit;
import org.junit.jupiter.api.Test;

class CompareRowsTest {
    private final Coverage before =
            Made.coverage(List.of(Made.pair("10.0.0.1", "10.0.0.2", Verdict.CLEAR, 0, 500)), List.of());
    private final Coverage after =
            Made.coverage(List.of(Made.pair("10.0.0.1", "10.0.0.2", Verdict.ENCRYPTED, 500, 0)), List.of());

    @Test
    void aPairThatMovedIntoEspIsARowWithBothShares() {
        Comparison comparison = Comparison.of(before, after);
        PairChange change = comparison.changes().get(0);
        assertEquals(Change.MORE_PROTECTED, ChangeColumn.CHANGE.of(change));
        assertEquals(0.0, ChangeColumn.PROTECTED_BEFORE.of(change));
        assertEquals(1.0, ChangeColumn.PROTECTED_AFTER.of(change));
        assertEquals(502L, ChangeColumn.PACKETS_BEFORE.of(change));
    }

    @Test
    void aPairThatIsNotThereHasNoShare() {
        PairChange change = new PairChange(
                "10.0.0.1", "10.0.0.2", "", null, null, Change.LOST_TRAFFIC, List.of("Gone.", "Cut off."));
        assertTrue(Double.isNaN((Double) ChangeColumn.PROTECTED_BEFORE.of(change)));
        assertEquals(0L, ChangeColumn.PACKETS_AFTER.of(change));
        assertEquals("Gone. Cut off.", ChangeColumn.REASON.of(change));
    }

    @Test
    void barsHaveTheSameUnit() {
        assertEquals(Map.of(Protection.ENCRYPTED, 1.0), ShareDataset.amounts(before, Unit.SHARE));
        // 1 + 2 + … + 8 packets of 100 bytes in 10 seconds
        assertEquals(3.6, ShareDataset.amounts(before, Unit.PACKETS).get(Protection.ENCRYPTED), 1e-9);
        assertEquals(360, ShareDataset.amounts(before, Unit.BYTES).get(Protection.ENCRYPTED), 1e-9);
        ShareDataset dataset = new ShareDataset();
        dataset.show("Before", before, "After", after, Unit.SHARE);
        assertEquals(List.of("Before", "After"), dataset.getColumnKeys());
        assertEquals(1, dataset.getRowCount());
    }
}
