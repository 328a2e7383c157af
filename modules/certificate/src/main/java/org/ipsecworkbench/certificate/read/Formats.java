package org.ipsecworkbench.certificate.read;

import java.util.List;

/** Finds out by its content what a source is, and reads it. */
public final class Formats {
    private static final int SEQUENCE = 0x30;

    private Formats() {}

    /** Reads one source. */
    public static void read(byte[] content, PasswordFor passwords, Reading reading) {
        int length = content.length;
        if (length > reading.limits().maxBytes()) {
            length = reading.limits().maxBytes();
            reading.problem(reading.file(), "It is longer than " + length + " bytes; what follows was not read.");
        }
        if (length > 1 && content[0] == SEQUENCE && (content[1] & 0x80) != 0) {
            DerReader.read(content, length, passwords, reading);
            return;
        }
        List<String> lines = ListingText.lines(content, length);
        if (PemReader.recognises(lines)) {
            PemReader.read(lines, passwords, reading);
        } else if (ScriptReader.recognises(lines)) {
            ScriptReader.read(lines, reading);
        } else {
            CertutilReader.read(lines, reading);
        }
    }

    /** Gives the password of a protected file. */
    public interface PasswordFor {
        /** A fresh array, which is overwritten after use; empty where there is none. */
        char[] password();
    }
}
