package org.ipsecworkbench.workbench;

import java.nio.file.Path;

/** The file that a window shows; in its Lookup, by which it is found and closed when the file goes. */
public interface ShownFile {
    /** The file, absolute. */
    Path file();
}
