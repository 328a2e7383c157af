package org.ipsecworkbench.session;

/**
 * A place in the evidence that somebody wants to find again.
 *
 * @param item the {@link EvidenceItem#id}
 * @param place as it is called everywhere: {@code packet 17}, {@code line 300}, {@code event 5}; empty for the whole item
 * @param note why
 * @param others what a newer version wrote: an object of JSON as text; else empty
 */
public record Bookmark(String item, String place, String note, String others) {}
