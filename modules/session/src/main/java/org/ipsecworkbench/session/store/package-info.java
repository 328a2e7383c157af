/** Sessions on disk: ZIP files and folders, written so that none is ever torn and read so that none costs more than it may. */
@NullMarked
package org.ipsecworkbench.session.store;

import org.jspecify.annotations.NullMarked;
