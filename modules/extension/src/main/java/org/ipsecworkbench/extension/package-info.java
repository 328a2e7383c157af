/**
 * Calls what third parties contribute, so that what fails there is named and the rest goes on.
 *
 * <pre>{@code
 * for (Runnable provider : Lookup.getDefault().lookupAll(Runnable.class)) {
 *     Extensions.attempt(provider, Extensions.PATIENCE, () -> {
 *         provider.run();
 *         return Boolean.TRUE;
 *     });
 * }
 * }</pre>
 *
 * <p>In motion.
 */
@NullMarked
package org.ipsecworkbench.extension;

import org.jspecify.annotations.NullMarked;
