package org.ipsecworkbench.policy.assemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.ipsecworkbench.policy.AuthMethod;
import org.ipsecworkbench.policy.AuthMethod.Kind;
import org.ipsecworkbench.policy.CertificateCriteria;
import org.ipsecworkbench.policy.CertificateCriteria.Signing;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.Setting;
import org.ipsecworkbench.policy.read.Block;
import org.ipsecworkbench.policy.read.Secrets;
import org.ipsecworkbench.policy.table.Words;

/** Ways to authenticate as text. */
final class AuthText {
    /** Names of {@code netsh advfirewall}. */
    private static final Map<String, Kind> NAMES = Map.ofEntries(
            Map.entry("computerkerb", Kind.KERBEROS),
            Map.entry("computerntlm", Kind.NTLM),
            Map.entry("computercert", Kind.CERTIFICATE),
            Map.entry("computercertecdsap256", Kind.CERTIFICATE),
            Map.entry("computercertecdsap384", Kind.CERTIFICATE),
            Map.entry("computerpsk", Kind.PRESHARED_KEY),
            Map.entry("anonymous", Kind.ANONYMOUS),
            Map.entry("userkerb", Kind.USER_KERBEROS),
            Map.entry("userntlm", Kind.USER_NTLM),
            Map.entry("usercert", Kind.USER_CERTIFICATE),
            Map.entry("usercertecdsap256", Kind.USER_CERTIFICATE),
            Map.entry("usercertecdsap384", Kind.USER_CERTIFICATE));

    /**
     * Numbers of MSFT_NetIKEBasicAuthProposal.AuthenticationMethod. Its documentation gives 65005 twice, for NTLM of the user
     * and for certificates of the computer; 65006 is free there, so that is taken for the latter too.
     */
    private static final Map<String, Kind> NUMBERS = Map.of(
            "2", Kind.PRESHARED_KEY,
            "65001", Kind.ANONYMOUS,
            "65002", Kind.KERBEROS,
            "65003", Kind.NTLM,
            "65004", Kind.USER_KERBEROS,
            "65005", Kind.USER_NTLM,
            "65006", Kind.CERTIFICATE,
            "65007", Kind.USER_CERTIFICATE,
            "65008", Kind.HEALTH_CERTIFICATE);

    /** Names of authorities have commas too. */
    private static final Pattern PROPOSALS = Pattern.compile("(?i),\\s*(?=computer|user|anonymous)");

    private AuthText() {}

    /** The kind that netsh advfirewall calls so, in lower case. */
    static Kind kind(String name) {
        return NAMES.getOrDefault(name, Kind.UNKNOWN);
    }

    /** The kind of signature in the name of a certificate that netsh advfirewall writes, in lower case. */
    static Signing signing(String name) {
        return name.endsWith("ecdsap256")
                ? Signing.ECDSA_P256
                : name.endsWith("ecdsap384") ? Signing.ECDSA_P384 : Signing.RSA;
    }

    /** A certificate, of health if that is asked. */
    static AuthMethod certificate(Kind kind, CertificateText text, Place place) {
        boolean isHealth = text.isHealth() && kind == Kind.CERTIFICATE;
        return new AuthMethod(isHealth ? Kind.HEALTH_CERTIFICATE : kind, text.authority(), "", text.criteria(), place);
    }

    private static AuthMethod plain(Kind kind, String digest, Place place) {
        return new AuthMethod(kind, "", digest, CertificateCriteria.NONE, place);
    }

    /** The methods that a block of netsh ipsec names, in order. */
    static List<AuthMethod> legacy(Block block) {
        List<AuthMethod> methods = new ArrayList<>();
        List<Setting> settings = block.settings();
        for (int i = 0; i < settings.size(); i++) {
            Setting setting = settings.get(i);
            Place place = setting.place();
            switch (setting.key()) {
                case "kerberos" -> {
                    if (!Words.isNo(setting.value())) {
                        methods.add(plain(Kind.KERBEROS, "", place));
                    }
                }
                case "rootca" ->
                    methods.add(
                            certificate(Kind.CERTIFICATE, CertificateText.of(Signing.UNSAID, setting.value()), place));
                case "psk" -> {
                    boolean hasDigest =
                            i + 1 < settings.size() && settings.get(i + 1).key().equals(Secrets.DIGEST);
                    methods.add(plain(
                            Kind.PRESHARED_KEY, hasDigest ? settings.get(i + 1).value() : "", place));
                }
                default -> {}
            }
        }
        return methods;
    }

    /** A method by the name that netsh or people give it. */
    static AuthMethod typed(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        Kind kind = NAMES.getOrDefault(plain, named(plain));
        return kind.isCertificate()
                ? certificate(kind, CertificateText.of(signing(plain), ""), Place.NONE)
                : plain(kind, "", Place.NONE);
    }

    /**
     * The proposals of a set of a NetIPsec cmdlet as text: {@code {ComputerKerb, ComputerCert CN=Root}}. What PowerShell prints is
     * not documented; names of other things are none.
     */
    static List<AuthMethod> listed(Block set) {
        List<AuthMethod> methods = new ArrayList<>();
        for (String part : PROPOSALS.split(set.value("proposal").replaceAll("[{}]", ""))) {
            String[] words = part.strip().split("\\s+", 2);
            Kind kind = kind(words[0].toLowerCase(Locale.ROOT));
            if (kind.isCertificate()) {
                String authority = words.length == 1 ? "" : words[1];
                methods.add(certificate(kind, CertificateText.of(Signing.RSA, authority), set.place()));
            } else if (kind != Kind.UNKNOWN) {
                methods.add(plain(kind, "", set.place()));
            }
        }
        return methods;
    }

    /** A proposal of a set of a NetIPsec cmdlet. */
    static AuthMethod proposal(Block block) {
        String method = block.value("method").toLowerCase(Locale.ROOT);
        Kind numbered = NUMBERS.getOrDefault(method, named(method));
        // Only certificates name an authority, so that tells the two that have one number apart.
        Kind kind = numbered == Kind.USER_NTLM && block.has("rootca") ? Kind.CERTIFICATE : numbered;
        if (!kind.isCertificate()) {
            return plain(kind, block.value(Secrets.DIGEST), block.place());
        }
        CertificateText text = CertificateText.of(Signing.UNSAID, block.value("rootca"));
        block.settings().forEach(setting -> text.set(setting.key(), setting.value()));
        return certificate(kind, text, block.place());
    }

    private static Kind named(String text) {
        boolean isUser = text.contains("user");
        if (text.contains("preshared") || text.contains("pre-shared") || text.contains("psk")) {
            return Kind.PRESHARED_KEY;
        }
        if (text.contains("health")) {
            return Kind.HEALTH_CERTIFICATE;
        }
        if (text.contains("kerb")) {
            return isUser ? Kind.USER_KERBEROS : Kind.KERBEROS;
        }
        if (text.contains("ntlm")) {
            return isUser ? Kind.USER_NTLM : Kind.NTLM;
        }
        if (text.contains("cert")) {
            return isUser ? Kind.USER_CERTIFICATE : Kind.CERTIFICATE;
        }
        return text.contains("anonymous") ? Kind.ANONYMOUS : Kind.UNKNOWN;
    }
}
