package org.ipsecworkbench.capture.spi;

import java.util.List;

/** Walks the records of one capture file. */
public interface RecordReader {
    /**
     * Reads on from where the last call ended, until the batch is full or the file ends. Called by one thread at a time.
     * A record of which the file has only the beginning is left for the next call and reported with {@link
     * org.ipsecworkbench.capture.ProblemLog#cutOff}.
     *
     * @param batch takes the records behind those that it has
     * @return whether there may be more; false at the end of the file or at damage that reading cannot get over
     */
    boolean fill(RecordBatch batch);

    /**
     * Whether {@link #fill} goes on when more was appended to the file. Never so, unless a reader says otherwise, in formats
     * with a table at their end; and not behind damage that reading cannot get over.
     */
    default boolean canGoOn() {
        return false;
    }

    /**
     * Reads the one record that {@link #fill} found at a position before. Called by any thread.
     *
     * @param position what {@link RecordBatch#position} held for it
     * @param batch cleared before the call; holds the record afterwards
     */
    void read(long position, RecordBatch batch);

    /**
     * What the file says about a record beside its packet, such as comments and the interface's name, for people. Called
     * by any thread, for one packet at a time.
     *
     * @param position what {@link RecordBatch#position} held for it
     */
    default List<String> notes(long position) {
        return List.of();
    }

    /** How far {@link #fill} got, in bytes from the beginning of the file; for progress. */
    long position();
}
