package org.ipsecworkbench.commandline;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** Exceptions as sentences for people. */
final class Messages {
    private Messages() {}

    static String of(Exception e) {
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist.";
        }
        if (e instanceof AccessDeniedException denied) {
            return denied.getFile() + " cannot be read: permission denied.";
        }
        if (e instanceof FileSystemException failed && failed.getReason() != null) {
            return failed.getFile() + ": " + failed.getReason() + ".";
        }
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }
}
