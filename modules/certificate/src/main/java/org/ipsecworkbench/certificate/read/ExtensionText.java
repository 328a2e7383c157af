package org.ipsecworkbench.certificate.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.certificate.CertificateFacts;
import org.ipsecworkbench.certificate.CertificateFacts.PublicKeyFacts;
import org.ipsecworkbench.certificate.Moment;
import org.ipsecworkbench.certificate.read.Block.Row;
import org.jspecify.annotations.Nullable;

/** The extensions of a certificate as certutil prints them with {@code -v}, told by their object identifiers. */
final class ExtensionText {
    private static final Pattern EXTENSION = Pattern.compile("^\\s+(\\d+(?:\\.\\d+){2,}):\\s.*Length\\s*=.*");
    private static final Pattern ALGORITHM = Pattern.compile(".*\\b(1\\.[23]\\.\\d+(?:\\.\\d+)+)(?:\\s+(\\S+))?.*");
    private static final Pattern OID = Pattern.compile("\\(?(\\d+(?:\\.\\d+){3,})\\)?\\s*$");
    private static final Pattern BITS = Pattern.compile("^(\\d{3,5}) \\S+.*");
    private static final Pattern USAGE = Pattern.compile(".*\\(([0-9a-f]{1,2})(?: ([0-9a-f]{2}))?\\)\\s*$");
    private static final Pattern URL = Pattern.compile("(?i).*?URL=(\\S+).*");
    private static final Pattern NAME = Pattern.compile("^\\s*([^=:]{2,30})=(.+)$");

    private static final String KEY_USAGE = "2.5.29.15";
    private static final String PURPOSES = "2.5.29.37";
    private static final String NAMES = "2.5.29.17";
    private static final String LISTS = "2.5.29.31";
    private static final String ACCESS = "1.3.6.1.5.5.7.1.1";
    private static final String OCSP = "1.3.6.1.5.5.7.48.1";

    private final int maxValues;
    private final List<String> purposes = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> crls = new ArrayList<>();
    private final List<String> responders = new ArrayList<>();
    private final List<String> issuers = new ArrayList<>();
    private int keyUsage = -1;
    private boolean hasExtensions;
    private boolean isResponder;

    private ExtensionText(int maxValues) {
        this.maxValues = maxValues;
    }

    static CertificateFacts facts(
            Block block,
            String subject,
            String issuer,
            String serial,
            @Nullable Moment notBefore,
            @Nullable Moment notAfter,
            String thumbprint,
            String template,
            int maxValues) {
        ExtensionText text = new ExtensionText(maxValues);
        List<String> algorithms = new ArrayList<>();
        int bits = 0;
        for (Row row : block.rows()) {
            Matcher length = BITS.matcher(row.value());
            bits = bits == 0 && length.matches() ? Integer.parseInt(length.group(1)) : bits;
            text.extensions(row.inner());
            for (String line : row.inner()) {
                Matcher algorithm = ALGORITHM.matcher(line);
                if (line.contains("ObjectId") && algorithm.matches()) {
                    algorithms.add(algorithm.group(2) == null ? algorithm.group(1) : algorithm.group(2));
                }
            }
        }
        boolean isVerbose = text.hasExtensions;
        return new CertificateFacts(
                subject,
                issuer,
                serial,
                notBefore,
                notAfter,
                thumbprint,
                template,
                isVerbose ? Optional.of(text.purposes) : Optional.empty(),
                isVerbose ? Optional.of(text.keyUsage) : Optional.empty(),
                algorithms.size() > 1 ? new PublicKeyFacts(key(algorithms.get(1)), bits) : PublicKeyFacts.UNKNOWN,
                algorithms.isEmpty() ? "" : algorithms.get(0),
                text.names,
                text.crls,
                text.responders,
                text.issuers);
    }

    /** The name that the JDK has for it. */
    private static String key(String name) {
        return name.startsWith("ECC") || name.startsWith("EC") || name.equals("1.2.840.10045.2.1") ? "EC" : name;
    }

    /** A serial number without leading zero bytes, as all sources have it here. */
    static String serial(String digits) {
        String plain = digits.replaceFirst("^0+(?=.)", "");
        return plain.length() % 2 == 0 ? plain : "0" + plain;
    }

    private void extensions(List<String> lines) {
        String extension = "";
        for (String line : lines) {
            Matcher begin = EXTENSION.matcher(line);
            if (begin.matches()) {
                extension = begin.group(1);
                hasExtensions = true;
                isResponder = false;
            } else {
                value(extension, line);
            }
        }
    }

    private void value(String extension, String line) {
        switch (extension) {
            case PURPOSES -> find(OID, line, purposes);
            case LISTS -> find(URL, line, crls);
            case ACCESS -> {
                if (line.contains("1.3.6.1.5.5.7.48.")) {
                    isResponder = line.contains(OCSP + ")");
                }
                find(URL, line, isResponder ? responders : issuers);
            }
            case NAMES -> {
                Matcher name = NAME.matcher(line);
                if (name.matches() && names.size() < maxValues) {
                    String kind = name.group(1).strip();
                    names.add((kind.startsWith("DNS") ? "DNS" : kind) + ":"
                            + name.group(2).strip());
                }
            }
            case KEY_USAGE -> {
                Matcher usage = USAGE.matcher(line);
                if (usage.matches()) {
                    keyUsage = bits(Integer.parseInt(usage.group(1), 16));
                }
            }
            default -> {}
        }
    }

    /** Bits of a byte from the left, so that the first, digitalSignature, is bit 0. */
    private static int bits(int octet) {
        return Integer.reverse(octet) >>> 24;
    }

    private void find(Pattern pattern, String line, List<String> into) {
        Matcher found = pattern.matcher(line);
        if (found.find() && into.size() < maxValues) {
            into.add(found.group(1));
        }
    }
}
