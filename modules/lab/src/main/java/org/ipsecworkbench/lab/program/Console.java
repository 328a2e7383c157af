package org.ipsecworkbench.lab.program;

import java.io.IOException;
import java.nio.charset.Charset;
import org.ipsecworkbench.lab.model.Language;

/** One way out of a program: keeps what is printed until it is flushed, so that nobody waits while a lock is held. */
final class Console {
    private static final String EOL = "\r\n";

    private final Terminal terminal;
    private final Terminal.Stream stream;
    private final Charset charset;
    private final Language language;
    private final StringBuilder text = new StringBuilder();

    Console(Terminal terminal, Terminal.Stream stream, Charset charset, Language language) {
        this.terminal = terminal;
        this.stream = stream;
        this.charset = charset;
        this.language = language;
    }

    /** Prints a line in the host's language; {0} and so on stand for the values. */
    void say(String english, Object... values) {
        line(Words.of(language, english, values));
    }

    /** Prints a label of the host's language, padded to a width, and its value. */
    void pair(String label, int width, String separator, Object value) {
        String word = Words.of(language, label);
        line(word + " ".repeat(Math.max(0, width - Words.columns(word))) + separator + value);
    }

    /** Prints a line as it is. */
    void line(String line) {
        text.append(line).append(EOL);
    }

    void print(String part) {
        text.append(part);
    }

    Language language() {
        return language;
    }

    void blank() {
        text.append(EOL);
    }

    /** Hands over bytes as they are, what was printed before first. Never while the lock is held. */
    void bytes(byte[] bytes) throws IOException {
        flush();
        terminal.write(stream, bytes);
    }

    /** Hands over what was printed. */
    void flush() throws IOException {
        if (!text.isEmpty()) {
            byte[] bytes = text.toString().getBytes(charset);
            text.setLength(0);
            terminal.write(stream, bytes);
        }
    }
}
