package org.ipsecworkbench.diagnosis;

/**
 * What one timeline may cost. Beyond a limit a problem says how much is left out.
 *
 * @param maxEntries of all evidence, some 300 bytes each
 * @param maxItemEntries of one piece of evidence, so that one long log leaves room for the others
 * @param maxPairs pairs of addresses of one capture, those that need attention first
 * @param maxCompared negotiations of one piece of evidence by which clocks are compared, some kB each
 * @param maxProblems problems that are kept
 */
public record TimelineLimits(int maxEntries, int maxItemEntries, int maxPairs, int maxCompared, int maxProblems) {
    /** For a workstation: made for a heap of 512 MB. */
    public static final TimelineLimits DEFAULT = new TimelineLimits(200_000, 50_000, 200, 200, 200);
}
