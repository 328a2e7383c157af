package org.ipsecworkbench.policy.assemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ipsecworkbench.policy.AuthMethod;
import org.ipsecworkbench.policy.KeyModule;
import org.ipsecworkbench.policy.MainModeOffer;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.QuickModeOffer;
import org.ipsecworkbench.policy.Treatment;
import org.ipsecworkbench.policy.offer.MainModeText;
import org.ipsecworkbench.policy.offer.QuickModeText;
import org.ipsecworkbench.policy.table.Algorithms;
import org.ipsecworkbench.policy.table.Algorithms.Use;

/** Values that people type. What means nothing is an {@link IllegalArgumentException} with a sentence for them. */
public final class ChangeText {
    private ChangeText() {}

    /** {@code permit}, {@code block}, or an action of netsh advfirewall. */
    public static Treatment action(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        Treatment read = plain.equals("permit")
                ? Treatment.PERMIT
                : plain.equals("block") ? Treatment.BLOCK : Values.action(plain);
        if (read.kind() == Treatment.Kind.UNKNOWN) {
            throw new IllegalArgumentException(text + " is no action: requestinrequestout, requireinrequestout,"
                    + " requireinrequireout, noauthentication, permit or block.");
        }
        return read;
    }

    /** Methods of netsh advfirewall with commas between; of a pre-shared key the key itself is not told. */
    public static List<AuthMethod> auth(String text) {
        List<AuthMethod> methods = new ArrayList<>();
        for (String name : text.split(",")) {
            AuthMethod method = AuthText.typed(name.strip());
            if (method.kind() == AuthMethod.Kind.UNKNOWN) {
                throw new IllegalArgumentException(name.strip() + " is no authentication method: computerkerb,"
                        + " computercert, computerpsk, computerntlm, anonymous.");
            }
            methods.add(method);
        }
        return methods;
    }

    /** Methods of a second authentication; {@code none} for none. */
    public static List<AuthMethod> secondAuth(String text) {
        if (text.strip().equalsIgnoreCase("none")) {
            return List.of();
        }
        List<AuthMethod> methods = auth(text);
        for (AuthMethod method : methods) {
            switch (method.kind()) {
                case USER_KERBEROS, USER_NTLM, USER_CERTIFICATE, ANONYMOUS -> {}
                default ->
                    throw new IllegalArgumentException(
                            method.kind().label() + " is no method of a second authentication:"
                                    + " userkerb, usercert, userntlm, anonymous, or none.");
            }
        }
        return methods;
    }

    /** Offers for main mode. */
    public static List<MainModeOffer> mainMode(String text) {
        List<MainModeOffer> offers = MainModeText.parse(text, 0, Place.NONE);
        if (offers.isEmpty()) {
            throw new IllegalArgumentException(
                    text + " is no main mode offer, such as DHGroup14-AES256-SHA256 or 3DES-SHA1-2.");
        }
        return offers;
    }

    /** Offers for quick mode. */
    public static List<QuickModeOffer> quickMode(String text) {
        List<QuickModeOffer> offers = QuickModeText.parse(text, Place.NONE);
        if (offers.isEmpty()) {
            throw new IllegalArgumentException(
                    text + " is no quick mode offer, such as ESP:SHA256-AES256+60min+100000kb or ESP[3DES,SHA1].");
        }
        return offers;
    }

    /** A group, {@code mainmode} or {@code none}. */
    public static String pfs(String text) {
        String read = Values.pfs(text);
        boolean isKnown = read.equals("none") || read.equals("mainmode") || Algorithms.isKnown(Use.GROUP, read);
        if (!isKnown) {
            throw new IllegalArgumentException(text + " is no group, such as DHGroup14; nor mainmode or none.");
        }
        return read;
    }

    /** Key modules; none for the default of Windows. */
    public static Set<KeyModule> modules(String text) {
        Set<KeyModule> read = Values.modules(text);
        if (read.isEmpty() && !text.strip().equalsIgnoreCase("default")) {
            throw new IllegalArgumentException(text + " is no key module: IKEv1, AuthIP, IKEv2 or default.");
        }
        return read;
    }

    /** What netsh calls a method; empty where it has no name for it. */
    public static String name(AuthMethod method) {
        String curve = switch (method.criteria().signing()) {
            case ECDSA_P256 -> "ecdsap256";
            case ECDSA_P384 -> "ecdsap384";
            case UNSAID, RSA -> "";
        };
        return switch (method.kind()) {
            case KERBEROS -> "computerkerb";
            case NTLM -> "computerntlm";
            case CERTIFICATE -> "computercert" + curve;
            case PRESHARED_KEY -> "computerpsk";
            case USER_KERBEROS -> "userkerb";
            case USER_NTLM -> "userntlm";
            case USER_CERTIFICATE -> "usercert" + curve;
            case ANONYMOUS -> "anonymous";
            case HEALTH_CERTIFICATE, UNKNOWN -> "";
        };
    }
}
