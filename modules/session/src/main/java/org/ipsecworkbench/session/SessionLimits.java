package org.ipsecworkbench.session;

/**
 * What one session may cost. What is beyond a limit is a problem that says so, and the rest is read.
 *
 * @param maxManifestBytes of {@code session.json}; 64 MiB by default, some hundred thousand items
 * @param maxItems of evidence; 100,000 by default, a thousand hosts with a hundred commands each
 * @param maxDirectoryBytes of the ZIP's directory, which is held in memory; 64 MiB by default
 * @param maxItemBytes of one item; 16 TiB by default, what the largest disks hold
 * @param maxInflation how many times larger than its packed form an item may be once it is larger than {@code
 *     freeInflationBytes}; 200 by default. Text of Windows packs to a tenth, only zeros and bombs pack to a thousandth
 * @param freeInflationBytes 256 MiB by default: so much costs nobody anything
 * @param maxProblems kept; the rest is counted
 */
public record SessionLimits(
        int maxManifestBytes,
        int maxItems,
        long maxDirectoryBytes,
        long maxItemBytes,
        int maxInflation,
        long freeInflationBytes,
        int maxProblems) {
    /** What is read unless somebody says otherwise. */
    public static final SessionLimits DEFAULT =
            new SessionLimits(64 << 20, 100_000, 64 << 20, 16L << 40, 200, 256L << 20, 1000);
}
