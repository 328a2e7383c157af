package org.ipsecworkbench.ike;

import org.jspecify.annotations.Nullable;

/**
 * What a file says of key negotiations.
 *
 * @param report the negotiations
 * @param log what only an Oakley.log has; null where it is none
 * @param packets of a capture, whatever their sort; 0 where it is none
 */
public record IkeContents(IkeReport report, @Nullable OakleyReport log, long packets) {}
