package org.ipsecworkbench.capture;

/**
 * What one capture may cost. Beyond a limit a problem says so and the counts stay right.
 *
 * @param maxRecordBytes the longest record or block that is believed, in bytes; longer ones are damage. libpcap's own
 *     limit for a snapshot is 262,144 bytes, captures of segmentation offload and pcapng metadata are larger
 * @param maxFlows how many flows are told apart; further ones are counted together. Keeps a scan of spoofed addresses
 *     from filling memory: a flow takes about 300 bytes, and one with a time line of its own 8 kB more
 * @param maxTimelines how many flows have a time line of their own; the others share one per class
 * @param maxDecompressedBytes how large a compressed capture may grow on the temporary disk, in bytes
 * @param maxProblems how many problems are kept; the rest is only counted
 * @param maxIndexedPackets packets that can be asked for one by one, which costs 8 bytes each: up to 64 MB beside the heap, then
 *     of the temporary disk. 0 where only the coverage is wanted
 * @param maxFragmentedDatagrams datagrams whose fragments are awaited at the same time
 */
public record CaptureLimits(
        int maxRecordBytes,
        int maxFlows,
        int maxTimelines,
        long maxDecompressedBytes,
        int maxProblems,
        long maxIndexedPackets,
        int maxFragmentedDatagrams) {
    /** For a workstation: made for a heap of 512 MB. A table has no more rows than there are packets indexed. */
    public static final CaptureLimits DEFAULT =
            new CaptureLimits(16 << 20, 1 << 17, 2048, 64L << 30, 200, 2_000_000_000, 1 << 16);

    /** The same for who only wants the coverage. */
    public CaptureLimits withoutIndex() {
        return new CaptureLimits(
                maxRecordBytes, maxFlows, maxTimelines, maxDecompressedBytes, maxProblems, 0, maxFragmentedDatagrams);
    }
}
