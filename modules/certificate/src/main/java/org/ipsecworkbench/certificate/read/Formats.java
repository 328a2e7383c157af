package org.ipsecworkbench.certificate.read;

import java.util.List;
import org.ipsecworkbench.certificate.CertificateLimits;

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
        if (Capi2Reader.recognises(content)) {
            Capi2Reader.read(content, length, reading);
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

    /** Whether a source, of which this is the beginning, is one of those. */
    public static boolean recognises(byte[] head, long size) {
        if (head.length > 1 && head[0] == SEQUENCE && (head[1] & 0x80) != 0) {
            return isWhole(head, size);
        }
        List<String> lines = ListingText.lines(head, head.length);
        if (PemReader.recognises(lines)) {
            return lines.stream().anyMatch(PemReader::isCertificate);
        }
        Reading reading = new Reading(CertificateLimits.DEFAULT);
        if (ScriptReader.recognises(lines)) {
            ScriptReader.read(lines, reading);
        } else {
            CertutilReader.read(lines, reading);
        }
        return !reading.result("").isEmpty();
    }

    /** Whether one sequence fills the whole source, or says nothing of its length (X.690 section 8.1.3). */
    private static boolean isWhole(byte[] head, long size) {
        int octets = head[1] & 0x7f;
        if (octets == 0) {
            return true;
        }
        if (octets > Integer.BYTES || head.length < 2 + octets) {
            return false;
        }
        long length = 0;
        for (int i = 0; i < octets; i++) {
            length = length << Byte.SIZE | head[2 + i] & 0xff;
        }
        return length + 2 + octets == size;
    }

    /** Gives the password of a protected file. */
    public interface PasswordFor {
        /** A fresh array, which is overwritten after use; empty where there is none. */
        char[] password();
    }
}
