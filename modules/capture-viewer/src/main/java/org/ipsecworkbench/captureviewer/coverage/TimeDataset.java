package org.ipsecworkbench.captureviewer.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.capture.Protection;
import org.ipsecworkbench.capture.TimeSeries;
import org.jfree.data.DomainOrder;
import org.jfree.data.xy.AbstractXYDataset;
import org.jfree.data.xy.TableXYDataset;
import org.jspecify.annotations.Nullable;

/** A time series as rates per second, one series per protection that was seen. Replaced in place. */
final class TimeDataset extends AbstractXYDataset implements TableXYDataset {
    private static final long serialVersionUID = 1;
    private static final double MILLIS_PER_SECOND = 1000;

    private transient @Nullable TimeSeries series;
    private List<Protection> protections = List.of();
    private boolean bytes;
    private boolean relative;
    private int merged = 1;

    /**
     * Shows other numbers.
     *
     * @param inBytes bytes instead of packets
     * @param fromStart x in milliseconds from the start instead of from the epoch, for captures too short for a clock
     * @param atMost how many bins to draw at most: neighbours are counted together, so that few packets make areas and
     *     not needles
     */
    void show(TimeSeries newSeries, boolean inBytes, boolean fromStart, int atMost) {
        series = newSeries;
        bytes = inBytes;
        relative = fromStart;
        merged = 1;
        while (newSeries.bins() > (long) atMost * merged) {
            merged *= 2;
        }
        List<Protection> seen = new ArrayList<>();
        for (Protection protection : Protection.values()) {
            if (newSeries.packets().containsKey(protection)) {
                seen.add(protection);
            }
        }
        protections = seen;
        fireDatasetChanged();
    }

    List<Protection> protections() {
        return protections;
    }

    Protection protection(int row) {
        return protections.get(row);
    }

    /** Milliseconds of a bin. */
    double width() {
        return series == null ? 1 : merged * (series.width().toNanos() / 1e6);
    }

    /** Where the first bin begins on the axis. */
    double origin() {
        return series == null || relative
                ? 0
                : series.start().getEpochSecond() * 1000.0 + series.start().getNano() / 1e6;
    }

    /** The bin at a place on the axis, or -1. */
    int bin(double x) {
        int bin = (int) Math.floor((x - origin()) / width());
        return bin < 0 || bin >= getItemCount() ? -1 : bin;
    }

    /** When a bin begins. */
    Instant startOf(int bin) {
        return series == null ? Instant.EPOCH : series.startOf(bin * merged);
    }

    /** How long a bin is. */
    Duration length() {
        return series == null ? Duration.ZERO : series.width().multipliedBy(merged);
    }

    /** How many packets or bytes a bin holds. */
    long amount(int row, int bin) {
        TimeSeries shown = series;
        if (shown == null) {
            return 0;
        }
        Map<Protection, long[]> amounts = bytes ? shown.bytes() : shown.packets();
        long[] bins = amounts.get(protections.get(row));
        long sum = 0;
        for (int i = bin * merged; bins != null && i < Math.min(bins.length, (bin + 1) * merged); i++) {
            sum += bins[i];
        }
        return sum;
    }

    @Override
    public int getSeriesCount() {
        return protections.size();
    }

    @Override
    public Comparable<?> getSeriesKey(int row) {
        return protections.get(row).label();
    }

    @Override
    public int getItemCount() {
        return series == null ? 0 : (series.bins() + merged - 1) / merged;
    }

    @Override
    public int getItemCount(int row) {
        return getItemCount();
    }

    @Override
    public DomainOrder getDomainOrder() {
        return DomainOrder.ASCENDING;
    }

    @Override
    public double getXValue(int row, int bin) {
        return origin() + (bin + 0.5) * width();
    }

    @Override
    public Number getX(int row, int bin) {
        return getXValue(row, bin);
    }

    @Override
    public double getYValue(int row, int bin) {
        return amount(row, bin) * MILLIS_PER_SECOND / width();
    }

    @Override
    public Number getY(int row, int bin) {
        return getYValue(row, bin);
    }
}
