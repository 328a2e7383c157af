package org.ipsecworkbench.ike;

/**
 * What reading may cost. Beyond a limit a problem says so.
 *
 * @param maxPayloads payloads of one message, proposals and transforms included; real ones stay below a few hundred, and a
 *     message of 64 kB could hold 16,000 of 4 bytes
 * @param maxProblems problems that are kept of one message, and of one source
 * @param maxNegotiations negotiations of one source that are told apart. Keeps a scan of made-up cookies from filling
 *     memory
 * @param maxSteps steps that are kept of one negotiation; the others are counted
 * @param maxAllSteps steps that are kept of all negotiations of one source, some 300 bytes each
 * @param maxKeptMessages messages of one source whose payloads are kept with their steps, some kB each
 * @param maxFragments IKE fragments of one message; RFC 7383 allows 65,535, real ones need a few
 * @param maxFragmentBytes bytes of IKE fragments of one source that wait for others
 */
public record IkeLimits(
        int maxPayloads,
        int maxProblems,
        int maxNegotiations,
        int maxSteps,
        int maxAllSteps,
        int maxKeptMessages,
        int maxFragments,
        long maxFragmentBytes) {
    /** For a workstation: made for a heap of 512 MB. */
    public static final IkeLimits DEFAULT = new IkeLimits(4096, 50, 20_000, 500, 100_000, 5_000, 255, 16L << 20);
}
