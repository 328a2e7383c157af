package org.ipsecworkbench.application;

import org.junit.jupiter.api.Test;

/** Captures on the loopback interface as a person would, in the light look and feel. */
class LiveLightWindowTest {
    @Test
    void whatPassesIsShownWhileItIsCaptured() throws Exception {
        LiveCaptureInside.assumeCapture();
        WindowSuite.run(LiveCaptureInside.class, "light", "com.formdev.flatlaf.FlatLightLaf", "captured");
    }
}
