package org.ipsecworkbench.workbench;

import javax.swing.Icon;
import org.openide.util.ImageUtilities;

/** The icon of a verdict, of a class of traffic or of an outcome, and its tone. Every mark has a shape of its own. */
public enum Mark {
    /** Closed padlock. */
    ENCRYPTED("verdict-encrypted", Tone.ENCRYPTED),
    /** Seal. */
    INTEGRITY_ONLY("verdict-integrity-only", Tone.INTEGRITY_ONLY),
    /** Padlock with a question mark. */
    PROTECTED_UNKNOWN("verdict-protected-unknown", Tone.PROTECTED_UNKNOWN),
    /** Half a padlock. */
    MIXED("verdict-mixed", Tone.UNDECIDABLE),
    /** Open padlock with an exclamation mark. */
    CLEAR("verdict-clear", Tone.CLEAR),
    /** Badge. */
    AUTHENTICATED_ONLY("verdict-authenticated-only", Tone.AUTHENTICATED_ONLY),
    /** Hourglass. */
    INSUFFICIENT("verdict-insufficient", Tone.NOT_COUNTED),
    /** Diamond with a question mark. */
    INCONCLUSIVE("verdict-inconclusive", Tone.UNDECIDABLE),
    /** Key. */
    KEYING("class-keying", Tone.KEYING),
    /** Circle with a bar. */
    NOT_COUNTED("class-not-counted", Tone.NOT_COUNTED),
    /** Circle with a tick. */
    SUCCEEDED("outcome-established", Tone.ENCRYPTED),
    /** Circle with a cross. */
    FAILED("outcome-failed", Tone.CLEAR),
    /** Triangle with an exclamation mark. */
    ATTENTION("verdict-attention", Tone.UNDECIDABLE);

    private static final String FOLDER = "org/ipsecworkbench/workbench/icons/";

    private final String file;
    private final Tone tone;

    Mark(String file, Tone tone) {
        this.file = file;
        this.tone = tone;
    }

    /** Its tone. */
    public Tone tone() {
        return tone;
    }

    /** The icon, 16 pixels square, for the look and feel of now. */
    public Icon icon() {
        return ImageUtilities.loadImageIcon(FOLDER + file + ".svg", false);
    }

    /** The icon in another size, in pixels. */
    public Icon icon(int size) {
        return new ScaledIcon(icon(), size);
    }
}
