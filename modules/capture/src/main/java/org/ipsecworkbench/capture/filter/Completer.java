package org.ipsecworkbench.capture.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ipsecworkbench.capture.Protection;
import org.ipsecworkbench.capture.TrafficClass;
import org.jspecify.annotations.Nullable;

/** What can stand at a place of a filter's text, whether or not the text is right so far. */
public final class Completer {
    /**
     * One thing that can stand there.
     *
     * @param start where it begins in the text; what is typed of it begins there too
     * @param end behind the text that it replaces
     */
    public record Proposal(Sort sort, int start, int end, String text, String explanation) {}

    /** What sort of thing it is. */
    public enum Sort {
        /** A field. */
        FIELD,
        /** A protocol. */
        PROTOCOL,
        /** A comparison, or what joins or negates terms. */
        OPERATOR,
        /** A value of the field before it. */
        VALUE
    }

    /** What the text before a place asks for. */
    private enum State {
        TERM,
        OPERATOR,
        VALUE,
        JOINT
    }

    /** With these, more operators begin than they are. */
    private static final Set<String> BEGINNINGS = Set.of("!", "=", "<", ">");

    private final int start;
    private final int end;
    private final String typed;
    private final List<Proposal> found = new ArrayList<>();

    private Completer(int start, int end, String typed) {
        this.start = start;
        this.end = end;
        this.typed = typed.toLowerCase(Locale.ROOT);
    }

    /** The proposals at a caret, those that begin with what is typed first. */
    public static List<Proposal> complete(String text, int caret) {
        State state = State.TERM;
        Field field = null;
        boolean inList = false;
        for (Token token : Lexer.tokens(text)) {
            boolean isWord = token.isValue() || token.kind() == Token.Kind.UNCLOSED;
            boolean grows = isWord || state == State.OPERATOR && BEGINNINGS.contains(token.text());
            boolean isTouched = token.start() < caret && (caret < token.end() || caret == token.end() && grows);
            if (isTouched || token.start() >= caret) {
                int from = isTouched ? token.start() : caret;
                String typed = isTouched ? text.substring(from, caret).replace("\"", "") : "";
                return new Completer(from, isTouched ? token.end() : caret, typed).propose(state, field, inList);
            }
            if (token.is("in")) {
                state = State.VALUE;
            } else if (token.is("{")) {
                inList = true;
                state = State.VALUE;
            } else if (token.is(",") || token.is("..")) {
                state = State.VALUE;
            } else if (token.is("and") || token.is("or") || token.is("&&") || token.is("||") || token.is("(")) {
                state = State.TERM;
            } else if (token.is("not") || token.is("!")) {
                state = state == State.OPERATOR ? State.OPERATOR : State.TERM;
            } else if (token.is("}") || token.is(")")) {
                inList = false;
                state = State.JOINT;
            } else if (state == State.OPERATOR && Operator.of(token).isPresent()) {
                state = State.VALUE;
            } else if (isWord && state == State.TERM) {
                Optional<Field> known = Field.of(token.text());
                field = known.orElse(null);
                state = known.isPresent() ? State.OPERATOR : State.JOINT;
            } else if (isWord) {
                state = State.JOINT;
            }
        }
        // A caret behind the text, which no caret is.
        return new Completer(text.length(), text.length(), "").propose(state, field, inList);
    }

    private List<Proposal> propose(State state, @Nullable Field field, boolean inList) {
        switch (state) {
            case TERM -> {
                Field.named().forEach(one -> add(Sort.FIELD, one.key(), one.explanation()));
                for (Protocol one : Protocol.values()) {
                    add(Sort.PROTOCOL, one.key(), one.explanation());
                }
                add(Sort.OPERATOR, "not", "What does not pass the next test");
            }
            case OPERATOR -> {
                for (Operator one : Operator.values()) {
                    boolean fits = field == null
                            || (!one.needsOrder() || field.kind().isOrdered())
                                    && (one != Operator.IN || field.kind() != Kind.PAIR);
                    if (fits) {
                        add(Sort.OPERATOR, one.form(), one.explanation());
                    }
                }
                joints();
            }
            case VALUE -> values(field);
            case JOINT -> {
                if (!inList) {
                    joints();
                }
            }
        }
        // The sort is stable: within each half the order is that of the lists.
        found.sort((a, b) -> Boolean.compare(begins(b), begins(a)));
        return List.copyOf(found);
    }

    private void joints() {
        add(Sort.OPERATOR, "and", "Both sides pass; binds closer than or");
        add(Sort.OPERATOR, "or", "Either side passes");
    }

    private void values(@Nullable Field field) {
        if (field == null) {
            return;
        }
        switch (field.kind()) {
            case TRAFFIC_CLASS ->
                Arrays.stream(TrafficClass.values()).forEach(one -> add(Sort.VALUE, one.key(), one.label()));
            case PROTECTION ->
                Arrays.stream(Protection.values()).forEach(one -> add(Sort.VALUE, Values.key(one), one.label()));
            case FLAG -> {
                add(Sort.VALUE, "1", "Set");
                add(Sort.VALUE, "0", "Not set");
            }
            default -> {}
        }
    }

    private void add(Sort sort, String text, String explanation) {
        if (text.contains(typed) && !text.equals(typed)) {
            found.add(new Proposal(sort, start, end, text, explanation));
        }
    }

    private boolean begins(Proposal proposal) {
        return proposal.text().startsWith(typed);
    }
}
