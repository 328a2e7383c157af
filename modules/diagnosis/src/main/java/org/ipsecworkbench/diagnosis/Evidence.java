package org.ipsecworkbench.diagnosis;

/**
 * Where something can be seen.
 *
 * @param host whose answer it is
 * @param source the command that was answered, or the file
 * @param place what in it, such as {@code line 7} or {@code event 1234}; empty for all of it
 * @param text what stands there, without keys; empty where it says nothing more
 */
public record Evidence(String host, String source, String place, String text) {

    /** A line of an answer, from 1. */
    public static Evidence line(String host, Need need, int line, String text) {
        return new Evidence(host, need.shown(), line == 0 ? "" : "line " + line, text.strip());
    }

    /** All of an answer. */
    public static Evidence whole(String host, Need need, String text) {
        return new Evidence(host, need.shown(), "", text.strip());
    }

    /** For people: {@code SRV1: sc queryex IKEEXT, line 4: STATE : 1 STOPPED}. */
    public String label() {
        return host + ": " + source + (place.isEmpty() ? "" : ", " + place) + (text.isEmpty() ? "" : ": " + text);
    }
}
