package org.ipsecworkbench.ikelogbrowser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** By what a file that was changed is known. */
record Stamp(long size, FileTime modified) {
    /** Of now; of a file that is gone or cannot be asked: empty since the beginning of time. Asks the disk. */
    static Stamp of(Path file) {
        try {
            return new Stamp(Files.size(file), Files.getLastModifiedTime(file));
        } catch (IOException e) {
            return new Stamp(0, FileTime.fromMillis(0));
        }
    }
}
