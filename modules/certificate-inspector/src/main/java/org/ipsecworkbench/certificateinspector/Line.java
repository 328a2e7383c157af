package org.ipsecworkbench.certificateinspector;

import org.ipsecworkbench.workbench.Formats;

/** A line of the table: a certificate, or the heading of a group of them. */
sealed interface Line {
    /**
     * Stands above a group.
     *
     * @param key what the group is known by when it is closed
     * @param title of the group
     * @param note a sentence about it; empty where there is none
     * @param count certificates in it
     * @param isOpen whether they stand below it
     */
    record Heading(String key, String title, String note, int count, boolean isOpen) implements Line {
        /** All of it for people. */
        String words() {
            String counted = title + ": " + Formats.count(count, "certificate", "certificates");
            return note.isEmpty() ? counted : counted + ". " + note;
        }
    }

    /** A certificate. */
    record Entry(CertificateRow row) implements Line {}
}
