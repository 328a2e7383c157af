package org.ipsecworkbench.workbench;

import javax.swing.text.DefaultCaret;

/** A caret that never scrolls its text into sight when the text changes. */
public final class StillCaret extends DefaultCaret {
    private static final long serialVersionUID = 1;

    /** At the beginning of a text. */
    public StillCaret() {
        setUpdatePolicy(NEVER_UPDATE);
    }
}
