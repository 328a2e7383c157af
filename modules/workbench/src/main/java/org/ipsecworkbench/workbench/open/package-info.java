/** The ways in: menu, toolbar, dropped files, command line, recent files. */
@NullMarked
package org.ipsecworkbench.workbench.open;

import org.jspecify.annotations.NullMarked;
