/**
 * The hosts that a user works with, kept in one file that the window and the command line share, and read from the lists
 * that others keep.
 */
@NullMarked
package org.ipsecworkbench.hostconnection.known;

import org.jspecify.annotations.NullMarked;
