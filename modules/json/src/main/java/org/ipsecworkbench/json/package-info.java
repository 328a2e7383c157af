/**
 * Reads and writes JSON (RFC 8259) as a tree: one reader for all engines, on Jackson's streaming parser, which has limits for
 * everything that a file can grow by. What stands before the first damage is kept.
 */
@NullMarked
package org.ipsecworkbench.json;

import org.jspecify.annotations.NullMarked;
