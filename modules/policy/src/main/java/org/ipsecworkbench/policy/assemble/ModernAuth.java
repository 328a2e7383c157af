package org.ipsecworkbench.policy.assemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.policy.AuthMethod;
import org.ipsecworkbench.policy.AuthMethod.Kind;
import org.ipsecworkbench.policy.CertificateCriteria;
import org.ipsecworkbench.policy.CertificateCriteria.Signing;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.Setting;
import org.ipsecworkbench.policy.read.Block;
import org.ipsecworkbench.policy.read.Secrets;
import org.ipsecworkbench.policy.table.Words;

/**
 * The methods of {@code auth1} or {@code auth2} of netsh advfirewall. A listing names the methods first, then each authority with
 * its options behind it; a command may have them in any order; a set of the registry is one method after the other.
 */
final class ModernAuth {
    /** An authority as it is read, and where it stands. */
    private record Authority(CertificateText text, Place place) {}

    private final String key;
    private final String digest;
    private final List<AuthMethod> methods = new ArrayList<>();
    private final List<Authority> authorities = new ArrayList<>();
    private final List<Authority> latest = new ArrayList<>();
    private final List<Setting> ahead = new ArrayList<>();
    private Setting named;

    private ModernAuth(String key, String digest, Setting first) {
        this.key = key;
        this.digest = digest;
        named = first;
    }

    /**
     * The methods, in order.
     *
     * @param key {@code auth1} or {@code auth2}
     */
    static List<AuthMethod> read(Block block, String key) {
        List<Setting> named = block.all(key);
        if (named.isEmpty()) {
            return List.of();
        }
        ModernAuth auth = new ModernAuth(key, block.value(Secrets.DIGEST), named.get(0));
        for (Setting setting : block.settings()) {
            auth.take(setting);
        }
        auth.finish();
        return auth.methods;
    }

    private void take(Setting setting) {
        if (setting.key().equals(key)) {
            if (!setting.equals(named)) {
                finish();
                named = setting;
            }
        } else if (setting.key().startsWith(key)) {
            String part = setting.key().substring(key.length());
            switch (part) {
                case "ca" -> authorities(Signing.RSA, setting);
                case "ecdsap256ca" -> authorities(Signing.ECDSA_P256, setting);
                case "ecdsap384ca" -> authorities(Signing.ECDSA_P384, setting);
                default -> option(part, setting);
            }
        }
    }

    /** Between bars there are several. */
    private void authorities(Signing signing, Setting setting) {
        latest.clear();
        for (String part : setting.value().split("\\|")) {
            CertificateText text = CertificateText.of(signing, part);
            if (!text.authority().isEmpty()) {
                ahead.forEach(option -> text.set(option.key(), option.value()));
                latest.add(new Authority(text, setting.place()));
            }
        }
        ahead.clear();
        authorities.addAll(latest);
    }

    private void option(String part, Setting setting) {
        if (latest.isEmpty()) {
            ahead.add(new Setting(part, setting.label(), setting.value(), setting.place()));
        }
        latest.forEach(authority -> authority.text.set(part, setting.value()));
    }

    /** All that belongs to a list of methods was read. */
    private void finish() {
        for (String name : named.value().split(",")) {
            String plain = name.strip().toLowerCase(Locale.ROOT);
            if (!plain.isEmpty() && !Words.meaning(plain).equals("none")) {
                method(plain, name.strip());
            }
        }
        authorities.clear();
        latest.clear();
        ahead.clear();
    }

    private void method(String plain, String name) {
        Kind kind = AuthText.kind(plain);
        if (!kind.isCertificate()) {
            String detail = kind == Kind.UNKNOWN ? name : "";
            String keyDigest = kind == Kind.PRESHARED_KEY ? digest : "";
            methods.add(new AuthMethod(kind, detail, keyDigest, CertificateCriteria.NONE, named.place()));
            return;
        }
        Signing signing = AuthText.signing(plain);
        List<Authority> own = authorities.stream()
                .filter(one -> one.text.signing() == signing)
                .toList();
        own.forEach(one -> methods.add(AuthText.certificate(kind, one.text, one.place)));
        if (own.isEmpty()) {
            CertificateText text = CertificateText.of(signing, "");
            ahead.forEach(option -> text.set(option.key(), option.value()));
            methods.add(AuthText.certificate(kind, text, named.place()));
        }
    }
}
