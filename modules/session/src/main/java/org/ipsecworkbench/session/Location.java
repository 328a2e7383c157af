package org.ipsecworkbench.session;

/** Where the content of an item lies. */
public sealed interface Location {
    /**
     * In the session.
     *
     * @param entry the name of the ZIP entry; never used as a path outside of the session
     */
    record Inside(String entry) implements Location {}

    /**
     * In a file of its own, which is not copied: a capture of many gigabytes. Its size and hash tell whether it is still the
     * one.
     *
     * @param path absolute, or from the folder that the session is in; with slashes
     */
    record Outside(String path) implements Location {}
}
