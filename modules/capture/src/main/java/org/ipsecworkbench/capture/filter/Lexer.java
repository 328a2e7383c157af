package org.ipsecworkbench.capture.filter;

import java.util.ArrayList;
import java.util.List;

/** Cuts a filter's text into tokens. Every text has tokens; what cannot be one is a token that says so. */
final class Lexer {
    /** Those that begin like others come first. */
    private static final List<String> SYMBOLS = List.of(
            "===", "!==", "==", "!=", "~=", "<=", ">=", "&&", "||", "..", "=", "<", ">", "!", "(", ")", "{", "}", ",");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** The tokens of a text; the last one is {@link Token.Kind#END}. */
    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        lexer.add(Token.Kind.END, text.length());
        return lexer.tokens;
    }

    private void next() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (c == '"') {
            quoted();
        } else if (isInWord(at)) {
            int end = at + 1;
            while (end < text.length() && isInWord(end)) {
                end++;
            }
            add(Token.Kind.WORD, end);
        } else {
            for (String symbol : SYMBOLS) {
                if (text.startsWith(symbol, at)) {
                    add(Token.Kind.SYMBOL, at + symbol.length());
                    return;
                }
            }
            add(Token.Kind.STRANGE, at + Character.charCount(text.codePointAt(at)));
        }
    }

    /** Letters and digits, and what stands in addresses and in the names of classes; two dots are a range. */
    private boolean isInWord(int place) {
        char c = text.charAt(place);
        if (c == '.') {
            return !text.startsWith("..", place) && (place == 0 || !text.startsWith("..", place - 1));
        }
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "_:/-+".indexOf(c) >= 0;
    }

    private void quoted() {
        int close = text.indexOf('"', at + 1);
        if (close < 0) {
            tokens.add(new Token(Token.Kind.UNCLOSED, at, text.length(), text.substring(at + 1)));
            at = text.length();
        } else {
            tokens.add(new Token(Token.Kind.QUOTED, at, close + 1, text.substring(at + 1, close)));
            at = close + 1;
        }
    }

    private void add(Token.Kind kind, int end) {
        tokens.add(new Token(kind, at, end, text.substring(at, end)));
        at = end;
    }
}
