/**
 * Turns listings into blocks of settings: text of netsh and of PowerShell, scripts, JSON, exports of the registry, and XML
 * of the filtering platform. What the blocks mean says package {@code assemble}.
 */
@NullMarked
package org.ipsecworkbench.policy.read;

import org.jspecify.annotations.NullMarked;
