package org.ipsecworkbench.session;

import java.util.List;
import java.util.Locale;

/**
 * What a piece of evidence is. Modules of others may have kinds of their own, so that this is no enum; what is compared is the
 * key.
 *
 * @param key the name in the format, which never changes
 * @param label for people, in the singular
 */
public record EvidenceKind(String key, String label) {
    /** A command and what it printed. */
    public static final EvidenceKind TRANSCRIPT = new EvidenceKind("transcript", "Command output");

    /** A command that was sent for another purpose than to diagnose: a test, a change or its undoing; and what it printed. */
    public static final EvidenceKind COMMAND = new EvidenceKind("command", "Output of other commands");

    /** A network capture of any format. */
    public static final EvidenceKind CAPTURE = new EvidenceKind("capture", "Capture");

    /** Oakley.log of Windows 2000, XP and 2003. */
    public static final EvidenceKind OAKLEY_LOG = new EvidenceKind("oakley-log", "Oakley log");

    /** Events of Windows: a binary log, or an export as XML, table or text. */
    public static final EvidenceKind EVENTS = new EvidenceKind("events", "Events");

    /** Lists and traces of the Windows Filtering Platform, as XML or cabinet. */
    public static final EvidenceKind WFP = new EvidenceKind("wfp", "Filtering platform");

    /** A policy: a listing, a script or an export that is no transcript. */
    public static final EvidenceKind POLICY = new EvidenceKind("policy", "Policy");

    /** One or more certificates. */
    public static final EvidenceKind CERTIFICATE = new EvidenceKind("certificate", "Certificate");

    /** What a collector script packed on a host. */
    public static final EvidenceKind COLLECTION = new EvidenceKind("collection", "Collector archive");

    /** What was sent to hosts, when and by which action, as a table of text. */
    public static final EvidenceKind AUDIT_TRAIL = new EvidenceKind("audit-trail", "Commands sent");

    /** Anything that nothing here reads. */
    public static final EvidenceKind FILE = new EvidenceKind("file", "File");

    private static final List<EvidenceKind> KNOWN = List.of(
            TRANSCRIPT, COMMAND, CAPTURE, OAKLEY_LOG, EVENTS, WFP, POLICY, CERTIFICATE, COLLECTION, AUDIT_TRAIL, FILE);

    /** Lower-case the key, so that it compares. */
    public EvidenceKind {
        key = key.toLowerCase(Locale.ROOT);
    }

    /** The kind of that key; one that is not known here is called by its key. */
    public static EvidenceKind of(String key) {
        return KNOWN.stream()
                .filter(kind -> kind.key.equals(key.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseGet(() -> new EvidenceKind(key, key));
    }

    /** Whether its content is a {@link Evidence#transcript}. */
    public boolean isTranscript() {
        return equals(TRANSCRIPT) || equals(COMMAND);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EvidenceKind kind && kind.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
