package org.ipsecworkbench.session.store;

/** Names out of a file, for messages. */
final class Text {
    private static final int MAX = 120;

    private Text() {}

    /** Without control characters, and not longer than a line. */
    static String shown(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > MAX ? plain.substring(0, MAX) + "…" : plain;
    }
}
