package org.ipsecworkbench.capture.filter;

/** A filter's text is wrong somewhere. */
public final class FilterException extends Exception {
    private static final long serialVersionUID = 1;

    private final int start;
    private final int end;

    /** The message is for people and says what would be right; the place is from {@code start} to before {@code end}. */
    FilterException(int start, int end, String message) {
        super(message, null, false, false);
        this.start = start;
        this.end = end;
    }

    FilterException(Token token, String message) {
        this(token.start(), token.end(), message);
    }

    /** Where the wrong text begins. */
    public int start() {
        return start;
    }

    /** Behind its last character. */
    public int end() {
        return end;
    }
}
