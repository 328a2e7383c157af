package org.ipsecworkbench.ike.xml;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Makes one document of what may be several, or a part of one: puts a root around it and leaves out declarations, byte order
 * marks, closing tags that nothing opened, and characters that XML forbids. A document type is left in, where a parser
 * refuses it.
 */
final class FragmentReader extends Reader {
    /** A tag is longer than the limit. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1;

        TooLongException(int limit) {
            super("a tag is longer than " + limit + " characters");
        }
    }

    private static final String ROOT = "fragments";
    private static final int EOF = -1;
    private static final int PIECE = 8192;

    private final Reader in;
    private final int maxMarkup;
    private final char[] buffer = new char[1 << 15];
    private int taken;
    private int filled;
    private final StringBuilder ready = new StringBuilder("<" + ROOT + ">");
    private final StringBuilder markup = new StringBuilder();
    private int position;
    private boolean isEnded;
    private @Nullable TooLongException tooLong;
    private long depth;
    private long stray;

    FragmentReader(Reader in, int maxMarkup) {
        this.in = in;
        this.maxMarkup = maxMarkup;
    }

    /** How many closing tags were left out. */
    long stray() {
        return stray;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == ready.length()) {
            ready.setLength(0);
            position = 0;
            // A parser asks for much at once, and is slow where it gets one tag.
            while (!isEnded && tooLong == null && ready.length() < PIECE) {
                try {
                    fill();
                } catch (TooLongException e) {
                    // What was before it is handed out first.
                    tooLong = e;
                }
            }
            if (ready.isEmpty()) {
                if (tooLong != null) {
                    throw tooLong;
                }
                return EOF;
            }
        }
        int count = Math.min(length, ready.length() - position);
        ready.getChars(position, position + count, into, offset);
        position += count;
        return count;
    }

    /** Makes the next piece ready: text up to a tag, and the tag. */
    private void fill() throws IOException {
        int character = next();
        while (character != EOF && character != '<' && ready.length() < PIECE) {
            ready.append((char) character);
            character = next();
        }
        if (character == EOF) {
            ready.append("</" + ROOT + ">");
            isEnded = true;
        } else if (character == '<') {
            tag();
        } else {
            ready.append((char) character);
        }
    }

    private void tag() throws IOException {
        markup.setLength(0);
        markup.append('<');
        int quote = 0;
        boolean isWhole = false;
        while (!isWhole) {
            int character = next();
            if (character == EOF) {
                isEnded = true;
                ready.append(markup);
                return;
            }
            if (markup.length() >= maxMarkup) {
                throw new TooLongException(maxMarkup);
            }
            markup.append((char) character);
            boolean isSpecial = markup.length() > 1 && (markup.charAt(1) == '!' || markup.charAt(1) == '?');
            if (!isSpecial && (character == '"' || character == '\'')) {
                quote = quote == 0 ? character : quote == character ? 0 : quote;
            }
            isWhole = character == '>' && quote == 0 && isClosed();
        }
        sort();
    }

    private boolean isClosed() {
        String begin = markup.substring(0, Math.min(9, markup.length()));
        if (begin.startsWith("<!--")) {
            return markup.length() >= 7 && markup.substring(markup.length() - 3).equals("-->");
        }
        if (begin.equals("<![CDATA[")) {
            return markup.substring(markup.length() - 3).equals("]]>");
        }
        return !begin.startsWith("<?") || markup.charAt(markup.length() - 2) == '?';
    }

    private void sort() {
        char kind = markup.charAt(1);
        if (kind == '?') {
            keepLines();
            return;
        }
        if (kind == '/') {
            if (depth == 0) {
                stray++;
                keepLines();
                return;
            }
            depth--;
        } else if (kind != '!' && markup.charAt(markup.length() - 2) != '/') {
            depth++;
        }
        ready.append(markup);
    }

    /** What is left out leaves its line ends, so that lines are counted right. */
    private void keepLines() {
        for (int i = 0; i < markup.length(); i++) {
            if (markup.charAt(i) == '\n') {
                ready.append('\n');
            }
        }
    }

    private int next() throws IOException {
        int character = character();
        while (character == '\ufeff') {
            character = character();
        }
        boolean isForbidden =
                character >= 0 && character < ' ' && character != '\n' && character != '\r' && character != '\t'
                        || character >= '\ufffe';
        return isForbidden ? '\ufffd' : character;
    }

    private int character() throws IOException {
        if (taken == filled) {
            taken = 0;
            filled = Math.max(0, in.read(buffer));
        }
        return taken < filled ? buffer[taken++] : EOF;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
