package org.ipsecworkbench.hostconnection;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Takes pre-shared keys out of commands and out of what they print: {@code psk=…} and {@code auth1psk=…} of netsh, {@code
 * Auth1PSK:} and {@code Preshared Key :} of its lists, {@code PreSharedKey} of PowerShell. In the place of a key stands {@code
 * (redacted-DIGEST)}.
 *
 * <p>The digest is the HMAC-SHA-256 of the key, 64 bits, under a salt that this process makes up and never tells: the keys of
 * two hosts that were asked by one process can be compared, and none can be guessed from what is kept. What labels are called
 * on hosts of other languages is our translation where no sample was at hand.
 */
public final class Redaction {
    private static final byte[] SALT = new byte[32];
    private static final int DIGEST = 8;

    private static final String NAMES = "(?:auth[12])?psk|pre-?shared-?key";
    private static final List<Label> LABELS = List.of(
            new Label("auth[12]psk", "psk"),
            new Label("pre-?shared ?key", "shared"),
            new Label("vorinstallierter schlüssel", "vorinstallierter"),
            new Label("clé (?:pré-?partagée|partagée au préalable)", "partag"),
            new Label("clave (?:previamente compartida|precompartida)", "compartida"),
            new Label("chiave già condivisa", "condivisa"),
            new Label("chave pré-compartilhada", "compartilhada"),
            new Label("общий ключ", "бщий"),
            new Label("事前共有キー", "事前共有"),
            new Label("预共享密钥", "预共享"),
            new Label("預先共用金鑰", "預先共用"),
            new Label("미리 공유한 키", "공유한"));

    /**
     * What stands before a key in a list.
     *
     * @param word a part of every text that the pattern or a name of {@link #NAMES} finds: looking for it is a hundred times faster
     */
    private record Label(String pattern, String word) {}

    /** How keys are found. */
    private record Finder(Pattern pattern, List<String> words) {
        String replaced(String text) {
            if (words.stream().noneMatch(word -> mentions(text, word))) {
                return text;
            }
            Matcher matcher = pattern.matcher(text);
            return matcher.find() ? matcher.replaceAll(Redaction::replacement) : text;
        }

        private static boolean mentions(String text, String word) {
            char first = word.charAt(0);
            return mentions(text, word, first) || mentions(text, word, Character.toUpperCase(first));
        }

        private static boolean mentions(String text, String word, char first) {
            for (int at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
                if (text.regionMatches(true, at, word, 0, word.length())) {
                    return true;
                }
            }
            return false;
        }
    }

    /** An argument that quotes stand around as a whole, a line of a list, and a value after its name. */
    private static final String FORMS = "(?im)(\"(?:%1$s)=)([^\"\\r\\n]++)(?=\")"
            + "|(^[ \\t]*+(?:%2$s)[ \\t]*+:[ \\t]*+)(\\S[^\\r\\n]*+)"
            + "|((?<![\\w-])[\"']?(?:%1$s)[\"']?[ \\t]*+[=:][ \\t]*+|-presharedkey[ \\t]++)"
            + "(\"[^\"\\r\\n]++\"?|'(?:[^'\\r\\n]|'')++'?|[^\\s\"'=][^\\s\"']*+)";

    private static final Finder TEXT = finder(null);
    private static final Map<Charset, Finder> OF_BYTES = new ConcurrentHashMap<>();

    static {
        new SecureRandom().nextBytes(SALT);
    }

    private Redaction() {}

    /**
     * The pattern by which keys are found, as .NET reads it, for scripts that redact on a host: what stands before a key are groups
     * 1, 3 and 5, the keys 2, 4 and 6.
     */
    public static String patternOfDotNet() {
        return String.format(FORMS, NAMES, LABELS.stream().map(Label::pattern).collect(Collectors.joining("|")))
                .replace("++", "+")
                .replace("*+", "*");
    }

    /** The text without keys; the same one where it has none. */
    public static String of(String text) {
        return TEXT.replaced(text);
    }

    /** What a command printed, without keys; the same bytes where it has none, and no other byte changes. */
    static byte[] of(byte[] bytes, Charset charset) {
        boolean isWide = charset.name().startsWith("UTF-16");
        // Byte by byte, so that what is not text in this character set stays as it is.
        Charset view = isWide ? charset : StandardCharsets.ISO_8859_1;
        Finder finder = isWide ? TEXT : OF_BYTES.computeIfAbsent(charset, Redaction::finder);
        String text = new String(bytes, view);
        String without = finder.replaced(text);
        return without.equals(text) ? bytes : without.getBytes(view);
    }

    private static Finder finder(@Nullable Charset charset) {
        List<Label> known = LABELS.stream()
                .filter(label -> charset == null
                        || (charset.canEncode() && charset.newEncoder().canEncode(label.pattern())))
                .toList();
        String labels = known.stream()
                .map(label -> charset == null ? label.pattern() : bytes(label.pattern(), charset))
                .collect(Collectors.joining("|"));
        return new Finder(
                Pattern.compile(String.format(FORMS, NAMES, labels), charset == null ? Pattern.UNICODE_CASE : 0),
                known.stream()
                        .map(label -> charset == null
                                ? label.word()
                                : new String(label.word().getBytes(charset), StandardCharsets.ISO_8859_1))
                        .toList());
    }

    /** The pattern of the bytes that a label has; one that is no ASCII may have bytes that mean something in patterns, and has no case. */
    private static String bytes(String label, Charset charset) {
        return label.codePoints()
                .mapToObj(Character::toString)
                .map(c -> c.charAt(0) < 128
                        ? c
                        : "(?:" + quoted(c, charset) + "|" + quoted(c.toUpperCase(Locale.ROOT), charset) + ")")
                .collect(Collectors.joining());
    }

    private static String quoted(String c, Charset charset) {
        return Pattern.quote(new String(c.getBytes(charset), StandardCharsets.ISO_8859_1));
    }

    private static String replacement(MatchResult found) {
        int name = found.group(1) != null ? 1 : found.group(3) != null ? 3 : 5;
        String value = found.group(name + 1);
        boolean isQuoted = value.startsWith("\"") || value.startsWith("'");
        String key = isQuoted ? value.replaceAll("^[\"']|[\"']$", "") : value.stripTrailing();
        if (key.startsWith("(redacted-")) {
            return Matcher.quoteReplacement(found.group());
        }
        String mark = "(redacted-" + digest(key) + ")";
        return Matcher.quoteReplacement(
                found.group(name) + (isQuoted ? value.charAt(0) + mark + value.charAt(0) : mark));
    }

    private static String digest(String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SALT, "HmacSHA256"));
            byte[] all = mac.doFinal(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(all, DIGEST));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
