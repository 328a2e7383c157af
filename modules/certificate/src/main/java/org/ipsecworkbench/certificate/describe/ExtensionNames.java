package org.ipsecworkbench.certificate.describe;

import java.util.Map;

/** What the Certificates console calls extensions (RFC 5280 section 4.2, MS-WCCE 2.2.2.7.7). */
final class ExtensionNames {
    static final String SUBJECT_KEY = "2.5.29.14";
    static final String KEY_USAGE = "2.5.29.15";
    static final String SUBJECT_NAMES = "2.5.29.17";
    static final String ISSUER_NAMES = "2.5.29.18";
    static final String BASIC = "2.5.29.19";
    static final String NAME_CONSTRAINTS = "2.5.29.30";
    static final String LISTS = "2.5.29.31";
    static final String POLICIES = "2.5.29.32";
    static final String AUTHORITY_KEY = "2.5.29.35";
    static final String PURPOSES = "2.5.29.37";
    static final String ACCESS = "1.3.6.1.5.5.7.1.1";
    static final String TEMPLATE_NAME = "1.3.6.1.4.1.311.20.2";
    static final String CA_VERSION = "1.3.6.1.4.1.311.21.1";
    static final String TEMPLATE = "1.3.6.1.4.1.311.21.7";
    static final String APPLICATION_POLICIES = "1.3.6.1.4.1.311.21.10";
    static final String SECURITY_IDENTIFIER = "1.3.6.1.4.1.311.25.2";

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry(SUBJECT_KEY, "Subject Key Identifier"),
            Map.entry(KEY_USAGE, "Key Usage"),
            Map.entry("2.5.29.16", "Private Key Usage Period"),
            Map.entry(SUBJECT_NAMES, "Subject Alternative Name"),
            Map.entry(ISSUER_NAMES, "Issuer Alternative Name"),
            Map.entry(BASIC, "Basic Constraints"),
            Map.entry(NAME_CONSTRAINTS, "Name Constraints"),
            Map.entry(LISTS, "CRL Distribution Points"),
            Map.entry(POLICIES, "Certificate Policies"),
            Map.entry("2.5.29.33", "Policy Mappings"),
            Map.entry(AUTHORITY_KEY, "Authority Key Identifier"),
            Map.entry("2.5.29.36", "Policy Constraints"),
            Map.entry(PURPOSES, "Enhanced Key Usage"),
            Map.entry("2.5.29.46", "Freshest CRL"),
            Map.entry(ACCESS, "Authority Information Access"),
            Map.entry("1.3.6.1.5.5.7.48.1.5", "OCSP No Revocation Checking"),
            Map.entry(TEMPLATE_NAME, "Certificate Template Name"),
            Map.entry(CA_VERSION, "CA Version"),
            Map.entry("1.3.6.1.4.1.311.21.2", "Previous CA Certificate Hash"),
            Map.entry(TEMPLATE, "Certificate Template Information"),
            Map.entry(APPLICATION_POLICIES, "Application Policies"),
            Map.entry(SECURITY_IDENTIFIER, "Security Identifier of the Account"),
            Map.entry("1.2.840.113549.1.9.15", "SMIME Capabilities"));

    private ExtensionNames() {}

    /** The name, or the identifier itself. */
    static String of(String oid) {
        return NAMES.getOrDefault(oid, oid);
    }
}
