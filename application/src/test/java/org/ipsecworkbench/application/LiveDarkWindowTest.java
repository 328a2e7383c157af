package org.ipsecworkbench.application;

import org.junit.jupiter.api.Test;

/** As {@link LiveLightWindowTest} for someone who has chosen the dark look and feel. */
class LiveDarkWindowTest {
    @Test
    void whatPassesIsShownWhileItIsCaptured() throws Exception {
        LiveCaptureInside.assumeCapture();
        WindowSuite.run("live-dark", "com.formdev.flatlaf.FlatDarkLaf", LiveCaptureInside.class);
    }
}
