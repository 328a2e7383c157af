/**
 * Shows a capture: verdict, host pairs, coverage over time, packets.
 *
 * <p>One window per file. {@link org.ipsecworkbench.captureviewer.CaptureLoad} reads it in the background and hands
 * snapshots to the tabs, so that a capture of any size shows its first rows at once.
 */
@NullMarked
package org.ipsecworkbench.captureviewer;

import org.jspecify.annotations.NullMarked;
