package org.ipsecworkbench.capture.filter;

import java.util.Locale;

/**
 * A piece of a filter's text.
 *
 * @param kind what it is
 * @param start where it begins in the text
 * @param end behind its last character
 * @param text its characters, without the quotes of a {@link Kind#QUOTED}
 */
record Token(Kind kind, int start, int end, String text) {
    /** What a piece of text can be. */
    enum Kind {
        /** A name, an operator in letters, or a value. */
        WORD,
        /** A value in quotation marks. */
        QUOTED,
        /** {@code == && ! ( ) { } , ..} and their like. */
        SYMBOL,
        /** A quotation mark without its counterpart, with all that follows. */
        UNCLOSED,
        /** A character that has no meaning in a filter. */
        STRANGE,
        /** Behind the text. */
        END
    }

    /** Whether it is this symbol, or this word in any case. */
    boolean is(String what) {
        return kind == Kind.SYMBOL && text.equals(what) || kind == Kind.WORD && lower().equals(what);
    }

    String lower() {
        return text.toLowerCase(Locale.ROOT);
    }

    boolean isValue() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }
}
