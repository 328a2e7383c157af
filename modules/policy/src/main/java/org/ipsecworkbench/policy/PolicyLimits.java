package org.ipsecworkbench.policy;

/**
 * What reading policies may cost. Beyond a limit a problem says so.
 *
 * @param maxBytes bytes of one file that are read; a state of the filtering platform has 3 MB, a policy of 1,000 rules 2 MB
 * @param maxObjects rules, filters, sets and other objects of all files together
 * @param maxSettings values of one object
 * @param maxText characters of one value; more are cut off
 * @param maxUnknown lines that no table knows, which are kept
 * @param maxDepth objects of JSON or elements of XML inside each other
 * @param maxProblems problems that are kept
 */
public record PolicyLimits(
        int maxBytes, int maxObjects, int maxSettings, int maxText, int maxUnknown, int maxDepth, int maxProblems) {
    /** For a workstation: a few hundred MB at most. */
    public static final PolicyLimits DEFAULT = new PolicyLimits(64 << 20, 50_000, 500, 4096, 2000, 64, 100);
}
