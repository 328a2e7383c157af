package org.ipsecworkbench.commandline;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a password from a file, from standard input or from the keyboard; never from an argument. */
record Passwords(@Nullable Path file, boolean isOnInput) {
    private static final int MAX_BYTES = 4096;

    /**
     * The password, which the caller zeroes.
     *
     * @param whose what is asked for, for people
     */
    char[] read(String whose) throws IOException {
        if (file != null) {
            try (InputStream in = Files.newInputStream(file)) {
                return line(in);
            } catch (IOException e) {
                throw new IOException("The password cannot be read: " + Messages.of(e), e);
            }
        }
        if (isOnInput) {
            return line(System.in);
        }
        Console console = Terminal.isInput() && Terminal.isOutput() ? System.console() : null;
        char[] password = console == null ? null : console.readPassword("Password of %s: ", whose);
        if (password == null) {
            throw new IOException("There is no terminal to ask for the password of " + whose
                    + ": use --password-file FILE or --password-stdin.");
        }
        return password;
    }

    private static char[] line(InputStream in) throws IOException {
        byte[] bytes = new byte[MAX_BYTES];
        int length = 0;
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (length == MAX_BYTES) {
                throw new IOException("the first line has more than " + MAX_BYTES + " bytes, which is no password.");
            }
            bytes[length++] = (byte) c;
        }
        if (length > 0 && bytes[length - 1] == '\r') {
            length--;
        }
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
            char[] password = new char[text.remaining()];
            text.get(password);
            Arrays.fill(text.array(), '\0');
            return password;
        } catch (CharacterCodingException e) {
            throw new IOException("the password is not in UTF-8.", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
