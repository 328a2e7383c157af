package org.ipsecworkbench.application;

import org.junit.jupiter.api.Test;

/** Collects, saves, opens and diagnoses sessions as a person would, in the dark look and feel. */
class SessionDarkWindowTest {
    @Test
    void sessionsAreCollectedSavedAndOpened() throws Exception {
        WindowSuite.run("session-dark", "com.formdev.flatlaf.FlatDarkLaf", SessionInside.class);
    }
}
