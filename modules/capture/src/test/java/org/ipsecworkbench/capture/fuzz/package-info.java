/**
 * Coverage-guided fuzzing with Jazzer: libpcap and pcapng through the whole engine, and frames of every link layer.
 * The other formats have their targets beside their tests.
 *
 * <p>In every build each target runs over its seeds, small captures and what was found before. {@code mvn -Pfuzz} fuzzes
 * each for the time that its annotation says. A finding is written to the module's {@code target} folder; it becomes a
 * named test beside the fix.
 */
package org.ipsecworkbench.capture.fuzz;
