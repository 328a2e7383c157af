package org.ipsecworkbench.application;

import org.junit.jupiter.api.Test;

/** As {@link HostsLightWindowTest} for someone who has chosen the dark look and feel. */
class HostsDarkWindowTest {
    @Test
    void hostsAreAddedTestedAndLost() throws Exception {
        WindowSuite.run("hosts-dark", "com.formdev.flatlaf.FlatDarkLaf", HostsInside.class, GuideInside.class);
    }
}
