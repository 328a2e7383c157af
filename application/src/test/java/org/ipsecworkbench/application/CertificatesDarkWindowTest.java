package org.ipsecworkbench.application;

import org.junit.jupiter.api.Test;

/** Inspects certificates as a person would, in the dark look and feel. */
class CertificatesDarkWindowTest {
    @Test
    void certificatesAreListedAndLookedAt() throws Exception {
        WindowSuite.run("certificates-dark", "com.formdev.flatlaf.FlatDarkLaf", CertificatesInside.class);
    }
}
