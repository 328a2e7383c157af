package org.ipsecworkbench.application;

import org.junit.jupiter.api.Test;

/** Inspects certificates as a person would, in the light look and feel. */
class CertificatesLightWindowTest {
    @Test
    void certificatesAreListedAndLookedAt() throws Exception {
        WindowSuite.run("certificates-light", "com.formdev.flatlaf.FlatLightLaf", CertificatesInside.class);
    }
}
