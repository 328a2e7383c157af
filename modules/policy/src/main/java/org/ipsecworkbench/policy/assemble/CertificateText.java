package org.ipsecworkbench.policy.assemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.policy.CertificateCriteria;
import org.ipsecworkbench.policy.CertificateCriteria.NameType;
import org.ipsecworkbench.policy.CertificateCriteria.Signing;
import org.ipsecworkbench.policy.CertificateCriteria.Use;
import org.ipsecworkbench.policy.table.Words;

/**
 * What a method asks of a certificate, as it is read, one option after the other. Options are called as netsh calls them in
 * commands; {@code labels.tsv} gives what listings, cmdlets and the registry say the same names.
 */
final class CertificateText {
    /** Options of netsh behind the name of an authority. */
    private static final Pattern OPTION =
            Pattern.compile("(?i)(?<=\\s)(certmapping|certmap|excludecaname|catype|certtype|type"
                    + "|certhash|followrenewal|certeku|certname|certnametype|certcriteriatype)\\s?:");

    private static final Map<String, NameType> NAME_TYPES = Map.ofEntries(
            Map.entry("subjectaltdns", NameType.DNS),
            Map.entry("dns", NameType.DNS),
            Map.entry("domainname", NameType.DNS),
            Map.entry("1", NameType.DNS),
            Map.entry("upn", NameType.UPN),
            Map.entry("userprincipalname", NameType.UPN),
            Map.entry("2", NameType.UPN),
            Map.entry("subjectaltemail", NameType.EMAIL),
            Map.entry("rfc822", NameType.EMAIL),
            Map.entry("emailaddress", NameType.EMAIL),
            Map.entry("3", NameType.EMAIL),
            Map.entry("subjectcn", NameType.CN),
            Map.entry("cn", NameType.CN),
            Map.entry("4", NameType.CN),
            Map.entry("subjectou", NameType.OU),
            Map.entry("ou", NameType.OU),
            Map.entry("5", NameType.OU),
            Map.entry("subjecto", NameType.O),
            Map.entry("o", NameType.O),
            Map.entry("6", NameType.O),
            Map.entry("subjectdc", NameType.DC),
            Map.entry("dc", NameType.DC),
            Map.entry("7", NameType.DC));

    private String authority = "";
    private Signing signing;
    private boolean isHealth;
    private boolean isIntermediate;
    private boolean isMapped;
    private boolean isAuthorityHidden;
    private final List<String> purposes = new ArrayList<>();
    private String thumbprint = "";
    private boolean followsRenewal;
    private NameType nameType = NameType.NONE;
    private String name = "";
    private Use use = Use.BOTH;
    private boolean selects;
    private boolean validates;

    private CertificateText(Signing signing) {
        this.signing = signing;
    }

    /** The name of an authority, in quotes or not, with the options that netsh writes behind it. */
    static CertificateText of(Signing signing, String text) {
        CertificateText certificate = new CertificateText(signing);
        Matcher option = OPTION.matcher(text);
        String before = "";
        int from = 0;
        while (option.find()) {
            certificate.take(before, text.substring(from, option.start()));
            before = option.group(1);
            from = option.end();
        }
        certificate.take(before, text.substring(from));
        return certificate;
    }

    private void take(String option, String value) {
        String plain = value.strip().replaceAll("^['\"]+|['\"]+$", "").strip();
        if (option.isEmpty()) {
            authority = plain;
        } else {
            set(option, plain);
        }
    }

    /** Takes one option; what is none changes nothing. */
    void set(String option, String value) {
        String plain = value.strip();
        boolean isUnset = plain.isEmpty() || Words.meaning(plain).equals("none");
        switch (option.toLowerCase(Locale.ROOT)) {
            case "certmapping", "certmap" -> isMapped = Words.isYes(plain);
            case "excludecaname" -> isAuthorityHidden = Words.isYes(plain);
            case "catype", "certtype", "type" ->
                isIntermediate =
                        plain.equals("2") || plain.toLowerCase(Locale.ROOT).startsWith("intermediate");
            case "isintermediate" -> isIntermediate = Words.isYes(plain);
            case "health" -> isHealth = Words.isYes(plain);
            case "certhash" ->
                thumbprint = isUnset ? "" : plain.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
            case "followrenewal" -> followsRenewal = Words.isYes(plain);
            case "certeku" -> purposes(isUnset ? "" : plain);
            case "certname" -> name = isUnset ? "" : plain;
            case "certnametype" -> nameType = NAME_TYPES.getOrDefault(plain.toLowerCase(Locale.ROOT), NameType.NONE);
            case "certcriteriatype" -> use = use(plain.toLowerCase(Locale.ROOT));
            case "selects" -> selects = Words.isYes(plain);
            case "validates" -> validates = Words.isYes(plain);
            case "signing" -> signing = signing(plain.toLowerCase(Locale.ROOT));
            default -> {}
        }
    }

    private void purposes(String text) {
        for (String purpose : text.split("[,{}\\s]+")) {
            if (!purpose.isEmpty()) {
                purposes.add(purpose);
            }
        }
    }

    private static Use use(String text) {
        return text.startsWith("select") ? Use.SELECTION : text.startsWith("validat") ? Use.VALIDATION : Use.BOTH;
    }

    private static Signing signing(String text) {
        if (text.equals("2") || text.contains("256")) {
            return Signing.ECDSA_P256;
        }
        if (text.equals("3") || text.contains("384")) {
            return Signing.ECDSA_P384;
        }
        return text.equals("1") || text.equals("rsa") ? Signing.RSA : Signing.UNSAID;
    }

    /** Distinguished name of the authority; empty where none was named. */
    String authority() {
        return authority;
    }

    Signing signing() {
        return signing;
    }

    /** Whether it has to be a certificate of health. */
    boolean isHealth() {
        return isHealth;
    }

    CertificateCriteria criteria() {
        Use counted = selects == validates ? use : selects ? Use.SELECTION : Use.VALIDATION;
        return new CertificateCriteria(
                signing,
                isIntermediate,
                isMapped,
                isAuthorityHidden,
                purposes,
                thumbprint,
                followsRenewal,
                nameType,
                name,
                counted);
    }
}
