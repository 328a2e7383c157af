package org.ipsecworkbench.application;

import org.junit.jupiter.api.Test;

/** Collects, saves, opens and diagnoses sessions as a person would, in the light look and feel. */
class SessionLightWindowTest {
    @Test
    void sessionsAreCollectedSavedAndOpened() throws Exception {
        WindowSuite.run("session-light", "com.formdev.flatlaf.FlatLightLaf", SessionInside.class);
    }
}
