package org.ipsecworkbench.capture;

import java.util.List;

/**
 * One line of a packet's detail tree: a header, a field of it, or what was found wrong with it.
 *
 * <p>Immutable. A tree is at most a few levels deep for each header and has a bounded number of lines, whatever the packet
 * holds.
 *
 * @param name the standard term of the protocol's specification, such as {@code Time to live}
 * @param value for people, with unit and meaning: {@code 0x0800 (IPv4)}, {@code 64 hops}, {@code 0xc286f503}. The number or
 *     text of the packet comes first, words follow. Empty where the name says all
 * @param state whether the field is whole and sound; words about it stand in the value
 * @param offset its first byte, counted from the frame's first byte; -1 where it has no place of its own
 * @param length how many captured bytes it takes; 0 where it has no place of its own
 * @param children what it consists of, in the order of the packet
 */
public record Detail(String name, String value, State state, int offset, int length, List<Detail> children) {
    /** Whether a field is as its specification wants it. */
    public enum State {
        /** Nothing to say. */
        SOUND,
        /** The capture holds only its beginning, or nothing of it. */
        CUT,
        /** It contradicts its specification, itself or another field. */
        WRONG
    }

    /** Keeps a copy of the children. */
    public Detail {
        children = List.copyOf(children);
    }

    /** Whether there are bytes to show for it. */
    public boolean hasPlace() {
        return offset >= 0;
    }

    /** The worst state in it and in everything below it, which a closed branch has to show. */
    public State worst() {
        State worst = state;
        for (Detail child : children) {
            State its = child.worst();
            if (its.compareTo(worst) > 0) {
                worst = its;
            }
        }
        return worst;
    }
}
