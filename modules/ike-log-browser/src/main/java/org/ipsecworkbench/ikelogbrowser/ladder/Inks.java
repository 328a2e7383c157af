package org.ipsecworkbench.ikelogbrowser.ladder;

import java.awt.Color;
import javax.swing.UIManager;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.Tone;

/**
 * The colours of a ladder.
 *
 * @param background behind it
 * @param words titles and arrows
 * @param muted what matters less
 * @param lifeline the hosts' lines
 * @param failed where the failure shows
 */
record Inks(Color background, Color words, Color muted, Color lifeline, Color failed) {
    /** Those of the look and feel of now. */
    static Inks now() {
        return new Inks(
                Palette.content(), Palette.foreground(), Palette.muted(), Palette.line(), Palette.text(Tone.CLEAR));
    }

    /** Those of a selected row. */
    static Inks selected(boolean focused) {
        if (!focused) {
            Inks now = now();
            Color behind = UIManager.getColor("List.selectionInactiveBackground");
            return new Inks(behind == null ? now.lifeline : behind, now.words, now.words, now.muted, now.failed);
        }
        Color behind = UIManager.getColor("List.selectionBackground");
        Color words = UIManager.getColor("List.selectionForeground");
        Color ink = words == null ? Palette.foreground() : words;
        return new Inks(behind == null ? Palette.line() : behind, ink, ink, ink, ink);
    }

    /** Those of paper, whatever the look and feel. */
    static Inks paper() {
        return new Inks(
                Color.WHITE, new Color(0x1E2124), new Color(0x55595C), new Color(0xC8CBCD), Tone.CLEAR.text(false));
    }
}
