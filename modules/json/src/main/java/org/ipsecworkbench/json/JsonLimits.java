package org.ipsecworkbench.json;

/**
 * What a document may cost; behind a limit it counts as damaged.
 *
 * @param maxBytes of a document; 64 MiB by default, ten times the largest that a host was seen to print
 * @param maxDepth of arrays and objects in one another; 100 by default, since a reader follows them on the stack
 * @param maxValues in a document; 2 million by default, some 200 MB of memory
 * @param maxText characters of one string or name; 16 million by default
 */
public record JsonLimits(int maxBytes, int maxDepth, int maxValues, int maxText) {
    /** 64 MiB, 100 deep, 2 million values, texts of 16 million characters. */
    public static final JsonLimits DEFAULT = new JsonLimits(64 << 20, 100, 2_000_000, 16 << 20);
}
