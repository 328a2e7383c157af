package org.ipsecworkbench.ike.oakley;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The line at hand: its stamp, its thread and where its text begins. Changes with every line; one thread.
 *
 * <p>A stamp is {@code M-DD: HH:MM:SS:mmm:thread text}, where the month may be padded with a blank, the milliseconds are not
 * padded with zeros in some builds and are missing in others, as the date is in Windows 2000. A line without a stamp goes on
 * from the one before it.
 */
final class LogLine {
    private static final Charset ANSI = Charset.forName("windows-1252");

    private byte[] bytes = new byte[0];
    private int at;
    private int end;

    long number;
    boolean isStamped;
    /** 1 to 12; 0 where the stamp has no date. */
    int month;

    int day;
    int millisOfDay;
    boolean hasThread;
    int thread;
    /** First byte of the text, behind the blank that ends the stamp. */
    int text;

    void read(byte[] from, int start, int behind, long lineNumber) {
        bytes = from;
        at = start;
        end = behind;
        number = lineNumber;
        month = 0;
        hasThread = false;
        text = start;
        isStamped = stamp();
        if (isStamped) {
            text = at < end && bytes[at] == ' ' ? at + 1 : at;
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int end() {
        return end;
    }

    private boolean stamp() {
        while (at < end && bytes[at] == ' ' && at - text < 2) {
            at++;
        }
        int first = digits(2);
        if (first < 0 || at >= end) {
            return false;
        }
        if (bytes[at] != '-') {
            return time(first);
        }
        at++;
        day = digits(2);
        if (first < 1 || first > 12 || day < 1 || day > 31 || !colon()) {
            return false;
        }
        month = first;
        while (at < end && bytes[at] == ' ') {
            at++;
        }
        return time(digits(2));
    }

    private boolean time(int hour) {
        if (hour < 0 || hour > 23 || !colon()) {
            return false;
        }
        int minute = digits(2);
        if (minute < 0 || minute > 59 || !colon()) {
            return false;
        }
        int second = digits(2);
        if (second < 0 || second > 59) {
            return false;
        }
        millisOfDay = ((hour * 60 + minute) * 60 + second) * 1000;
        groups();
        return true;
    }

    /** What follows the seconds: milliseconds, the thread, or both. */
    private void groups() {
        int before = at;
        if (!colon()) {
            return;
        }
        int millis = digits(3);
        boolean isMillis = millis >= 0 && (at >= end || !isHex(bytes[at]));
        if (isMillis) {
            millisOfDay += millis;
            before = at;
            if (!colon()) {
                return;
            }
        } else {
            at = before + 1;
        }
        long id = 0;
        int start = at;
        while (at < end && at - start < 8 && isHex(bytes[at])) {
            id = id << 4 | Character.digit(bytes[at], 16);
            at++;
        }
        hasThread = at > start;
        if (hasThread) {
            thread = (int) id;
        } else {
            at = before;
        }
    }

    private boolean colon() {
        if (at < end && bytes[at] == ':') {
            at++;
            return true;
        }
        return false;
    }

    /** Up to so many decimal digits; -1 where there is none. */
    private int digits(int most) {
        int value = 0;
        int start = at;
        while (at < end && at - start < most && bytes[at] >= '0' && bytes[at] <= '9') {
            value = value * 10 + bytes[at] - '0';
            at++;
        }
        return at == start ? -1 : value;
    }

    private static boolean isHex(byte one) {
        return one >= '0' && one <= '9' || one >= 'a' && one <= 'f' || one >= 'A' && one <= 'F';
    }

    boolean isBlank() {
        for (int i = text; i < end; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** The text. */
    String text() {
        return text(bytes, text, end);
    }

    /** The characters of a part of a line: UTF-8 where it is, else ANSI. */
    static String text(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] < 0) {
                return decoded(bytes, start, end - start);
            }
        }
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    private static String decoded(byte[] bytes, int start, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, length))
                    .toString();
        } catch (CharacterCodingException e) {
            // A language's own code page is not told; the codes, which are ASCII, survive any.
            return new String(bytes, start, length, ANSI);
        }
    }
}
