/** The tab that lists the flows: who sends what to whom, by class and SPI, and whether it can be read. */
@NullMarked
package org.ipsecworkbench.captureviewer.flows;

import org.jspecify.annotations.NullMarked;
