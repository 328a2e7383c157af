package org.ipsecworkbench.lab.program;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.ipsecworkbench.lab.model.DerValue;

/**
 * Extensions of certificates and revocation lists as certutil tells them: the line above each and the reason code have the
 * form of a sample, the others are unverified. What is not known here is told as its bytes.
 */
final class ExtensionText {
    private static final int BOOLEAN = 0x01;
    private static final int URL = 0x86;
    private static final int DNS = 0x82;
    private static final int ADDRESS = 0x87;

    private static final List<String> USAGES = List.of(
            "Digital Signature",
            "Non-Repudiation",
            "Key Encipherment",
            "Data Encipherment",
            "Key Agreement",
            "Certificate Signing",
            "Off-line CRL Signing, CRL Signing");

    private static final List<String> REASONS = List.of(
            "Unspecified",
            "Key Compromise",
            "CA Compromise",
            "Change of Affiliation",
            "Superseded",
            "Cessation of Operation",
            "Certificate Hold");

    private ExtensionText() {}

    /** Prints each, with an empty line behind it. */
    static void print(Console out, List<DerValue> all) {
        for (DerValue extension : all) {
            List<DerValue> parts = extension.children();
            if (parts.size() < 2) {
                continue;
            }
            String oid = parts.get(0).oid();
            boolean isCritical = parts.size() > 2 && parts.get(1).tag() == BOOLEAN;
            byte[] value = parts.get(parts.size() - 1).content();
            out.line("    " + oid + ": Flags = " + (isCritical ? "1(Critical)" : "0") + ", Length = "
                    + Integer.toHexString(value.length));
            String name = Algorithms.name(oid);
            out.line("    " + (name.isEmpty() ? "Unknown Extension type" : name));
            List<String> lines = lines(oid, DerValue.read(value));
            if (lines.isEmpty()) {
                out.blank();
                CertificateText.dump(out, "    ", value);
            }
            lines.forEach(line -> out.line("        " + line));
            out.blank();
        }
    }

    private static List<String> lines(String oid, DerValue value) {
        return switch (oid) {
            case "2.5.29.14" -> List.of(hex(value.content()));
            case "2.5.29.15" -> usage(value.bits());
            case "2.5.29.17" -> names(value);
            case "2.5.29.19" -> constraints(value);
            case "2.5.29.20" -> List.of("CRL Number=" + hex(value.content()));
            case "2.5.29.21" -> reason(value.content());
            case "2.5.29.31" -> points(value);
            case "2.5.29.35" ->
                value.all(0x80).stream()
                        .map(key -> "KeyID=" + hex(key.content()))
                        .toList();
            case "2.5.29.37" -> purposes(value);
            default -> List.of();
        };
    }

    private static List<String> usage(byte[] bits) {
        List<String> usages = new ArrayList<>();
        for (int i = 0; i < USAGES.size() && bits.length > 0; i++) {
            if ((bits[0] & 0x80 >> i) != 0) {
                usages.add(USAGES.get(i));
            }
        }
        return bits.length == 0
                ? List.of()
                : List.of(String.join(", ", usages) + " (" + HexFormat.of().formatHex(bits) + ")");
    }

    private static List<String> purposes(DerValue value) {
        return value.children().stream()
                .map(DerValue::oid)
                .map(oid -> (Algorithms.name(oid).isEmpty() ? "Unknown Key Usage" : Algorithms.name(oid)) + " (" + oid
                        + ")")
                .toList();
    }

    static List<String> names(DerValue value) {
        List<String> names = new ArrayList<>();
        for (DerValue name : value.children()) {
            if (name.tag() == DNS) {
                names.add("DNS Name=" + ascii(name));
            } else if (name.tag() == ADDRESS && name.content().length == 4) {
                byte[] a = name.content();
                names.add("IP Address=" + (a[0] & 0xff) + "." + (a[1] & 0xff) + "." + (a[2] & 0xff) + "."
                        + (a[3] & 0xff));
            }
        }
        return names;
    }

    private static List<String> constraints(DerValue value) {
        boolean isAuthority = value.children().stream().anyMatch(part -> part.tag() == BOOLEAN);
        return List.of("Subject Type=" + (isAuthority ? "CA" : "End Entity"), "Path Length Constraint=None");
    }

    private static List<String> reason(byte[] value) {
        int number = value.length == 1 ? value[0] : 0;
        String name = number >= 0 && number < REASONS.size() ? REASONS.get(number) : "Unspecified";
        return List.of(name + " (" + number + ")");
    }

    private static List<String> points(DerValue value) {
        List<String> lines = new ArrayList<>();
        int number = 1;
        for (DerValue url : value.all(URL)) {
            lines.add("[" + number++ + "]CRL Distribution Point");
            lines.add("     Distribution Point Name:");
            lines.add("          Full Name:");
            lines.add("               URL=" + ascii(url));
        }
        return lines;
    }

    private static String ascii(DerValue value) {
        return new String(value.content(), StandardCharsets.US_ASCII).replaceAll("\\p{Cntrl}", "?");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
