package org.ipsecworkbench.capture.filter;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.ipsecworkbench.capture.Protection;
import org.ipsecworkbench.capture.TrafficClass;

/** Reads the values that a filter compares with. */
final class Values {
    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]*");
    private static final Pattern HEX = Pattern.compile("0[xX][0-9a-fA-F]+");
    private static final Pattern SECONDS = Pattern.compile("-?[0-9]{1,10}(\\.[0-9]{0,9})?");
    private static final Pattern MAC =
            Pattern.compile("([0-9a-fA-F]{2}[:-]){5}[0-9a-fA-F]{2}|([0-9a-fA-F]{4}\\.){2}[0-9a-fA-F]{4}");
    private static final Pattern COOKIE =
            Pattern.compile("(0[xX])?[0-9a-fA-F]{16}|([0-9a-fA-F]{2}[:-]){7}[0-9a-fA-F]{2}");

    private Values() {}

    /** The value of a token, as the range that it stands for. */
    static Range of(Field field, Token token) throws FilterException {
        String text = token.text();
        return switch (field.kind()) {
            case NUMBER -> number(field, token);
            case SECONDS -> seconds(field, token);
            case IPV4, IPV6, ADDRESS, PAIR -> Networks.of(field, token);
            case MAC -> {
                if (!MAC.matcher(text).matches()) {
                    throw wrong(field, token);
                }
                yield digits(text.replaceAll("[:.-]", ""));
            }
            case COOKIE -> {
                if (!COOKIE.matcher(text).matches()) {
                    throw wrong(field, token);
                }
                yield digits(text.replaceAll("^0[xX]|[:-]", ""));
            }
            case FLAG ->
                switch (token.lower()) {
                    case "1", "true" -> Range.of(1);
                    case "0", "false" -> Range.of(0);
                    default -> throw wrong(field, token);
                };
            case TRAFFIC_CLASS -> trafficClass(token);
            case PROTECTION -> protection(field, token);
        };
    }

    private static Range digits(String hex) {
        return Range.of(Long.parseUnsignedLong(hex, 16));
    }

    private static Range number(Field field, Token token) throws FilterException {
        String text = token.text();
        boolean hex = HEX.matcher(text).matches();
        if (!hex && !DECIMAL.matcher(text).matches()) {
            if (text.matches("0[0-9]+")) {
                throw new FilterException(
                        token, "'" + text + "' begins with 0, which some read as octal: write it without.");
            }
            if (text.matches("[0-9a-fA-F]{1,16}")) {
                throw new FilterException(token, "A hexadecimal number begins with 0x: write 0x" + text + ".");
            }
            throw wrong(field, token);
        }
        try {
            long value = hex ? Long.parseLong(text.substring(2), 16) : Long.parseLong(text);
            if (value <= field.max()) {
                return Range.of(value);
            }
        } catch (NumberFormatException e) {
            // Longer than a long is too large as well.
        }
        throw new FilterException(token, field.key() + " is at most " + field.max() + ".");
    }

    private static Range seconds(Field field, Token token) throws FilterException {
        if (!SECONDS.matcher(token.text()).matches()) {
            throw wrong(field, token);
        }
        try {
            BigDecimal seconds = new BigDecimal(token.text());
            return Range.of(FrameFields.ordered(seconds.movePointRight(9).longValueExact()));
        } catch (ArithmeticException e) {
            throw new FilterException(token, "No capture is that long: a number of seconds has at most 9 digits.");
        }
    }

    private static Range trafficClass(Token token) throws FilterException {
        for (TrafficClass one : TrafficClass.values()) {
            if (one.key().equals(token.lower())) {
                return Range.of(one.ordinal());
            }
        }
        throw new FilterException(
                token,
                "'" + token.text() + "' is no class; the classes are " + String.join(", ", Suggestions.classes())
                        + ".");
    }

    private static Range protection(Field field, Token token) throws FilterException {
        for (Protection one : Protection.values()) {
            if (key(one).equals(token.lower())) {
                return Range.of(one.ordinal());
            }
        }
        throw wrong(field, token);
    }

    /** The name of a protection in a filter. */
    static String key(Protection protection) {
        return protection.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static FilterException wrong(Field field, Token token) {
        return new FilterException(
                token,
                "'" + token.text() + "' does not fit " + field.key() + ": write "
                        + field.kind().form() + ".");
    }
}
