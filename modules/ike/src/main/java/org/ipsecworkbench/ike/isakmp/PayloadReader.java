package org.ipsecworkbench.ike.isakmp;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.ike.Bytes;
import org.ipsecworkbench.ike.Payload;
import org.ipsecworkbench.ike.Payload.Header;

/**
 * The bodies of payloads. Each method gets where a body begins and ends; what is too short for its fields becomes {@link
 * Payload.Opaque} and a problem.
 */
final class PayloadReader {
    private static final int ENCODING_X509_SIGNATURE = 4;
    private static final int ENCODING_X509_KEY_EXCHANGE = 5;
    private static final int SHA1_LENGTH = 20;
    /** MS-IKEE: a notification with an error of Windows. */
    private static final int MICROSOFT_STATUS = 12345;

    private static final Numbers PROTOCOLS = Numbers.of("protocol");
    private static final Numbers PROTOCOLS2 = Numbers.of("protocol2");
    private static final Numbers ID_TYPES = Numbers.of("id-type");
    private static final Numbers ENCODINGS = Numbers.of("certificate-encoding");
    private static final Numbers METHODS = Numbers.of("authentication");
    private static final Numbers EAP = Numbers.of("eap");
    private static final Numbers CONFIG = Numbers.of("config-attribute");

    private final Bytes message;
    private final boolean isVersion2;
    private final boolean isAuthIp;
    private final boolean isMicrosoft;
    private final Findings findings;

    PayloadReader(Bytes message, boolean isVersion2, boolean isAuthIp, boolean isMicrosoft, Findings findings) {
        this.message = message;
        this.isVersion2 = isVersion2;
        this.isAuthIp = isAuthIp;
        this.isMicrosoft = isMicrosoft;
        this.findings = findings;
    }

    /** Reads the body of a payload that is not encrypted. */
    Payload read(Header header, int from, int to) {
        return switch (header.type()) {
            case 1, 33 -> KnownSas.read(message, isVersion2, isMicrosoft, findings, header, from, to);
            case 4 -> new Payload.KeyExchange(header, 0, message.slice(from, to));
            case 34 -> keyExchange(header, from, to);
            case 5, 35, 36 -> identification(header, from, to);
            case 6, 37 -> certificate(header, from, to);
            case 7, 38 -> certificateRequest(header, from, to);
            case 39 -> authentication(header, from, to);
            case 11, 41 -> notification(header, from, to);
            case 12, 42 -> delete(header, from, to);
            case 13, 43 -> vendorId(header, from, to);
            case 14, 47 -> configuration(header, from, to);
            case 15, 20, 130 -> new Payload.NatDetection(header, message.slice(from, to));
            case 16, 21, 131 -> natOriginalAddress(header, from, to);
            case 44, 45 -> trafficSelectors(header, from, to);
            case 48 -> eap(header, from, to);
            case 129 -> new Payload.GssToken(header, Gss.mechanism(message, from, to), message.slice(from, to));
            case 132 -> isAuthIp || isVersion2 ? opaque(header, from, to) : fragment(header, from, to);
            default -> opaque(header, from, to);
        };
    }

    private Payload opaque(Header header, int from, int to) {
        return new Payload.Opaque(header, message.slice(from, to));
    }

    private Payload tooShort(Header header, int from, int to) {
        findings.add(from, "The payload " + header.name() + " is too short: it has " + (to - from) + " bytes.");
        return opaque(header, from, to);
    }

    private Payload keyExchange(Header header, int from, int to) {
        return to - from < 4
                ? tooShort(header, from, to)
                : new Payload.KeyExchange(header, message.u16(from), message.slice(from + 4, to));
    }

    private Payload identification(Header header, int from, int to) {
        if (to - from < 4) {
            return tooShort(header, from, to);
        }
        int type = message.u8(from);
        return new Payload.Identification(
                header,
                type,
                ID_TYPES.name(type, "id type"),
                isVersion2 ? 0 : message.u8(from + 1),
                isVersion2 ? 0 : message.u16(from + 2),
                identity(type, message.slice(from + 4, to)));
    }

    private static String identity(int type, Bytes data) {
        return switch (type) {
            case 1, 5 -> AddressText.of(data);
            case 4 -> data.length() == 8 ? AddressText.of(data.slice(0, 4)) + "/" + mask(data.slice(4, 8)) : data.hex();
            case 6 ->
                data.length() == 32 ? AddressText.of(data.slice(0, 16)) + "/" + mask(data.slice(16, 32)) : data.hex();
            case 7 ->
                data.length() == 8
                        ? AddressText.of(data.slice(0, 4)) + "-" + AddressText.of(data.slice(4, 8))
                        : data.hex();
            case 8 ->
                data.length() == 32
                        ? AddressText.of(data.slice(0, 16)) + "-" + AddressText.of(data.slice(16, 32))
                        : data.hex();
            case 2, 3 -> Texts.utf8(data);
            case 9 -> Texts.distinguishedName(data);
            default -> data.hex();
        };
    }

    /** The length of a prefix, or the mask itself where it is none. */
    private static String mask(Bytes mask) {
        int ones = 0;
        while (ones < 8 * mask.length() && (mask.u8(ones >>> 3) >>> (7 - (ones & 7)) & 1) != 0) {
            ones++;
        }
        for (int i = ones; i < 8 * mask.length(); i++) {
            if ((mask.u8(i >>> 3) >>> (7 - (i & 7)) & 1) != 0) {
                return AddressText.of(mask);
            }
        }
        return Integer.toString(ones);
    }

    private Payload certificate(Header header, int from, int to) {
        if (to - from < 1) {
            return tooShort(header, from, to);
        }
        int encoding = message.u8(from);
        return new Payload.Certificate(
                header, encoding, ENCODINGS.name(encoding, "encoding"), message.slice(from + 1, to));
    }

    private Payload certificateRequest(Header header, int from, int to) {
        if (to - from < 1) {
            return tooShort(header, from, to);
        }
        int encoding = message.u8(from);
        List<String> authorities = new ArrayList<>();
        if (isVersion2) {
            for (int at = from + 1; to - at >= SHA1_LENGTH; at += SHA1_LENGTH) {
                authorities.add(message.slice(at, at + SHA1_LENGTH).hex());
            }
        } else if (to - from > 1) {
            Bytes name = message.slice(from + 1, to);
            boolean isX509 = encoding == ENCODING_X509_SIGNATURE || encoding == ENCODING_X509_KEY_EXCHANGE;
            authorities.add(isX509 ? Texts.distinguishedName(name) : name.hex());
        }
        return new Payload.CertificateRequest(header, encoding, ENCODINGS.name(encoding, "encoding"), authorities);
    }

    private Payload authentication(Header header, int from, int to) {
        if (to - from < 4) {
            return tooShort(header, from, to);
        }
        int method = message.u8(from);
        return new Payload.Authentication(header, method, METHODS.name(method, "method"), message.slice(from + 4, to));
    }

    /** RFC 2408 section 3.14, RFC 7296 section 3.10. AuthIP has a flag where the others have the SPI's size (MS-AIPS). */
    private Payload notification(Header header, int from, int to) {
        int doi = isVersion2 ? 0 : 4;
        if (to - from < doi + 4) {
            return tooShort(header, from, to);
        }
        int at = from + doi;
        int spi = isAuthIp ? 0 : message.u8(at + 1);
        if (spi > to - at - 4) {
            findings.add(at + 1, "The SPI of " + spi + " bytes is longer than its notification.");
            spi = to - at - 4;
        }
        int type = message.u16(at + 2);
        Bytes data = message.slice(at + 4 + spi, to);
        long win32 = type == MICROSOFT_STATUS && data.length() >= 4 ? win32(data.i32(data.length() - 4)) : 0;
        return new Payload.Notify(
                header,
                message.u8(at),
                message.slice(at + 4, at + 4 + spi).hex(),
                type,
                (isVersion2 ? Numbers.NOTIFY2 : Numbers.NOTIFY).name(type, "notify"),
                data,
                win32);
    }

    /** An error of Windows that stands in an HRESULT is meant by its low half. */
    private static long win32(int code) {
        return (code & 0xffff0000) == 0x80070000 ? code & 0xffff : code & 0xffffffffL;
    }

    private Payload delete(Header header, int from, int to) {
        int doi = isVersion2 ? 0 : 4;
        if (to - from < doi + 4) {
            return tooShort(header, from, to);
        }
        int at = from + doi;
        int size = message.u8(at + 1);
        int count = message.u16(at + 2);
        if ((long) size * count > to - at - 4) {
            findings.add(at + 2, count + " SPIs of " + size + " bytes do not fit into the payload delete.");
            count = size == 0 ? 0 : (to - at - 4) / size;
        }
        List<String> spis = new ArrayList<>();
        for (int i = 0; i < count && size > 0 && findings.oneMore(at); i++) {
            spis.add(message.slice(at + 4 + i * size, at + 4 + (i + 1) * size).hex());
        }
        Numbers protocols = isVersion2 ? PROTOCOLS2 : PROTOCOLS;
        return new Payload.Delete(header, protocols.nameOrNumber(message.u8(at)), spis);
    }

    private Payload vendorId(Header header, int from, int to) {
        Bytes id = message.slice(from, to);
        return new Payload.VendorId(header, id, VendorIds.name(id));
    }

    private Payload natOriginalAddress(Header header, int from, int to) {
        return to - from < 4
                ? tooShort(header, from, to)
                : new Payload.NatOriginalAddress(header, AddressText.of(message.slice(from + 4, to)));
    }

    private Payload trafficSelectors(Header header, int from, int to) {
        if (to - from < 4) {
            return tooShort(header, from, to);
        }
        List<Payload.Selector> selectors = new ArrayList<>();
        int at = from + 4;
        while (at < to) {
            int length = to - at < 8 ? 0 : message.u16(at + 2);
            boolean hasAddresses = length == 16 || length == 40;
            if (length < 8 || length > to - at || !findings.oneMore(at)) {
                findings.add(at, "A traffic selector is cut off.");
                break;
            }
            int half = hasAddresses ? (length - 8) / 2 : 0;
            selectors.add(new Payload.Selector(
                    message.u8(at + 1),
                    message.u16(at + 4),
                    message.u16(at + 6),
                    AddressText.of(message.slice(at + 8, at + 8 + half)),
                    AddressText.of(message.slice(at + 8 + half, at + 8 + 2 * half))));
            at += length;
        }
        return new Payload.TrafficSelectors(header, selectors);
    }

    /** RFC 7296 section 3.15 and draft-dukes-ike-mode-cfg section 3.2, whose attributes are those of ISAKMP. */
    private Payload configuration(Header header, int from, int to) {
        if (to - from < 4) {
            return tooShort(header, from, to);
        }
        List<String> attributes = new ArrayList<>();
        int at = from + 4;
        while (to - at >= 4 && findings.oneMore(at)) {
            int type = message.u16(at);
            boolean isShort = !isVersion2 && (type & 0x8000) != 0;
            int length = isShort ? 2 : message.u16(at + 2);
            int value = isShort ? at + 2 : at + 4;
            if (length > to - value) {
                findings.add(at + 2, "A configuration attribute says that it has " + length + " bytes.");
                break;
            }
            String name = CONFIG.name(type & 0x7fff, "attribute");
            attributes.add(length == 0 ? name : name + "=" + configured(name, message.slice(value, value + length)));
            at = value + length;
        }
        return new Payload.Configuration(header, message.u8(from), isVersion2 ? 0 : message.u16(from + 2), attributes);
    }

    private static String configured(String name, Bytes value) {
        return switch (name) {
            // A password belongs to no report.
            case "xauth-user-password", "xauth-passcode", "xauth-next-pin", "xauth-answer" -> "(not shown)";
            case "xauth-user-name", "xauth-message", "application-version", "internal-dns-domain", "unity-banner" ->
                Texts.utf8(value);
            case "xauth-type", "xauth-status" -> value.length() == 2 ? Integer.toString(value.u16(0)) : value.hex();
            case "ip4-subnet" ->
                value.length() == 8 ? AddressText.of(value.slice(0, 4)) + "/" + mask(value.slice(4, 8)) : value.hex();
            case "ip6-address", "ip6-subnet" ->
                value.length() == 17 ? AddressText.of(value.slice(0, 16)) + "/" + value.u8(16) : AddressText.of(value);
            default -> AddressText.of(value);
        };
    }

    private Payload eap(Header header, int from, int to) {
        if (to - from < 4) {
            return tooShort(header, from, to);
        }
        int method = to - from > 4 ? message.u8(from + 4) : 0;
        return new Payload.Eap(
                header, message.u8(from), message.u8(from + 1), method, method == 0 ? "" : EAP.name(method, "method"));
    }

    /** MS-IKEE section 2.2.3.1: an ID of the message, the number, and a flag for the last one. */
    private Payload fragment(Header header, int from, int to) {
        if (to - from < 4) {
            return tooShort(header, from, to);
        }
        int number = message.u8(from + 2);
        boolean isLast = (message.u8(from + 3) & 1) != 0;
        return new Payload.Fragment(
                header, message.u16(from), number, isLast ? number : 0, message.slice(from + 4, to));
    }
}
