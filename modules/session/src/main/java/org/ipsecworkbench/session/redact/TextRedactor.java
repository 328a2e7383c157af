package org.ipsecworkbench.session.redact;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.hostconnection.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * Redacts text: looks through all of it first ({@link #find}), then replaces ({@link #redact}). Secrets go; addresses, SIDs and
 * names are replaced; certificates in Base64 are rewritten, and their thumbprints with them, so that listings still mean them;
 * other long Base64 is taken out, since nobody sees what is in it.
 * Not safe for several threads.
 */
final class TextRedactor {
    /** What stands in the place of what cannot be replaced. */
    static final String REMOVED = "(removed)";

    private static final Pattern SECRET = Pattern.compile(
            "(?i)((?<![\\w-])[-/]?(?:password|passwd|pwd|passphrase|secret)[\"']?\\s{0,5}+[=:]\\s{0,5}+)([^\\s\"'<>]{1,256}|\"[^\"\\r\\n]{1,256}\")");

    private static final Pattern BLOB = Pattern.compile(
            "-----BEGIN (?<label>[A-Z0-9 ]{1,40})-----(?<pem>(?:\\s*+[A-Za-z-]{1,30}: [^\\r\\n]{0,200}+){0,5}+[A-Za-z0-9+/=\\s]*+)-----END \\k<label>-----"
                    + "|(?<command>(?i:-EncodedCommand) +)(?<encoded>[A-Za-z0-9+/=]{8,}+)"
                    + "|(?<![A-Za-z0-9+/])(?<base64>[A-Za-z0-9+/]{100,}+={0,2}+)");

    /** SHA-1, as certutil (in pairs of digits) and PowerShell print it. */
    private static final String THUMBPRINT =
            "(?<![\\p{XDigit}:-])(?:\\p{XDigit}{2} ?){19}\\p{XDigit}{2}(?!\\p{XDigit})";

    private static final Pattern TOKEN = Pattern.compile(
            "(?<thumbprint>" + THUMBPRINT + ")|(?<sid>(?<![\\w-])S-1-(?:5-21|12-1)(?:-\\d{1,10}){3,15}+)"
                    + "|(?<mac>(?<![\\p{XDigit}:-])\\p{XDigit}{2}(?<dash>[-:])\\p{XDigit}{2}(?:\\k<dash>\\p{XDigit}{2}){4}(?!\\p{XDigit}|\\k<dash>\\p{XDigit}))"
                    + "|(?<six>(?<![\\w:.])(?=\\p{XDigit}{0,4}:\\p{XDigit}{0,4}:)[\\p{XDigit}:]{2,39}+(?:(?<=:)\\d{1,3}(?:\\.\\d{1,3}){3})?(?![\\w:]))"
                    + "|(?<four>(?<![\\d.])\\d{1,3}(?:\\.\\d{1,3}){3}(?!\\d|\\.\\d{1,2}(?!\\d)|\\.\\d+\\.\\d))"
                    + "|(?<word>" + Names.WORDS + ")");

    /** What stands between the ends of a range: a dash, or the marks of XML. */
    private static final Pattern RANGE =
            Pattern.compile("(?is)\\s{0,9}-\\s{0,9}|[^-]{0,60}\\blow[^-]{0,60}high[^-]{0,60}");

    private static final int MAX_BETWEEN = 200;
    private static final int MAX_CERTIFICATES = 100_000;

    private final Salt salt;
    private final AddressPseudonyms addresses;
    private final Names names;
    private final NameFinder finder;
    private final CertificateRedactor certificates;
    /** By the digits of the one that a certificate had. */
    private final Map<String, Thumbprint> thumbprints = new HashMap<>();

    private final Map<String, String> replaced = new TreeMap<>();
    private int removed;

    TextRedactor(Salt salt, AddressPseudonyms addresses, Names names) {
        this.salt = salt;
        this.addresses = addresses;
        this.names = names;
        finder = new NameFinder(names);
        certificates = new CertificateRedactor(salt, addresses, this::redact);
    }

    /** The addresses and SIDs that were replaced, with what stands for them. */
    Map<String, String> replaced() {
        return replaced;
    }

    /** How many certificates and other encoded values were taken out. */
    int removed() {
        return removed;
    }

    /**
     * Looks through what a command printed, or another text.
     *
     * @param command empty where it is none
     */
    void find(String command, String text) {
        apart(
                text,
                plain -> {
                    finder.find(command, plain);
                    tokens(plain);
                    return "";
                },
                blob -> {
                    find(blob);
                    return "";
                });
    }

    NameFinder finder() {
        return finder;
    }

    private void find(Matcher blob) {
        if (blob.group("encoded") != null) {
            script(blob.group("encoded")).ifPresent(script -> find("", script));
        } else {
            String base64 = blob.group("pem") == null ? blob.group("base64") : blob.group("pem");
            byte[] bytes = decoded(base64);
            if (thumbprints.size() < MAX_CERTIFICATES && CertificateRedactor.isCertificate(bytes)) {
                thumbprints.putIfAbsent(Thumbprint.of(bytes), new Thumbprint(bytes));
            }
            CertificateRedactor.texts(bytes, text -> {
                finder.find(text);
                finder.whole(text);
                tokens(text);
            });
        }
    }

    private void tokens(String text) {
        Matcher token = TOKEN.matcher(text);
        byte[] before = null;
        int end = 0;
        while (token.find()) {
            byte[] address = address(token);
            if (address != null) {
                addresses.know(address);
                if (before != null
                        && RANGE.matcher(text.substring(Math.min(end, token.start()), token.start()))
                                .matches()) {
                    addresses.know(before, address);
                }
                before = address;
                end = token.end();
            } else if (token.start() - end > MAX_BETWEEN) {
                before = null;
            }
        }
    }

    /** The text as it may be handed on. */
    String redact(String text) {
        return apart(SECRET.matcher(Redaction.of(text)).replaceAll("$1(redacted)"), this::plain, this::blob);
    }

    private String plain(String text) {
        StringBuilder out = new StringBuilder();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            token.appendReplacement(out, Matcher.quoteReplacement(token(token)));
        }
        return token.appendTail(out).toString();
    }

    /** What is done with a value that is encoded. */
    private interface Blob {
        String replacement(Matcher found);
    }

    private static String apart(String text, UnaryOperator<String> plain, Blob encoded) {
        StringBuilder out = new StringBuilder();
        Matcher blob = BLOB.matcher(text);
        int from = 0;
        while (blob.find()) {
            out.append(plain.apply(text.substring(from, blob.start()))).append(encoded.replacement(blob));
            from = blob.end();
        }
        return out.append(plain.apply(text.substring(from))).toString();
    }

    private String blob(Matcher found) {
        String encoded = found.group("encoded");
        if (encoded != null) {
            Optional<String> script = script(encoded);
            if (script.isPresent()) {
                String other = redact(script.get());
                String again = other.equals(script.get())
                        ? encoded
                        : Base64.getEncoder().encodeToString(other.getBytes(StandardCharsets.UTF_16LE));
                return found.group("command") + again;
            }
            removed++;
            return found.group("command") + REMOVED;
        }
        String label = found.group("label");
        byte[] bytes = decoded(label == null ? found.group("base64") : found.group("pem"));
        Optional<byte[]> other =
                CertificateRedactor.isCertificate(bytes) ? certificates.redact(bytes) : Optional.empty();
        if (other.isEmpty()) {
            removed++;
            return REMOVED;
        }
        return label == null
                ? Base64.getEncoder().encodeToString(other.get())
                : "-----BEGIN " + label + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(other.get()) + "\n-----END "
                        + label + "-----";
    }

    /** A certificate by itself. */
    Optional<byte[]> certificate(byte[] der) {
        return CertificateRedactor.isCertificate(der) ? certificates.redact(der) : Optional.empty();
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static Optional<String> script(String encoded) {
        byte[] bytes = decoded(encoded);
        boolean isText = bytes.length > 1 && bytes.length % 2 == 0 && bytes[1] == 0;
        return isText ? Optional.of(new String(bytes, StandardCharsets.UTF_16LE)) : Optional.empty();
    }

    private String token(Matcher found) {
        String token = found.group();
        if (found.group("word") != null) {
            return names.word(token);
        }
        if (found.group("thumbprint") != null) {
            Thumbprint known = thumbprints.get(token.replace(" ", "").toLowerCase(Locale.ROOT));
            return known == null ? token : known.like(token, certificates);
        }
        if (found.group("sid") != null) {
            return noted(token, sid(token));
        }
        if (found.group("mac") != null) {
            byte[] other = addresses.adapter(HexFormat.of().parseHex(token.replaceAll("[-:]", "")));
            HexFormat format = HexFormat.ofDelimiter(found.group("dash"));
            boolean isUpper = token.equals(token.toUpperCase(Locale.ROOT));
            return noted(token, (isUpper ? format.withUpperCase() : format).formatHex(other));
        }
        byte[] address = address(found);
        return address == null ? names.replaced(token) : noted(token, text(addresses.ip(address)));
    }

    private String noted(String former, String other) {
        if (!former.equals(other) && replaced.size() < Names.MAX) {
            replaced.put(former, other);
        }
        return other;
    }

    /** The address that was found; null where it is none. */
    private static byte @Nullable [] address(Matcher found) {
        String text = found.group("four") == null ? found.group("six") : found.group("four");
        if (text == null) {
            return null;
        }
        if (found.group("four") != null) {
            byte[] address = new byte[4];
            String[] parts = text.split("\\.", -1);
            for (int i = 0; i < parts.length; i++) {
                int part = Integer.parseInt(parts[i]);
                if (part > 255) {
                    return null;
                }
                address[i] = (byte) part;
            }
            return address;
        }
        try {
            byte[] address = InetAddress.getByName("[" + text + "]").getAddress();
            return address.length == 16 ? address : null;
        } catch (UnknownHostException e) {
            // A time of day, or any other numbers between colons.
            return null;
        }
    }

    /** RFC 5952 of IPv6. */
    private static String text(byte[] address) {
        try {
            String text = InetAddress.getByAddress(address).getHostAddress();
            return address.length == 4 ? text : compressed(text);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 or 16 bytes", e);
        }
    }

    private static String compressed(String full) {
        String best = "";
        Matcher zeros = Pattern.compile("(?<![^:])0(?::0)+(?![^:])").matcher(full);
        while (zeros.find()) {
            best = zeros.group().length() > best.length() ? zeros.group() : best;
        }
        if (best.isEmpty()) {
            return full;
        }
        int at = full.indexOf(best);
        String before = full.substring(0, at).replaceFirst(":$", "");
        String behind = full.substring(at + best.length()).replaceFirst("^:", "");
        return before + "::" + behind;
    }

    /** The domain's part becomes another, and what counts the accounts in it stays. */
    private String sid(String sid) {
        List<String> parts = new ArrayList<>(List.of(sid.split("-", -1)));
        int end = Math.min(parts.size(), parts.get(2).equals("5") ? 7 : 8);
        byte[] noise = salt.noise(String.join("-", parts.subList(4, end)).getBytes(StandardCharsets.US_ASCII));
        byte[] numbers = Arrays.copyOf(noise, (end - 4) * 4);
        for (int i = 4; i < end; i++) {
            int number = ByteBuffer.wrap(numbers).getInt((i - 4) * 4);
            parts.set(i, Integer.toUnsignedString(number));
        }
        return String.join("-", parts);
    }
}
