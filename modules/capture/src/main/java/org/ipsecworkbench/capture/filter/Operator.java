package org.ipsecworkbench.capture.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A comparison, and what it means where a field has several values: as in Wireshark 4. */
enum Operator {
    EQUAL("== eq any_eq =", "is, for any value of the field"),
    NOT_EQUAL("!= ne all_ne", "is not, for every value of the field, and the packet has the field"),
    ALL_EQUAL("=== all_eq", "is, for every value of the field"),
    ANY_NOT_EQUAL("!== any_ne ~=", "is not, for any value of the field"),
    LESS("< lt", "is less than"),
    GREATER("> gt", "is greater than"),
    LESS_OR_EQUAL("<= le", "is at most"),
    GREATER_OR_EQUAL(">= ge", "is at least"),
    IN("in", "is one of a list: in {80, 443, 8000..8080}");

    private final String forms;
    private final String explanation;

    Operator(String forms, String explanation) {
        this.forms = forms;
        this.explanation = explanation;
    }

    static Optional<Operator> of(Token token) {
        return Arrays.stream(values())
                .filter(one -> Arrays.stream(one.forms.split(" ", -1)).anyMatch(token::is))
                .findFirst();
    }

    /** How it is written most often. */
    String form() {
        return forms.substring(0, (forms + " ").indexOf(' '));
    }

    /** One line for people. */
    String explanation() {
        return explanation;
    }

    boolean needsOrder() {
        return this == LESS || this == GREATER || this == LESS_OR_EQUAL || this == GREATER_OR_EQUAL;
    }

    /** Compares a field with one value or network. */
    Node compare(Field field, Range value) {
        Ranges itself = Ranges.of(List.of(value));
        return switch (this) {
            case EQUAL, IN -> new Node.Test(field, itself);
            case NOT_EQUAL -> hasOnly(field, itself);
            case ALL_EQUAL -> hasOnly(field, Ranges.outside(value));
            case ANY_NOT_EQUAL -> new Node.Test(field, Ranges.outside(value));
            case LESS -> new Node.Test(field, Ranges.below(value));
            case GREATER -> new Node.Test(field, Ranges.above(value));
            case LESS_OR_EQUAL -> new Node.Test(field, Ranges.of(List.of(Range.ALL.to(value))));
            case GREATER_OR_EQUAL -> new Node.Test(field, Ranges.of(List.of(value.to(Range.ALL))));
        };
    }

    /** The field is there, and none of its values is in a set. */
    private static Node hasOnly(Field field, Ranges without) {
        return Node.and(List.of(new Node.Test(field, Ranges.ALL), Node.not(new Node.Test(field, without))));
    }
}
