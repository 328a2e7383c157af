package org.ipsecworkbench.captureviewer.coverage;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.capture.Direction;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.capture.Protection;
import org.ipsecworkbench.captureviewer.PairKey;
import org.ipsecworkbench.workbench.Formats;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.general.AbstractDataset;
import org.jspecify.annotations.Nullable;

/**
 * The packets of the first host pairs by protection. Packets that do not count are left out, save for a pair that has no
 * others. Replaced in place.
 */
final class PairDataset extends AbstractDataset implements CategoryDataset {
    /** How many pairs are drawn at most. */
    static final int MAX = 30;

    static final List<Protection> PARTS = List.of(
            Protection.ENCRYPTED,
            Protection.INTEGRITY_ONLY,
            Protection.UNPROVEN,
            Protection.CLEAR,
            Protection.EXEMPT,
            Protection.OTHER);

    private static final long serialVersionUID = 1;
    private static final int SHORTEST = 7;
    private final List<Bar> bars = new ArrayList<>();
    private int room = 40;

    /** A pair as the category of a chart, whose text is its label. */
    record Bar(int rank, PairKey key, long[] packets, String text) implements Comparable<Bar> {
        @Override
        public int compareTo(Bar other) {
            return Integer.compare(rank, other.rank);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Bar bar && bar.key.equals(key);
        }

        @Override
        public int hashCode() {
            return key.hashCode();
        }

        @Override
        public String toString() {
            return text;
        }
    }

    void show(List<HostPair> pairs) {
        bars.clear();
        for (HostPair pair : pairs.subList(0, Math.min(MAX, pairs.size()))) {
            Direction all = pair.total();
            boolean counts = all.eligible() > 0;
            long[] packets = {
                all.encrypted().packets(),
                all.readable().packets(),
                all.unproven().packets(),
                all.clear().packets(),
                counts ? 0 : all.exempt().packets(),
                counts ? 0 : all.undecidable().packets()
            };
            PairKey key = PairKey.of(pair);
            String share = String.format("%8s", counts ? Formats.share(all.protectedShare()) : "–");
            bars.add(new Bar(bars.size(), key, packets, label(key, share)));
        }
        fireDatasetChanged();
    }

    /** Sets how many characters of a label there is room for; seen with the next {@link #show}. */
    void setRoom(int characters) {
        room = characters;
    }

    /** Both addresses and the share, which is the last that is cut. */
    private String label(PairKey key, String share) {
        int rest = room - share.length() - key.label(0).length();
        return key.label(Math.max(SHORTEST, rest / 2)) + share;
    }

    long packets(int row, int column) {
        return bars.get(column).packets[row];
    }

    double share(int row, int column) {
        long sum = 0;
        for (long part : bars.get(column).packets) {
            sum += part;
        }
        return sum == 0 ? 0 : packets(row, column) / (double) sum;
    }

    @Override
    public int getRowCount() {
        return PARTS.size();
    }

    @Override
    public int getColumnCount() {
        return bars.size();
    }

    @Override
    public Number getValue(int row, int column) {
        return packets(row, column);
    }

    @Override
    public Number getValue(
            @SuppressWarnings("rawtypes") Comparable row, @SuppressWarnings("rawtypes") Comparable column) {
        return getValue(getRowIndex(row), getColumnIndex(column));
    }

    @Override
    public Protection getRowKey(int row) {
        return PARTS.get(row);
    }

    @Override
    public int getRowIndex(@SuppressWarnings("rawtypes") Comparable key) {
        return PARTS.indexOf(key);
    }

    @Override
    public List<Protection> getRowKeys() {
        return PARTS;
    }

    @Override
    public Bar getColumnKey(int column) {
        return bars.get(column);
    }

    @Override
    public int getColumnIndex(@SuppressWarnings("rawtypes") Comparable key) {
        return bars.indexOf(key);
    }

    @Override
    public List<Bar> getColumnKeys() {
        return bars;
    }
}
