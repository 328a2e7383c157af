/** What happened when: one timeline of all evidence of a session. */
@NullMarked
package org.ipsecworkbench.diagnosis.timeline;

import org.jspecify.annotations.NullMarked;
