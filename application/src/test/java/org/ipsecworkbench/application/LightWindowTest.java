package org.ipsecworkbench.application;

import org.junit.jupiter.api.Test;

/** Uses the application's windows as a person would, in the light look and feel, which is the one it comes with. */
class LightWindowTest {
    @Test
    void everythingIsUsedAsAPersonWould() throws Exception {
        WindowSuite.run(
                "light",
                "com.formdev.flatlaf.FlatLightLaf",
                CaptureWindowInside.class,
                ChartsInside.class,
                NegotiationsInside.class,
                SourcesInside.class,
                EventsInside.class,
                FilterInside.class,
                KeyboardInside.class,
                FilesInside.class,
                FavoritesInside.class,
                FollowInside.class);
    }
}
