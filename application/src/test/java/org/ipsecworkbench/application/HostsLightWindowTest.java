package org.ipsecworkbench.application;

import org.junit.jupiter.api.Test;

/** Knows and tests hosts as a person would, in the light look and feel. */
class HostsLightWindowTest {
    @Test
    void hostsAreAddedTestedAndLost() throws Exception {
        WindowSuite.run("hosts-light", "com.formdev.flatlaf.FlatLightLaf", HostsInside.class, GuideInside.class);
    }
}
