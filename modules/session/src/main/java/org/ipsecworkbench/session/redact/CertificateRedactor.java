package org.ipsecworkbench.session.redact;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites certificates (RFC 5280): validity, purposes, constraints, algorithms and lengths stay; names and addresses are replaced
 * by those of the session, so that chains are still chains; serial numbers, keys and signatures become noise, so that it is
 * nobody's and verifies nowhere. Other extensions are left out.
 */
final class CertificateRedactor {
    private static final Set<String> KEPT = Set.of("551d0f", "551d13", "551d25");
    /** Names of subject and issuer, places of revocation lists, and of the authority. */
    private static final Set<String> WALKED = Set.of("551d11", "551d12", "551d1f", "2b06010505070101");
    /** Identifiers of the key and of that of the authority: the same noise for the same key. */
    private static final Set<String> KEY_IDENTIFIERS = Set.of("551d0e", "551d23");

    private static final int EXTENSIONS = 0xa3;
    private static final int VERSION = 0xa0;
    private static final int OTHER_NAME = 0xa0;
    private static final int MAX_DEPTH = 20;

    private final Salt salt;
    private final AddressPseudonyms addresses;
    private final UnaryOperator<String> text;

    CertificateRedactor(Salt salt, AddressPseudonyms addresses, UnaryOperator<String> text) {
        this.salt = salt;
        this.addresses = addresses;
        this.text = text;
    }

    static boolean isCertificate(byte[] bytes) {
        try {
            CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
            return bytes.length > 0 && bytes[0] == Der.SEQUENCE;
        } catch (CertificateException e) {
            return false;
        }
    }

    /** All texts in a certificate, one by one; nothing of what is none. */
    static void texts(byte[] certificate, Consumer<String> each) {
        try {
            texts(Der.of(certificate), each, 0);
        } catch (IllegalArgumentException e) {
            // Damaged ones are left out when it comes to them.
        }
    }

    private static void texts(Der value, Consumer<String> each, int depth) {
        Charset charset = charset(value.tag());
        if (charset != null) {
            each.accept(new String(value.content(), charset));
        } else if (value.tag() == Der.OCTET_STRING && depth < MAX_DEPTH) {
            try {
                texts(Der.of(value.content()), each, depth + 1);
            } catch (IllegalArgumentException e) {
                // Bytes that are no values have no texts.
            }
        } else if (value.isConstructed() && depth < MAX_DEPTH) {
            value.elements().forEach(element -> texts(element, each, depth + 1));
        }
    }

    /** The other certificate; empty where this one cannot be taken apart, or nothing could read what came out. */
    Optional<byte[]> redact(byte[] certificate) {
        try {
            List<Der> parts = Der.of(certificate).elements();
            List<Der> changed = new ArrayList<>();
            changed.add(body(parts.get(0)));
            changed.add(parts.get(1));
            changed.add(bits(parts.get(2)));
            byte[] other = Der.constructed(Der.SEQUENCE, changed).bytes();
            return isCertificate(other) ? Optional.of(other) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private Der body(Der body) {
        List<Der> changed = new ArrayList<>();
        List<Der> fields = body.elements();
        int version = fields.get(0).tag() == VERSION ? 1 : 0;
        for (int i = 0; i < fields.size(); i++) {
            Der field = fields.get(i);
            switch (i - version) {
                case 0 -> changed.add(serial(field));
                case 2, 4 -> changed.add(walk(field, 0));
                case 5 -> changed.add(key(field));
                case -1, 1, 3 -> changed.add(field);
                default -> {
                    // Unique identifiers, which nobody has used since 1996, are left out.
                    if (field.tag() == EXTENSIONS) {
                        changed.add(extensions(field));
                    }
                }
            }
        }
        return Der.constructed(Der.SEQUENCE, changed);
    }

    private Der serial(Der number) {
        byte[] noise = salt.noise(number.content());
        if (noise.length > 0) {
            noise[0] = (byte) (noise[0] & 0x3f | 0x40);
        }
        return new Der(number.tag(), noise);
    }

    private Der key(Der key) {
        List<Der> parts = key.elements();
        byte[] bits = parts.get(1).content();
        Der other;
        try {
            // RSA: a modulus of the same length, and the exponent. Its first two bytes keep it positive and long.
            List<Der> numbers = Der.of(Arrays.copyOfRange(bits, 1, bits.length)).elements();
            byte[] modulus = numbers.get(0).content();
            byte[] noise = salt.noise(modulus);
            System.arraycopy(modulus, 0, noise, 0, Math.min(2, modulus.length));
            noise[noise.length - 1] |= 1;
            byte[] inner = Der.constructed(Der.SEQUENCE, List.of(new Der(Der.INTEGER, noise), numbers.get(1)))
                    .bytes();
            byte[] all = new byte[inner.length + 1];
            System.arraycopy(inner, 0, all, 1, inner.length);
            other = new Der(Der.BIT_STRING, all);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            other = bits(parts.get(1));
        }
        return Der.constructed(Der.SEQUENCE, List.of(parts.get(0), other));
    }

    /** Noise of as many bits; the first byte of a point of a curve says how it is written. */
    private Der bits(Der bits) {
        byte[] noise = salt.noise(bits.content());
        System.arraycopy(bits.content(), 0, noise, 0, Math.min(2, noise.length));
        return new Der(bits.tag(), noise);
    }

    private Der extensions(Der extensions) {
        List<Der> kept = new ArrayList<>();
        for (Der extension : extensions.elements().get(0).elements()) {
            List<Der> parts = new ArrayList<>(extension.elements());
            String oid = HexFormat.of().formatHex(parts.get(0).content());
            int last = parts.size() - 1;
            if (WALKED.contains(oid)) {
                byte[] inner = walk(Der.of(parts.get(last).content()), 0).bytes();
                parts.set(last, new Der(Der.OCTET_STRING, inner));
            } else if (KEY_IDENTIFIERS.contains(oid)) {
                parts.set(
                        last,
                        new Der(
                                Der.OCTET_STRING,
                                identifier(Der.of(parts.get(last).content())).bytes()));
            } else if (!KEPT.contains(oid)) {
                continue;
            }
            kept.add(Der.constructed(Der.SEQUENCE, parts));
        }
        return Der.constructed(EXTENSIONS, List.of(Der.constructed(Der.SEQUENCE, kept)));
    }

    private Der identifier(Der value) {
        if (!value.isConstructed()) {
            return new Der(value.tag(), salt.noise(value.content()));
        }
        return Der.constructed(
                value.tag(),
                value.elements().stream()
                        .filter(element -> element.tag() == 0x80)
                        .map(this::identifier)
                        .toList());
    }

    /** Names of every form: texts and addresses inside are replaced. */
    private Der walk(Der value, int depth) {
        Charset charset = charset(value.tag());
        if (charset != null) {
            String other = text.apply(new String(value.content(), charset));
            return new Der(value.tag(), other.getBytes(charset));
        }
        if (value.tag() == 0x87) {
            return new Der(value.tag(), address(value.content()));
        }
        if (!value.isConstructed()) {
            return value;
        }
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("too deep");
        }
        List<Der> elements = new ArrayList<>();
        for (Der element : value.elements()) {
            // Names of forms of their own, such as a principal's, say what nobody here can read.
            boolean isOther = element.tag() == OTHER_NAME
                    && !element.elements().isEmpty()
                    && element.elements().get(0).tag() == Der.OBJECT_IDENTIFIER;
            if (!isOther) {
                elements.add(walk(element, depth + 1));
            }
        }
        return Der.constructed(value.tag(), elements);
    }

    private byte[] address(byte[] address) {
        int length = address.length == 8 || address.length == 32 ? address.length / 2 : address.length;
        if (length != 4 && length != 16) {
            throw new IllegalArgumentException("no address");
        }
        byte[] other = Arrays.copyOf(addresses.ip(Arrays.copyOf(address, length)), address.length);
        System.arraycopy(address, length, other, length, address.length - length);
        return other;
    }

    /** The character set of a tag that is text, those of general names among them; null of others. */
    private static @Nullable Charset charset(int tag) {
        return switch (tag) {
            case 0x0c -> StandardCharsets.UTF_8;
            case 0x13, 0x14, 0x16, 0x1a, 0x81, 0x82, 0x86 -> StandardCharsets.ISO_8859_1;
            case 0x1e -> StandardCharsets.UTF_16BE;
            default -> null;
        };
    }
}
