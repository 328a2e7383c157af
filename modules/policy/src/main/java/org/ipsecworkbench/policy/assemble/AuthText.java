package org.ipsecworkbench.policy.assemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipsecworkbench.policy.AuthMethod;
import org.ipsecworkbench.policy.AuthMethod.Kind;
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
     * and for certificates of the computer; 65006 is free there, so that is taken for the latter.
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

    private AuthText() {}

    /** The methods of {@code auth1} or {@code auth2} of a listing of netsh advfirewall, in order. */
    static List<AuthMethod> modern(Block block, String key) {
        List<AuthMethod> methods = new ArrayList<>();
        String digest = block.value(Secrets.DIGEST);
        for (Setting setting : block.all(key)) {
            for (String name : setting.value().split(",")) {
                String plain = name.strip().toLowerCase(Locale.ROOT);
                if (plain.isEmpty() || Words.meaning(plain).equals("none")) {
                    continue;
                }
                Kind kind = NAMES.getOrDefault(plain, Kind.UNKNOWN);
                boolean isCertificate = kind == Kind.CERTIFICATE || kind == Kind.USER_CERTIFICATE;
                List<Setting> authorities = block.all(key + "ca");
                if (isCertificate && !authorities.isEmpty()) {
                    authorities.forEach(ca -> authorities(ca)
                            .forEach(authority -> methods.add(new AuthMethod(kind, authority, "", ca.place()))));
                } else {
                    String detail = kind == Kind.UNKNOWN ? name.strip() : "";
                    methods.add(
                            new AuthMethod(kind, detail, kind == Kind.PRESHARED_KEY ? digest : "", setting.place()));
                }
            }
        }
        return methods;
    }

    /** The authorities of one value: between bars, without the options behind each. */
    private static List<String> authorities(Setting setting) {
        List<String> authorities = new ArrayList<>();
        for (String part : setting.value().split("\\|")) {
            String plain = authority(part);
            if (!plain.isEmpty()) {
                authorities.add(plain);
            }
        }
        return authorities;
    }

    /** A name of an authority without quotes and the options behind it. */
    static String authority(String text) {
        return text.strip()
                .replaceAll("(?i)\\s+(certmap|certmapping|excludecaname|certtype|type)\\s*:.*$", "")
                .replaceAll("^['\"]+|['\"]+$", "")
                .strip();
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
                        methods.add(new AuthMethod(Kind.KERBEROS, "", "", place));
                    }
                }
                case "rootca" -> methods.add(new AuthMethod(Kind.CERTIFICATE, authority(setting.value()), "", place));
                case "psk" -> {
                    boolean hasDigest =
                            i + 1 < settings.size() && settings.get(i + 1).key().equals(Secrets.DIGEST);
                    methods.add(new AuthMethod(
                            Kind.PRESHARED_KEY,
                            "",
                            hasDigest ? settings.get(i + 1).value() : "",
                            place));
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
        return new AuthMethod(kind, "", "", Place.NONE);
    }

    /** A proposal of a set of a NetIPsec cmdlet. */
    static AuthMethod proposal(Block block) {
        String method = block.value("method").toLowerCase(Locale.ROOT);
        Kind kind = NUMBERS.getOrDefault(method, named(method));
        String authority = block.value("rootca");
        return new AuthMethod(kind, authority, block.value(Secrets.DIGEST), block.place());
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
