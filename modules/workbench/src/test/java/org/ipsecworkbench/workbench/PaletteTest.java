package org.ipsecworkbench.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the tones to what the designer promises in {@code branding/src/main/art/README.md}. */
class PaletteTest {
    private static final List<Color> LIGHT = List.of(new Color(0xFFFFFF), new Color(0xF2F2F2));
    private static final List<Color> DARK = List.of(new Color(0x3C3F41), new Color(0x2B2B2B));

    @ParameterizedTest
    @EnumSource
    void wordsCanBeReadOnEveryBackground(Tone tone) {
        LIGHT.forEach(background -> assertContrast(4.5, tone.text(false), background));
        DARK.forEach(background -> assertContrast(4.5, tone.text(true), background));
    }

    @ParameterizedTest
    @EnumSource
    void areasStandOutFromTheirBackground(Tone tone) {
        assertContrast(3, tone.fill(false), LIGHT.get(0));
        assertContrast(3, tone.fill(true), DARK.get(0));
    }

    @Test
    void contrastIsThatOfTheStandard() {
        assertEquals(21, Palette.contrast(Color.BLACK, Color.WHITE), 0.001);
        assertEquals(1, Palette.contrast(Color.RED, Color.RED), 0.001);
    }

    private static void assertContrast(double least, Color colour, Color background) {
        double contrast = Palette.contrast(colour, background);
        assertTrue(contrast >= least, () -> colour + " on " + background + " has only " + contrast);
    }
}
