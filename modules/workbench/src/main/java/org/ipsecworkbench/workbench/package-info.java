/**
 * What all views of the workbench share: the look of verdicts, charts and tables, how values are written, and how files
 * find the view that opens them.
 *
 * <p>A view adds itself as {@link org.ipsecworkbench.workbench.FileOpener}, shows its judgement in a {@link
 * org.ipsecworkbench.workbench.VerdictBanner}, its charts in a {@link org.ipsecworkbench.workbench.ChartView}, its tables
 * with {@link org.ipsecworkbench.workbench.TableLook}, and writes every number through {@link
 * org.ipsecworkbench.workbench.Formats}. Colours come from {@link org.ipsecworkbench.workbench.Palette} alone.
 *
 * <p>Unless a type says otherwise, everything here belongs to the event dispatch thread.
 *
 * <pre>{@code
 * VerdictBanner banner = new VerdictBanner();
 * banner.show(Mark.ENCRYPTED, "Encrypted", List.of("All packets that count are in ESP."));
 * JTable table = new JTable(3, 2);
 * TableLook.dress(table);
 * }</pre>
 *
 * <p>Stable.
 */
@NullMarked
package org.ipsecworkbench.workbench;

import org.jspecify.annotations.NullMarked;
