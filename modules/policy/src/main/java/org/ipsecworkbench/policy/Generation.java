package org.ipsecworkbench.policy;

/** Which of the two policy models of Windows an object belongs to. */
public enum Generation {
    /** The IPsec Policy Agent's: Windows 2000 to 2003, still loadable today ({@code netsh ipsec}). */
    LEGACY,
    /** Connection security rules of Windows Firewall: Vista and later. */
    MODERN
}
