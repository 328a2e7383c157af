/** From flows to verdicts: eligibility, confidentiality per SPI, coverage per pair, reasons in words. */
@NullMarked
package org.ipsecworkbench.capture.judge;

import org.jspecify.annotations.NullMarked;
