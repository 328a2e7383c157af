package org.ipsecworkbench.policy.read;

import java.util.List;

/** A value of JSON, with the line on which it begins. */
sealed interface JsonValue {
    /** The line, from 1. */
    int line();

    /** Members in order; a name may come twice. */
    record Members(List<Member> members, int line) implements JsonValue {}

    /** A member of an object. */
    record Member(String name, JsonValue value) {}

    /** Elements in order. */
    record Elements(List<JsonValue> elements, int line) implements JsonValue {}

    /** A string, number, boolean or null as its text; null is empty. */
    record Scalar(String text, int line) implements JsonValue {}
}
