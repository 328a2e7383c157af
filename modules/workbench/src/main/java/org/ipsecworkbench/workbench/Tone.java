package org.ipsecworkbench.workbench;

import java.awt.Color;

/**
 * What a colour says about protection, everywhere in the workbench. In the order in which charts stack and legends list.
 *
 * <p>The values are the designer's, see {@code branding/src/main/art/README.md}: told apart also without red, green or
 * blue receptors, fills with a contrast of 3:1 and text with 4.5:1.
 */
public enum Tone {
    /** Protected and unreadable. */
    ENCRYPTED(0x1D687E, 0x2EDAF4, 0x1D687E, 0x2EDAF4, Hatching.NONE),
    /** Protected against change, readable. */
    INTEGRITY_ONLY(0x1A98DA, 0x5AA9FF, 0x0B6EA2, 0x74B7FF, Hatching.NONE),
    /** Protected, it is not known how. */
    PROTECTED_UNKNOWN(0x5A5CF6, 0x7E78FC, 0x4A4CE0, 0xA6A2FF, Hatching.RISING),
    /** Hosts know each other, traffic in clear. */
    AUTHENTICATED_ONLY(0x610F82, 0xE970C8, 0x610F82, 0xF08FD4, Hatching.DOTS),
    /** In clear. */
    CLEAR(0xC4421D, 0xEA6A24, 0xB23A18, 0xFF935C, Hatching.NONE),
    /** Negotiates keys. */
    KEYING(0x30383D, 0xE8EEF3, 0x30383D, 0xE8EEF3, Hatching.NONE),
    /** Does not count for a judgement. */
    NOT_COUNTED(0x878A8C, 0x898989, 0x66696B, 0xB4B4B4, Hatching.NONE),
    /** Is not of the kind that is judged at all. */
    OTHER(0x878A8C, 0x898989, 0x66696B, 0xB4B4B4, Hatching.LEVEL),
    /** Needs a closer look. */
    UNDECIDABLE(0xC88700, 0xF6C83C, 0x855800, 0xF6C83C, Hatching.FALLING);

    private final int lightFill;
    private final int darkFill;
    private final int lightText;
    private final int darkText;
    private final Hatching hatching;

    Tone(int lightFill, int darkFill, int lightText, int darkText, Hatching hatching) {
        this.lightFill = lightFill;
        this.darkFill = darkFill;
        this.lightText = lightText;
        this.darkText = darkText;
        this.hatching = hatching;
    }

    /** The colour of areas, bars and chips on a dark or a light background. */
    public Color fill(boolean dark) {
        return new Color(dark ? darkFill : lightFill);
    }

    /** The colour of words and thin lines on a dark or a light background. */
    public Color text(boolean dark) {
        return new Color(dark ? darkText : lightText);
    }

    Hatching hatching() {
        return hatching;
    }
}
