@NullMarked
package org.ipsecworkbench.ikelogbrowser.event;

import org.jspecify.annotations.NullMarked;
