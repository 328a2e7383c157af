/**
 * Coverage-guided fuzzing with Jazzer: libpcap, pcapng and compressed files through the whole engine, and frames of every
 * link layer. The other formats, the detail trees and the filter have their targets beside their tests.
 *
 * <p>In every build each target runs over its seeds, which are small captures of our own and made files. {@code mvn -Pfuzz
 * test -pl modules/capture} searches from there on. What it finds is written to the module's {@code target} folder and
 * becomes a named test beside the fix.
 */
package org.ipsecworkbench.capture.fuzz;
