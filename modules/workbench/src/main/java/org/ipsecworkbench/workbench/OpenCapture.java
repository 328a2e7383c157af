package org.ipsecworkbench.workbench;

import java.nio.file.Path;

/**
 * A capture that a window shows. Its window puts it into its Lookup, by which the actions of other views find the file.
 */
public interface OpenCapture {
    /** The file, absolute. */
    Path file();
}
