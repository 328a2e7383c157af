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
 * @param maxFragmentedDatagrams datagrams whose fragments are awaited at the same time
 */
public record CaptureLimits(
        int maxRecordBytes,
        int maxFlows,
        int maxTimelines,
        long maxDecompressedBytes,
        int maxProblems,
        int maxFragmentedDatagrams) {
    /** For a workstation: made for a heap of 512 MB, of which the index takes 8 bytes per packet. */
    public static final CaptureLimits DEFAULT = new CaptureLimits(16 << 20, 1 << 17, 2048, 64L << 30, 200, 1 << 16);
}
