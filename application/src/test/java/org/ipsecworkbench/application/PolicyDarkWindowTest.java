package org.ipsecworkbench.application;

import org.junit.jupiter.api.Test;

/** Reads a policy and asks which rule acts as a person would, in the dark look and feel. */
class PolicyDarkWindowTest {
    @Test
    void aPolicyIsReadAndAskedForAFlow() throws Exception {
        WindowSuite.run("policy-dark", "com.formdev.flatlaf.FlatDarkLaf", PolicyInside.class, PolicyHostsInside.class);
    }
}
