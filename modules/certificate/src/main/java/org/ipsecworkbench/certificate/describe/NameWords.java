package org.ipsecworkbench.certificate.describe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.OtherName;

/** A general name (RFC 5280 section 4.2.1.6) in words. */
final class NameWords {
    /** Of an address and its mask, in name constraints. */
    private static final int MASKED_IPV4 = 8;

    private static final int MASKED_IPV6 = 32;

    private NameWords() {}

    static String of(GeneralName name) {
        ASN1Encodable value = name.getName();
        return switch (name.getTagNo()) {
            case GeneralName.otherName -> other(OtherName.getInstance(value));
            case GeneralName.rfc822Name -> "Email: " + value;
            case GeneralName.dNSName -> "DNS name: " + value;
            case GeneralName.directoryName -> "Directory name: " + value;
            case GeneralName.uniformResourceIdentifier -> "URL: " + value;
            case GeneralName.iPAddress ->
                "IP address: " + address(ASN1OctetString.getInstance(value).getOctets());
            case GeneralName.registeredID -> "Registered ID: " + value;
            default -> "Name of type " + name.getTagNo() + ": " + value;
        };
    }

    /** Names of accounts are text inside, security identifiers text in an octet string. */
    private static String other(OtherName name) {
        ASN1Encodable value = name.getValue();
        String kind = name.getTypeID().getId().equals("1.3.6.1.4.1.311.20.2.3")
                ? "Principal name"
                : "Other name " + name.getTypeID().getId();
        if (value instanceof ASN1String string) {
            return kind + ": " + string.getString();
        }
        if (value instanceof ASN1OctetString octets) {
            String text = new String(octets.getOctets(), StandardCharsets.US_ASCII);
            boolean isText = text.chars().allMatch(c -> c >= ' ' && c < '\u007f');
            return kind + ": " + (isText ? text : HexFormat.of().formatHex(octets.getOctets()));
        }
        return kind + ": " + value;
    }

    private static String address(byte[] octets) {
        boolean isMasked = octets.length == MASKED_IPV4 || octets.length == MASKED_IPV6;
        try {
            if (!isMasked) {
                return InetAddress.getByAddress(octets).getHostAddress();
            }
            byte[] mask = Arrays.copyOfRange(octets, octets.length / 2, octets.length);
            return InetAddress.getByAddress(Arrays.copyOf(octets, octets.length / 2))
                            .getHostAddress() + " mask "
                    + InetAddress.getByAddress(mask).getHostAddress();
        } catch (UnknownHostException e) {
            // Neither of the lengths that addresses have.
            return HexFormat.of().formatHex(octets);
        }
    }
}
