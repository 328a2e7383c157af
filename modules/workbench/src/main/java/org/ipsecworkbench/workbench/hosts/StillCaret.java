package org.ipsecworkbench.workbench.hosts;

import javax.swing.text.DefaultCaret;

/** A caret that never scrolls its text into sight when the text changes. */
final class StillCaret extends DefaultCaret {
    private static final long serialVersionUID = 1;

    StillCaret() {
        setUpdatePolicy(NEVER_UPDATE);
    }
}
