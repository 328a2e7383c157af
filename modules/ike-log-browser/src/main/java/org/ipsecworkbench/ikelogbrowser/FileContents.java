package org.ipsecworkbench.ikelogbrowser;

import org.ipsecworkbench.ike.IkeContents;
import org.ipsecworkbench.ikelogbrowser.detail.EventBook;

/**
 * What one file says.
 *
 * @param contents its negotiations
 * @param events its events
 */
record FileContents(IkeContents contents, EventBook events) {}
