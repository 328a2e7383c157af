/** Reads what the Windows Filtering Platform lists and logs: {@code netsh wfp show}, {@code wfpdiag.xml} and its cabinet. */
@NullMarked
package org.ipsecworkbench.ike.wfp;

import org.jspecify.annotations.NullMarked;
