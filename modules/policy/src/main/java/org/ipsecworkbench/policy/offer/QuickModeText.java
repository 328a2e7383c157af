package org.ipsecworkbench.policy.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.QuickModeOffer;
import org.ipsecworkbench.policy.QuickModeOffer.Encapsulation;
import org.ipsecworkbench.policy.table.Algorithms;
import org.ipsecworkbench.policy.table.Algorithms.Use;
import org.jspecify.annotations.Nullable;

/** Offers for the protection of traffic as text. */
public final class QuickModeText {
    /** {@code netsh advfirewall}: {@code AH:SHA1+ESP:SHA1-AES128+60min+100000kb}. */
    private static final Pattern MODERN = Pattern.compile("(?i)\\b(AH|ESP|AuthNoEncap|None):[0-9a-z]+");

    /** {@code netsh ipsec} as it is set: {@code AH[MD5]+ESP[DES,None]:100000k/900s}. */
    private static final Pattern BRACKETS = Pattern.compile("(?i)\\b(AH|ESP)\\s*\\[[^\\]]*\\]");

    /** {@code netsh ipsec} as it is shown: columns for AH, ESP, seconds and kilobytes. */
    private static final Pattern COLUMNS = Pattern.compile(
            "^\\s*\\[\\s*(\\w+)\\s*\\]\\s*\\[\\s*(\\w+)\\s*,\\s*(\\w+)\\s*\\]\\s*(\\d+)?\\s*(\\d+)?.*$");

    private static final Pattern AH = Pattern.compile("(?i)AH[:\\[]([0-9a-z]+)");
    private static final Pattern ESP = Pattern.compile("(?i)ESP[:\\[]([0-9a-z]+)(?:[-,]([0-9a-z]+))?");
    private static final Pattern BARE = Pattern.compile("(?i)(?:AuthNoEncap|None):([0-9a-z]+)");
    private static final Pattern MINUTES = Pattern.compile("(?i)(\\d{1,7})min");
    private static final Pattern SECONDS = Pattern.compile("(?i)/(\\d{1,9})s");
    private static final Pattern KILOBYTES = Pattern.compile("(?i)(\\d{1,10})kb?(?:\\b|/)");
    private static final int MAX_DIGITS = 10;

    private QuickModeText() {}

    /** Whether a line without a label is an offer. */
    public static boolean looksLike(String line) {
        return MODERN.matcher(line).find()
                || BRACKETS.matcher(line).find()
                || COLUMNS.matcher(line).matches();
    }

    /** All offers of a text, in order. */
    public static List<QuickModeOffer> parse(String text, Place place) {
        Matcher columns = COLUMNS.matcher(text);
        if (columns.matches()) {
            return List.of(columns(columns, place));
        }
        List<QuickModeOffer> offers = new ArrayList<>();
        String prepared = BRACKETS.matcher(text).find() ? text : text.replaceAll("\\s+", "");
        for (String part : split(prepared)) {
            QuickModeOffer offer = one(part.replaceAll("\\s+", ""), place);
            if (offer != null) {
                offers.add(offer);
            }
        }
        return offers;
    }

    /** Commas and blanks separate offers, but not inside brackets. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (depth <= 0 && (c == ',' || Character.isWhitespace(c))) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static @Nullable QuickModeOffer one(String part, Place place) {
        Matcher ah = AH.matcher(part);
        Matcher esp = ESP.matcher(part);
        Matcher bare = BARE.matcher(part);
        boolean hasAh = ah.find();
        boolean hasEsp = esp.find();
        boolean hasBare = !hasAh && !hasEsp && bare.find();
        if (!hasAh && !hasEsp && !hasBare) {
            return null;
        }
        Matcher seconds = SECONDS.matcher(part);
        long life = seconds.find() ? Long.parseLong(seconds.group(1)) : 60 * number(MINUTES, part);
        String hash = "";
        String cipher = "";
        if (hasEsp) {
            String one = esp.group(1);
            String other = esp.group(2) == null ? "none" : esp.group(2);
            boolean isCipherFirst = isCipherFirst(one, other);
            hash = Algorithms.name(Use.HASH, isCipherFirst ? other : one);
            cipher = Algorithms.name(Use.CIPHER, isCipherFirst ? one : other);
        } else if (hasBare) {
            hash = Algorithms.name(Use.HASH, bare.group(1));
        }
        return new QuickModeOffer(
                hasBare
                        ? Encapsulation.NONE
                        : hasAh && hasEsp ? Encapsulation.AH_AND_ESP : hasAh ? Encapsulation.AH : Encapsulation.ESP,
                hasAh ? Algorithms.name(Use.HASH, ah.group(1)) : "",
                hash,
                cipher,
                life,
                number(KILOBYTES, part),
                place);
    }

    /** The two generations of netsh name cipher and hash in opposite order, and "none" and GCM may be either. */
    private static boolean isCipherFirst(String first, String second) {
        boolean isFirstHash = Algorithms.isKnown(Use.HASH, first) && !isNone(first);
        boolean isSecondHash = Algorithms.isKnown(Use.HASH, second) && !isNone(second);
        return !isFirstHash && (isSecondHash || Algorithms.isKnown(Use.CIPHER, first) && !isNone(first));
    }

    private static QuickModeOffer columns(Matcher columns, Place place) {
        boolean hasAh = !isNone(columns.group(1));
        boolean hasEsp = !isNone(columns.group(2)) || !isNone(columns.group(3));
        boolean isCipherFirst = isCipherFirst(columns.group(2), columns.group(3));
        String cipher = columns.group(isCipherFirst ? 2 : 3);
        String hash = columns.group(isCipherFirst ? 3 : 2);
        return new QuickModeOffer(
                hasAh && hasEsp ? Encapsulation.AH_AND_ESP : hasAh ? Encapsulation.AH : Encapsulation.ESP,
                hasAh ? Algorithms.name(Use.HASH, columns.group(1)) : "",
                hasEsp ? Algorithms.name(Use.HASH, hash) : "",
                hasEsp ? Algorithms.name(Use.CIPHER, cipher) : "",
                number(columns.group(4)),
                number(columns.group(5)),
                place);
    }

    private static boolean isNone(String text) {
        return text.toLowerCase(Locale.ROOT).equals("none");
    }

    private static long number(@Nullable String digits) {
        return digits == null || digits.length() > MAX_DIGITS ? 0 : Long.parseLong(digits);
    }

    private static long number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
