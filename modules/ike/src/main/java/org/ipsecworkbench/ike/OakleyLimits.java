package org.ipsecworkbench.ike;

/**
 * What reading an Oakley.log may cost, beside {@link IkeLimits}. Beyond a limit a problem or a count says so.
 *
 * @param maxLineBytes bytes of one line that are read; the longest documented ones stay below 500
 * @param maxText characters of a line that a step keeps
 * @param maxOutside lines outside of all negotiations that are kept
 * @param maxThreads threads that are followed at once; Windows uses a few dozen
 * @param maxYears how often the year may change; Oakley.log was written from 2000 to 2015
 */
public record OakleyLimits(int maxLineBytes, int maxText, int maxOutside, int maxThreads, int maxYears) {
    /** For a workstation: with the default {@link IkeLimits} some 100 MB at most. */
    public static final OakleyLimits DEFAULT = new OakleyLimits(4096, 200, 1000, 1024, 20);
}
