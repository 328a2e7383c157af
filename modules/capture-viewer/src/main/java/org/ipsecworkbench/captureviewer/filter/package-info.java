/** The display filter: the field it is typed into, what it proposes, what was typed before. */
@NullMarked
package org.ipsecworkbench.captureviewer.filter;

import org.jspecify.annotations.NullMarked;
