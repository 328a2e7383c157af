package org.ipsecworkbench.application;

import org.junit.jupiter.api.Test;

/** Captures on the loopback interface as a person would, in the light look and feel. */
class LiveLightWindowTest {
    @Test
    void whatPassesIsShownWhileItIsCaptured() throws Exception {
        LiveCaptureInside.assumeCapture();
        WindowSuite.run("live-light", "com.formdev.flatlaf.FlatLightLaf", LiveCaptureInside.class);
    }
}
