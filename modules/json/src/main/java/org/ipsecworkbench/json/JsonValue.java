package org.ipsecworkbench.json;

import java.util.List;
import java.util.Optional;

/** A value of JSON, with the line on which it begins, from 1; 0 for one that was not read. Immutable. */
public sealed interface JsonValue {
    /** Where it begins, from 1; 0 where it was not read. */
    int line();

    /**
     * An object: members in their order; a name may come twice.
     *
     * @param members in their order
     * @param line where it begins, from 1; 0 where it was not read
     */
    record Members(List<Member> members, int line) implements JsonValue {
        /** Copies the list. */
        public Members {
            members = List.copyOf(members);
        }

        /** The value of the first member of that name. */
        public Optional<JsonValue> get(String name) {
            return members.stream()
                    .filter(member -> member.name().equals(name))
                    .map(Member::value)
                    .findFirst();
        }
    }

    /**
     * A member of an object.
     *
     * @param name may be that of another member, too
     * @param value what it has
     */
    record Member(String name, JsonValue value) {}

    /**
     * An array: elements in their order.
     *
     * @param elements in their order
     * @param line where it begins, from 1; 0 where it was not read
     */
    record Elements(List<JsonValue> elements, int line) implements JsonValue {
        /** Copies the list. */
        public Elements {
            elements = List.copyOf(elements);
        }
    }

    /**
     * A string.
     *
     * @param value without quotes and escapes
     * @param line where it begins, from 1; 0 where it was not read
     */
    record Text(String value, int line) implements JsonValue {}

    /**
     * A number, {@code true}, {@code false} or {@code null}, as it stands in the document.
     *
     * @param value as it stands in the document
     * @param line where it begins, from 1; 0 where it was not read
     */
    record Literal(String value, int line) implements JsonValue {}

    /** The text of a string, number or boolean; empty for null, arrays and objects. */
    default String scalar() {
        if (this instanceof Text text) {
            return text.value();
        }
        return this instanceof Literal literal && !literal.value().equals("null") ? literal.value() : "";
    }
}
