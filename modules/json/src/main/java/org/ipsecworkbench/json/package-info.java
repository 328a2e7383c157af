/**
 * Reads and writes JSON (RFC 8259) as a tree: one reader for all engines, on Jackson's streaming parser, which has limits for
 * everything that a file can grow by. What stands before the first damage is kept.
 *
 * <pre>{@code
 * JsonValue.Members object = new JsonWriter().put("host", "SRV1").put("rules", 3).build();
 * System.out.println(JsonWriter.compact(object));
 * JsonReader.Result read = JsonReader.read("{\"host\": \"SRV1\"", JsonLimits.DEFAULT);
 * System.out.println(read.damage());
 * }</pre>
 *
 * <p>In motion.
 */
@NullMarked
package org.ipsecworkbench.json;

import org.jspecify.annotations.NullMarked;
