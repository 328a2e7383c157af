package org.ipsecworkbench.capture.spi;

/**
 * Consecutive records of a capture, as columns. Reused from batch to batch, so that nothing is allocated per packet.
 *
 * <p>The columns are public arrays because every packet of a capture passes through them; only the first {@link #size()}
 * entries mean anything.
 */
public final class RecordBatch {
    /** In {@link #time}: the file does not say when. */
    public static final long NO_TIME = Long.MIN_VALUE;
    /** In {@link #linkType}: a record that carries something else than a packet, which counts as not IP. */
    public static final int NO_PACKET = -1;

    /** Where the record begins in the file; {@link RecordReader#read} finds it again by this. Ascending. */
    public final long[] position;
    /** Where the packet's bytes begin in the file. */
    public final long[] data;
    /** How many bytes of the packet the file holds; not negative. */
    public final int[] captured;
    /** How many bytes the packet had on the wire, as an unsigned number. */
    public final int[] original;
    /** When it was captured, in nanoseconds since 1970-01-01 UTC, or {@link #NO_TIME}. */
    public final long[] time;
    /** Link layer, by its number in the tcpdump registry (LINKTYPE_ value), or {@link #NO_PACKET}. */
    public final int[] linkType;

    /** An index keeps places as 32 bits from the first of their batch. */
    private static final long MAX_DISTANCE = 0xffff_ffffL;

    private final long span;
    private int size;

    /**
     * For so many records, or fewer where they would spread over much of the file.
     *
     * @param span after a record that begins so many bytes behind the first one, the batch is full
     */
    public RecordBatch(int capacity, int span) {
        this.span = span;
        position = new long[capacity];
        data = new long[capacity];
        captured = new int[capacity];
        original = new int[capacity];
        time = new long[capacity];
        linkType = new int[capacity];
    }

    /** How many records there are. */
    public int size() {
        return size;
    }

    /** Whether no further record fits. */
    public boolean isFull() {
        return size == position.length || size > 0 && position[size - 1] - position[0] >= span;
    }

    /**
     * Whether a record that begins at a place has to wait for the next batch. Only formats whose records may lie gigabytes
     * apart need to ask.
     */
    public boolean isTooFar(long place) {
        return size > 0 && place - position[0] > MAX_DISTANCE;
    }

    /** Makes it empty. */
    public void clear() {
        size = 0;
    }

    /** Appends a record; see the columns for the meaning of each argument. */
    public void add(long position, long data, int captured, int original, long time, int linkType) {
        int i = size;
        this.position[i] = position;
        this.data[i] = data;
        this.captured[i] = captured;
        this.original[i] = original;
        this.time[i] = time;
        this.linkType[i] = linkType;
        size = i + 1;
    }
}
