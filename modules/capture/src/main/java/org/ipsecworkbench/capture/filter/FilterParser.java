package org.ipsecworkbench.capture.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a filter: {@code not} binds closest, then {@code and}, then {@code or}.
 *
 * <pre>
 * either   := both { ("or" | "||") both }
 * both     := one { ("and" | "&amp;&amp;") one }
 * one      := ("not" | "!") one | "(" either ")" | PROTOCOL | FIELD [comparison]
 * comparison := OPERATOR value | ["not"] "in" "{" value [".." value] { "," value [".." value] } "}"
 * </pre>
 */
public final class FilterParser {
    private final List<Token> tokens;
    private final int maxDepth;
    private final int maxTerms;
    private int at;
    private int depth;
    private int terms;

    private FilterParser(List<Token> tokens, int maxDepth, int maxTerms) {
        this.tokens = tokens;
        this.maxDepth = maxDepth;
        this.maxTerms = maxTerms;
    }

    /**
     * The tree of a text.
     *
     * @param maxDepth how deep parentheses and {@code not} may nest
     * @param maxTerms how many values, fields and protocols it may name
     * @throws FilterException if the text is no filter
     */
    public static Node parse(String text, int maxDepth, int maxTerms) throws FilterException {
        FilterParser parser = new FilterParser(Lexer.tokens(text), maxDepth, maxTerms);
        if (parser.peek().kind() == Token.Kind.END) {
            return Node.ALL;
        }
        Node node = parser.either();
        Token rest = parser.peek();
        if (rest.kind() != Token.Kind.END) {
            throw parser.leftOver(rest);
        }
        return node;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token take() {
        Token token = tokens.get(at);
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }

    private boolean takes(String... any) {
        for (String one : any) {
            if (peek().is(one)) {
                at++;
                return true;
            }
        }
        return false;
    }

    private Node either() throws FilterException {
        List<Node> nodes = new ArrayList<>();
        do {
            nodes.add(both());
        } while (takes("or", "||"));
        return Node.or(nodes);
    }

    private Node both() throws FilterException {
        List<Node> nodes = new ArrayList<>();
        do {
            nodes.add(one());
        } while (takes("and", "&&"));
        return Node.and(nodes);
    }

    private Node one() throws FilterException {
        Token token = take();
        if (++depth > maxDepth) {
            throw new FilterException(token, "The filter is nested deeper than " + maxDepth + " levels.");
        }
        Node node;
        if (token.is("not") || token.is("!")) {
            node = Node.not(one());
        } else if (token.is("(")) {
            node = either();
            if (!takes(")")) {
                throw peek().kind() == Token.Kind.END
                        ? new FilterException(token, "This parenthesis is not closed.")
                        : leftOver(peek());
            }
        } else {
            node = term(token);
        }
        depth--;
        return node;
    }

    private Node term(Token name) throws FilterException {
        if (name.kind() != Token.Kind.WORD || isJoint(name)) {
            throw missingTerm(name);
        }
        count(name);
        Optional<Protocol> protocol = Protocol.of(name.text());
        if (protocol.isPresent()) {
            Optional<Operator> operator = Operator.of(peek());
            if (operator.isPresent()) {
                throw new FilterException(
                        peek(), "'" + name.text() + "' is a protocol and stands alone; compare one of its fields.");
            }
            return protocol.get().node();
        }
        Optional<Field> field = Field.of(name.text());
        if (field.isEmpty()) {
            throw new FilterException(name, Suggestions.unknown(name.text()));
        }
        return comparison(field.get(), name);
    }

    private Node comparison(Field field, Token name) throws FilterException {
        boolean isNotIn = peek().is("not") && tokens.get(at + 1).is("in");
        if (isNotIn) {
            take();
        }
        Optional<Operator> operator = Operator.of(peek());
        if (operator.isEmpty()) {
            if (field.kind() == Kind.PAIR || field.kind() == Kind.FLAG) {
                throw new FilterException(
                        name, field.key() + " is compared: write " + field.key() + " == " + example(field) + ".");
            }
            return new Node.Test(field, Ranges.ALL);
        }
        Token sign = take();
        if (operator.get() == Operator.IN) {
            Node in = in(field, sign);
            return isNotIn ? Node.not(in) : in;
        }
        if (operator.get().needsOrder() && !field.kind().isOrdered()) {
            throw new FilterException(sign, field.key() + " has no order: use == or !=.");
        }
        if (field.kind() == Kind.PAIR) {
            return pair(field, operator.get(), sign);
        }
        Token text = value(field, sign);
        Range value = Values.of(field, text);
        if (operator.get().needsOrder() && text.text().indexOf('/') >= 0) {
            throw new FilterException(sign, "A network is compared with == or !=.");
        }
        return operator.get().compare(field, value);
    }

    private static String example(Field field) {
        return field.kind() == Kind.FLAG ? "1" : "10.0.0.1,10.0.0.2";
    }

    private Token value(Field field, Token before) throws FilterException {
        Token token = take();
        if (!token.isValue() || isJoint(token)) {
            strange(token);
            throw new FilterException(
                    token.kind() == Token.Kind.END ? before : token,
                    "Behind " + before.text() + " stands " + field.kind().form() + ".");
        }
        count(token);
        return token;
    }

    private Node in(Field field, Token in) throws FilterException {
        if (field.kind() == Kind.PAIR) {
            throw new FilterException(in, "A pair is compared with == or !=; join several with or.");
        }
        Token open = peek();
        if (!takes("{")) {
            throw new FilterException(
                    open.kind() == Token.Kind.END ? in : open, "Behind in stands a list in braces, such as {80, 443}.");
        }
        List<Range> ranges = new ArrayList<>();
        Token before = open;
        do {
            Token first = value(field, before);
            Range range = Values.of(field, first);
            if (takes("..")) {
                Token dots = tokens.get(at - 1);
                if (!field.kind().isOrdered()) {
                    throw new FilterException(dots, field.key() + " has no order, so there is no range of it.");
                }
                Token last = value(field, dots);
                range = range.to(Values.of(field, last));
                if (range.isEmpty()) {
                    throw new FilterException(
                            first.start(), last.end(), "The range is empty: the smaller value comes first.");
                }
            }
            ranges.add(range);
            before = peek();
        } while (takes(","));
        if (!takes("}")) {
            strange(peek());
            throw peek().kind() == Token.Kind.END
                    ? new FilterException(open, "This brace is not closed.")
                    : new FilterException(peek(), "Between the values of a list stands a comma.");
        }
        return new Node.Test(field, Ranges.of(ranges));
    }

    private Node pair(Field field, Operator operator, Token sign) throws FilterException {
        if (operator != Operator.EQUAL && operator != Operator.NOT_EQUAL) {
            throw new FilterException(sign, "A pair is compared with == or !=.");
        }
        Token first = value(field, sign);
        Token second;
        int comma = first.kind() == Token.Kind.QUOTED ? first.text().indexOf(',') : -1;
        if (comma >= 0) {
            String both = first.text();
            second = new Token(
                    Token.Kind.QUOTED,
                    first.start(),
                    first.end(),
                    both.substring(comma + 1).strip());
            first = new Token(
                    Token.Kind.QUOTED,
                    first.start(),
                    first.end(),
                    both.substring(0, comma).strip());
        } else {
            Token joint = peek();
            if (!takes(",")) {
                throw new FilterException(
                        joint.kind() == Token.Kind.END ? first : joint,
                        "A pair has two addresses: write " + field.key() + " == " + first.text() + ",10.0.0.2.");
            }
            second = value(field, joint);
        }
        Ranges a = Ranges.of(List.of(Values.of(field, first)));
        Ranges b = Ranges.of(List.of(Values.of(field, second)));
        Node is = Node.or(List.of(between(a, b), between(b, a)));
        return operator == Operator.EQUAL ? is : Node.and(List.of(new Node.Test(Field.HOST, Ranges.ALL), Node.not(is)));
    }

    private static Node between(Ranges source, Ranges destination) {
        return Node.and(List.of(new Node.Test(Field.HOST_SRC, source), new Node.Test(Field.HOST_DST, destination)));
    }

    private void count(Token token) throws FilterException {
        if (++terms > maxTerms) {
            throw new FilterException(token, "The filter names more than " + maxTerms + " fields and values.");
        }
    }

    private static boolean isJoint(Token token) {
        return token.is("and") || token.is("or") || token.is("not") || token.is("in");
    }

    private static void strange(Token token) throws FilterException {
        if (token.kind() == Token.Kind.UNCLOSED) {
            throw new FilterException(token, "The quotation mark is not closed.");
        }
        if (token.kind() == Token.Kind.STRANGE) {
            throw new FilterException(
                    token,
                    switch (token.text()) {
                        case "&" -> "Write && or and.";
                        case "|" -> "Write || or or.";
                        default -> "The character " + token.text() + " has no meaning here.";
                    });
        }
    }

    private FilterException missingTerm(Token token) throws FilterException {
        strange(token);
        if (token.kind() == Token.Kind.END) {
            Token last = at == 0 ? token : tokens.get(at - 1);
            return new FilterException(
                    last, "Behind '" + last.text() + "' something is missing: a protocol or a field.");
        }
        if (token.kind() == Token.Kind.QUOTED) {
            return new FilterException(token, "A value is compared with a field: write for instance class == \"esp\".");
        }
        if (token.is(")")) {
            return new FilterException(token, "Before this parenthesis something is missing: a protocol or a field.");
        }
        return new FilterException(token, "Before '" + token.text() + "' something is missing: a protocol or a field.");
    }

    private FilterException leftOver(Token token) throws FilterException {
        strange(token);
        if (token.is(")")) {
            return new FilterException(token, "There is no open parenthesis for this one.");
        }
        if (token.kind() == Token.Kind.WORD || token.is("(") || token.is("!")) {
            return new FilterException(
                    token,
                    "Before '" + token.text() + "' an operator is missing: and, or, or a comparison such as ==.");
        }
        return new FilterException(token, "'" + token.text() + "' has no meaning here.");
    }
}
