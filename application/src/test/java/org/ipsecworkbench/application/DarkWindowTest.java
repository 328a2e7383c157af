package org.ipsecworkbench.application;

import org.junit.jupiter.api.Test;

/** As {@link LightWindowTest} for someone who has chosen the dark look and feel. One class each, for a process each. */
class DarkWindowTest {
    @Test
    void theSampleCaptureIsOpenedJudgedAndFiltered() throws Exception {
        WindowSuite.run(
                "dark",
                "com.formdev.flatlaf.FlatDarkLaf",
                CaptureWindowInside.class,
                SourcesInside.class,
                EventsInside.class,
                FavoritesInside.class);
    }
}
