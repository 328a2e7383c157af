/** The check of the state of services. */
@NullMarked
package org.ipsecworkbench.diagnosis.check.service;

import org.jspecify.annotations.NullMarked;
