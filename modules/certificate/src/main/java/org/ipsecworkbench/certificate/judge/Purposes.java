package org.ipsecworkbench.certificate.judge;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Names of extended key usages (RFC 5280 section 4.2.1.12, RFC 4945 section 5.1.3.12 and Microsoft's own). */
public final class Purposes {
    /** IP security IKE intermediate, which certificates for IPsec alone have. */
    public static final String IKE_INTERMEDIATE = "1.3.6.1.5.5.8.2.2";

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry(IKE_INTERMEDIATE, "IKE (IP security IKE intermediate)"),
            Map.entry("1.3.6.1.5.5.7.3.1", "server authentication"),
            Map.entry("1.3.6.1.5.5.7.3.2", "client authentication"),
            Map.entry("1.3.6.1.5.5.7.3.3", "code signing"),
            Map.entry("1.3.6.1.5.5.7.3.4", "secure email"),
            Map.entry("1.3.6.1.5.5.7.3.5", "IPsec end system"),
            Map.entry("1.3.6.1.5.5.7.3.6", "IPsec tunnel"),
            Map.entry("1.3.6.1.5.5.7.3.7", "IPsec user"),
            Map.entry("1.3.6.1.5.5.7.3.8", "time stamping"),
            Map.entry("1.3.6.1.5.5.7.3.9", "OCSP signing"),
            Map.entry("1.3.6.1.5.5.7.3.17", "IPsec IKE"),
            Map.entry("1.3.6.1.4.1.311.10.3.4", "file encryption"),
            Map.entry("1.3.6.1.4.1.311.20.2.2", "smart card logon"),
            Map.entry("1.3.6.1.4.1.311.47.1.1", "system health"),
            Map.entry("1.3.6.1.5.2.3.5", "Kerberos (KDC)"),
            Map.entry("2.5.29.37.0", "any purpose"));

    private Purposes() {}

    /** Names, or identifiers where no name is known, with commas. */
    public static String words(List<String> purposes) {
        return purposes.stream().map(oid -> NAMES.getOrDefault(oid, oid)).collect(Collectors.joining(", "));
    }
}
