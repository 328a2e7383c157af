/** Tests of what only the whole shows: the layers, the module system, the packaged application and its launcher. */
@NullMarked
package org.ipsecworkbench.application;

import org.jspecify.annotations.NullMarked;
