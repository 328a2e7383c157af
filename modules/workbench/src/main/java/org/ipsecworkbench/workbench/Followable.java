package org.ipsecworkbench.workbench;

/**
 * A window whose file can be followed while another program writes it; in its Lookup, by which the action of the File menu
 * finds it. On the event dispatch thread.
 */
public interface Followable {
    /** Whether it is followed, or will be as soon as everything is read. */
    boolean isFollowing();

    /** Why it cannot be followed, as a sentence; empty where it can. */
    String whyNotFollowed();

    /** Begins or ends it. */
    void follow(boolean on);
}
