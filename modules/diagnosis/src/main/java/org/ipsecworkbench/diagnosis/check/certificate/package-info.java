/** The check of whether computers have certificates that IKE can use. */
@NullMarked
package org.ipsecworkbench.diagnosis.check.certificate;

import org.jspecify.annotations.NullMarked;
