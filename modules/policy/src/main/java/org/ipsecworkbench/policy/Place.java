package org.ipsecworkbench.policy;

/**
 * Where a value was read.
 *
 * @param file what the file is called
 * @param line its line from 1; 0 where the value is no line's, such as an assumed default
 */
public record Place(String file, int line) {
    /** No place: a default that was assumed. */
    public static final Place NONE = new Place("", 0);

    /** For people: {@code consec.txt, line 7}. */
    public String label() {
        return line == 0 ? file : file + ", line " + line;
    }
}
