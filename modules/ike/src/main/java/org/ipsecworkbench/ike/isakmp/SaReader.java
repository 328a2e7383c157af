package org.ipsecworkbench.ike.isakmp;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.ike.Bytes;
import org.ipsecworkbench.ike.Payload;
import org.ipsecworkbench.ike.Proposal;
import org.ipsecworkbench.ike.Proposal.Attribute;
import org.ipsecworkbench.ike.Proposal.Transform;

/** Security associations: proposals, transforms and attributes (RFC 2408 section 3.4 to 3.6, RFC 7296 section 3.3). */
final class SaReader {
    private static final int LAST = 0;
    private static final int PROPOSAL = 2;
    private static final int TRANSFORM = 3;

    private static final int ISAKMP = 1;
    private static final int AH = 2;
    private static final int ESP = 3;
    private static final int IPCOMP = 4;

    /** Microsoft and XAUTH both took it for themselves. */
    private static final int AUTHENTICATION_65001 = 65001;

    private static final int LIFE_TYPE_IKE = 11;
    private static final int LIFE_TYPE_IPSEC = 1;
    private static final int KEY_LENGTH_IKE2 = 14;

    private static final Numbers PROTOCOLS = Numbers.of("protocol");
    private static final Numbers PROTOCOLS2 = Numbers.of("protocol2");
    private static final Numbers IKE_ATTRIBUTES = Numbers.of("ike1-attribute");
    private static final Numbers IPSEC_ATTRIBUTES = Numbers.of("esp-attribute");
    private static final Numbers AH_TRANSFORMS = Numbers.of("transform-ah");
    private static final Numbers ESP_TRANSFORMS = Numbers.of("transform-esp");
    private static final Numbers IPCOMP_TRANSFORMS = Numbers.of("transform-ipcomp");
    private static final Numbers TRANSFORM_TYPES = Numbers.of("transform-type");
    private static final Numbers[] ALGORITHMS = {
        Numbers.of("ike2-encryption"),
        Numbers.of("ike2-prf"),
        Numbers.of("ike2-integrity"),
        Numbers.of("ike2-group"),
        Numbers.of("ike2-esn")
    };
    private static final Numbers IKE_ENCRYPTION = Numbers.of("ike1-encryption");
    private static final Numbers IKE_HASH = Numbers.of("ike1-hash");
    private static final Numbers IKE_AUTHENTICATION = Numbers.of("ike1-authentication");
    private static final Numbers IPSEC_INTEGRITY = Numbers.of("esp-integrity");
    private static final Numbers ENCAPSULATION = Numbers.of("esp-encapsulation");

    private final Bytes message;
    private final boolean isVersion2;
    private final boolean isMicrosoft;
    private final Findings findings;

    /**
     * Over one message.
     *
     * @param isMicrosoft whether authentication method 65001 is Kerberos
     */
    SaReader(Bytes message, boolean isVersion2, boolean isMicrosoft, Findings findings) {
        this.message = message;
        this.isVersion2 = isVersion2;
        this.isMicrosoft = isMicrosoft;
        this.findings = findings;
    }

    /** The body lies between two offsets. */
    Payload.SecurityAssociation read(Payload.Header header, int from, int to) {
        int at = from;
        int doi = 0;
        int situation = 0;
        if (!isVersion2) {
            if (to - from < 8) {
                findings.add(from, "The security association ends before its situation.");
                return new Payload.SecurityAssociation(header, 0, 0, List.of());
            }
            doi = message.i32(from);
            situation = message.i32(from + 4);
            at += 8;
        }
        return new Payload.SecurityAssociation(header, doi, situation, proposals(at, to));
    }

    private List<Proposal> proposals(int from, int to) {
        List<Proposal> proposals = new ArrayList<>();
        int at = from;
        int next = to > from ? PROPOSAL : LAST;
        while (next == PROPOSAL) {
            int end = substructure(at, to, 8, "proposal");
            if (end < 0 || !findings.oneMore(at)) {
                return proposals;
            }
            next = message.u8(at);
            int protocol = message.u8(at + 5);
            int spi = message.u8(at + 6);
            if (8 + spi > end - at) {
                findings.add(at + 6, "The SPI of " + spi + " bytes is longer than its proposal.");
                spi = end - at - 8;
            }
            proposals.add(new Proposal(
                    message.u8(at + 4),
                    (isVersion2 ? PROTOCOLS2 : PROTOCOLS).nameOrNumber(protocol),
                    message.slice(at + 8, at + 8 + spi).hex(),
                    transforms(at + 8 + spi, end, protocol, message.u8(at + 7))));
            at = end;
        }
        expectLast(next, at, "proposal");
        return proposals;
    }

    private List<Transform> transforms(int from, int to, int protocol, int announced) {
        List<Transform> transforms = new ArrayList<>(Math.min(announced, 16));
        int at = from;
        int next = to > from ? TRANSFORM : LAST;
        while (next == TRANSFORM) {
            int end = substructure(at, to, 8, "transform");
            if (end < 0 || !findings.oneMore(at)) {
                return transforms;
            }
            next = message.u8(at);
            transforms.add(isVersion2 ? transform2(at, end) : transform1(at, end, protocol));
            at = end;
        }
        expectLast(next, at, "transform");
        if (transforms.size() != announced) {
            findings.add(
                    from, "The proposal announces " + announced + " transforms and has " + transforms.size() + ".");
        }
        return transforms;
    }

    private void expectLast(int next, int at, String what) {
        if (next != LAST) {
            findings.add(at, "Behind a " + what + " follows something that is none (type " + next + ").");
        }
    }

    /** Where a proposal or transform ends; -1 where its length cannot be. */
    private int substructure(int at, int to, int header, String what) {
        if (to - at < header) {
            findings.add(at, "A " + what + " is announced where only " + Math.max(0, to - at) + " bytes are left.");
            return -1;
        }
        int length = message.u16(at + 2);
        if (length < header || length > to - at) {
            findings.add(at + 2, "A " + what + " says that it has " + length + " bytes, of " + (to - at) + ".");
            return -1;
        }
        return at + length;
    }

    private Transform transform1(int at, int end, int protocol) {
        int id = message.u8(at + 5);
        List<Attribute> attributes = new ArrayList<>(8);
        switch (protocol) {
            case AH -> attributes.add(new Attribute(-1, "integrity", id, AH_TRANSFORMS.name(id)));
            case ESP -> attributes.add(new Attribute(-1, "encryption", id, ESP_TRANSFORMS.name(id)));
            case IPCOMP -> attributes.add(new Attribute(-1, "compression", id, IPCOMP_TRANSFORMS.name(id)));
            default -> {}
        }
        attributes(at + 8, end, protocol == ISAKMP, attributes);
        return new Transform(message.u8(at + 4), 0, id, attributes);
    }

    private Transform transform2(int at, int end) {
        int type = message.u8(at + 4);
        int id = message.u16(at + 6);
        List<Attribute> attributes = new ArrayList<>(2);
        // RFC 9370 section 2.2.1: additional key exchanges use the numbers of groups.
        Numbers algorithms = type >= 1 && type <= 5 ? ALGORITHMS[type - 1] : ALGORITHMS[3];
        attributes.add(new Attribute(-1, TRANSFORM_TYPES.name(type, "transform"), id, algorithms.name(id)));
        attributes(at + 8, end, true, attributes);
        return new Transform(0, type, id, attributes);
    }

    /** RFC 2408 section 3.3: a type, then a value of 16 bits or a length and as many bytes. */
    private void attributes(int from, int to, boolean isIke, List<Attribute> into) {
        int at = from;
        long lifeType = 0;
        while (at < to) {
            if (to - at < 4) {
                findings.add(at, "An attribute is cut off.");
                return;
            }
            if (!findings.oneMore(at)) {
                return;
            }
            int type = message.u16(at);
            long number;
            Bytes value = Bytes.EMPTY;
            if ((type & 0x8000) != 0) {
                type &= 0x7fff;
                number = message.u16(at + 2);
                at += 4;
            } else {
                int length = message.u16(at + 2);
                if (length > to - at - 4) {
                    findings.add(
                            at + 2, "An attribute says that it has " + length + " bytes, of " + (to - at - 4) + ".");
                    return;
                }
                value = message.slice(at + 4, at + 4 + length);
                number = number(value);
                at += 4 + length;
            }
            if (type == (isIke ? LIFE_TYPE_IKE : LIFE_TYPE_IPSEC) && !isVersion2) {
                lifeType = number;
            } else {
                into.add(attribute(type, isIke, number, value, lifeType));
            }
        }
    }

    /** The value as a number; -1 where it has more than 63 bits. */
    private static long number(Bytes value) {
        long number = 0;
        for (int i = 0; i < value.length(); i++) {
            if (number >>> 55 != 0) {
                return -1;
            }
            number = number << 8 | value.u8(i);
        }
        return number;
    }

    private Attribute attribute(int type, boolean isIke, long number, Bytes value, long lifeType) {
        if (isVersion2) {
            String name = type == KEY_LENGTH_IKE2 ? "keyLength" : "attribute " + type;
            return new Attribute(type, name, number, number < 0 ? value.hex() : "");
        }
        String name = (isIke ? IKE_ATTRIBUTES : IPSEC_ATTRIBUTES).name(type, "attribute");
        String meaning = switch (name) {
            case "encryption" -> IKE_ENCRYPTION.name(number);
            case "hash" -> IKE_HASH.name(number);
            case "authentication" -> authentication(number);
            case "integrity" -> IPSEC_INTEGRITY.name(number);
            case "encapsulation" -> ENCAPSULATION.name(number);
            case "gssIdentity" -> Texts.utf16(value);
            default -> number < 0 ? value.hex() : "";
        };
        return new Attribute(type, name.equals("life") ? life(lifeType) : name, number, meaning);
    }

    private static String life(long type) {
        return type == 2 ? "lifeKilobytes" : type == 1 ? "lifeSeconds" : "life";
    }

    private String authentication(long number) {
        return number == AUTHENTICATION_65001 && isMicrosoft ? "kerberos" : IKE_AUTHENTICATION.name(number);
    }
}
