package org.ipsecworkbench.application;

import org.junit.jupiter.api.Test;

/** Reads a policy and asks which rule acts as a person would, in the light look and feel. */
class PolicyLightWindowTest {
    @Test
    void aPolicyIsReadAndAskedForAFlow() throws Exception {
        WindowSuite.run(
                "policy-light", "com.formdev.flatlaf.FlatLightLaf", PolicyInside.class, PolicyHostsInside.class);
    }
}
