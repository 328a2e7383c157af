package org.ipsecworkbench.ike;

/**
 * What reading events and WFP files may cost. Beyond a limit a problem says so.
 *
 * @param maxProblems problems that are kept of one source
 * @param maxDepth elements of XML inside each other; real ones stay below 20
 * @param maxMarkup characters of one tag of XML, and of one line of text
 * @param maxNames names of elements that are told apart in one file; real ones stay below 1,000
 * @param maxFields values of one event, and of one item of a WFP list; more are left out
 * @param maxText characters of one value, and of one description; more are cut off
 * @param maxUnpacked bytes of all files of one cabinet together
 * @param maxTokens parts of all events of one chunk of a binary log, those of their templates included; real ones have some
 *     10,000
 * @param maxCharacters characters of the same, 64 kB of values that events may use again
 */
public record EventLimits(
        int maxProblems,
        int maxDepth,
        int maxMarkup,
        int maxNames,
        int maxFields,
        int maxText,
        long maxUnpacked,
        int maxTokens,
        int maxCharacters) {
    /** For a workstation. */
    public static final EventLimits DEFAULT =
            new EventLimits(50, 64, 65_536, 4096, 256, 32_768, 512L << 20, 400_000, 16 << 20);
}
