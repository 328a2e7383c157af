package org.ipsecworkbench.capture.detail;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the elements of an ASN.1 type are called. */
final class Asn {
    private static final Names NO_NAMES = Names.of("");

    final String name;
    final Names names;
    private final Map<Integer, Asn> fields = new HashMap<>();
    private @Nullable Asn wrapped;

    private Asn(String name, Names names) {
        this.name = name;
        this.names = names;
    }

    static Asn of(String name) {
        return new Asn(name, NO_NAMES);
    }

    /** Of a number whose values have names. */
    static Asn of(String name, Names names) {
        return new Asn(name, names);
    }

    /** The field with a context-specific tag. */
    Asn with(int tag, Asn field) {
        fields.put(tag, field);
        return this;
    }

    /** The field with a context-specific tag and nothing else to say. */
    Asn with(int tag, String field) {
        return with(tag, of(field));
    }

    /** Bytes that may hold an element of their own. */
    Asn wrapping(Asn element) {
        wrapped = element;
        return this;
    }

    /** What the bytes of an octet string may hold; null where nothing is known of them. */
    @Nullable
    Asn wrapped() {
        return wrapped;
    }

    /** The same fields under another name. */
    Asn as(String other) {
        Asn same = new Asn(other, names);
        same.fields.putAll(fields);
        same.wrapped = wrapped;
        return same;
    }

    /** What a context-specific tag stands for. */
    Asn field(int tag) {
        Asn field = fields.get(tag);
        return field != null ? field : of("[" + tag + "]");
    }
}
