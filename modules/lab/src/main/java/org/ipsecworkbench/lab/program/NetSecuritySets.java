package org.ipsecworkbench.lab.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ipsecworkbench.lab.model.Authentication;
import org.ipsecworkbench.lab.model.Cipher;
import org.ipsecworkbench.lab.model.ConsecRule;
import org.ipsecworkbench.lab.model.DhGroup;
import org.ipsecworkbench.lab.model.Endpoint;
import org.ipsecworkbench.lab.model.Integrity;
import org.ipsecworkbench.lab.model.MainModeOffer;
import org.ipsecworkbench.lab.model.QuickModeOffer;

/**
 * What rules name: filters and the proposals of sets, with the properties and numbers of the classes of WFasCim
 * (MSFT_NetIKEBasicAuthProposal, MSFT_NetIKECertAuthProposal, MSFT_NetIKEMMCryptoProposal, MSFT_NetIKEQMCryptoProposal). What a
 * list prints for proposals is not documented, so it is what netsh would call them. Never a key.
 */
final class NetSecuritySets {
    private static final int AH = 1;
    private static final int ESP = 2;

    private NetSecuritySets() {}

    static Map<String, Object> addresses(ConsecRule rule) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("InstanceID", rule.name());
        object.put("LocalAddress", address(rule.endpoint1()));
        object.put("RemoteAddress", address(rule.endpoint2()));
        return object;
    }

    private static String address(Endpoint endpoint) {
        return endpoint.text().equalsIgnoreCase("any") ? "Any" : endpoint.text();
    }

    static Map<String, Object> ports(ConsecRule rule) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("InstanceID", rule.name());
        object.put("Protocol", rule.protocol());
        object.put("LocalPort", rule.port1());
        object.put("RemotePort", rule.port2());
        return object;
    }

    static Nested authentication(List<Authentication> methods) {
        return nested(methods, String::valueOf, method -> {
            Map<String, Object> object = new LinkedHashMap<>();
            switch (method.kind()) {
                case KERBEROS -> object.put("AuthenticationMethod", 65_002);
                case PRESHARED_KEY -> object.put("AuthenticationMethod", 2);
                case CERTIFICATE -> {
                    // The documentation gives this number to NTLM of the user too.
                    object.put("AuthenticationMethod", 65_005);
                    object.put("TrustedCA", method.value());
                    object.put("TrustedCAType", 1);
                    object.put("SigningAlgorithm", 1);
                }
            }
            return object;
        });
    }

    static Nested mainMode(List<MainModeOffer> offers) {
        return nested(offers, MainModeOffer::label, offer -> {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("CipherAlgorithm", number(offer.cipher()));
            object.put("HashAlgorithm", number(offer.integrity()));
            object.put("GroupId", number(offer.group()));
            return object;
        });
    }

    static Nested quickMode(List<QuickModeOffer> offers) {
        return nested(offers, QuickModeOffer::label, offer -> {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("Encapsulation", offer.isAh() ? AH : ESP);
            object.put("HashAlgorithmAH", offer.isAh() ? number(offer.integrity()) : 0);
            object.put("HashAlgorithmESP", offer.isAh() ? 0 : number(offer.integrity()));
            object.put("CipherAlgorithm", number(offer.cipher()));
            object.put("MaxLifetimeMinutes", offer.seconds() / 60);
            object.put("MaxLifetimeKilobytes", offer.kilobytes());
            return object;
        });
    }

    private static <T> Nested nested(
            List<T> all, Function<T, String> label, Function<T, Map<String, Object>> properties) {
        List<Map<String, Object>> objects = new ArrayList<>();
        all.forEach(one -> objects.add(properties.apply(one)));
        return new Nested(objects, all.stream().map(label).collect(Collectors.joining(", ", "{", "}")));
    }

    private static int number(Cipher cipher) {
        return switch (cipher) {
            case NONE -> 0;
            case DES -> 2;
            case TRIPLE_DES -> 6;
            case AES_128 -> 65_001;
            case AES_192 -> 65_002;
            case AES_256 -> 65_003;
            case AES_GCM_128 -> 65_004;
            case AES_GCM_256 -> 65_006;
        };
    }

    private static int number(Integrity integrity) {
        return switch (integrity) {
            case NONE -> 0;
            case MD5 -> 2;
            case SHA1 -> 3;
            case SHA256 -> 65_001;
            case SHA384 -> 65_002;
            case AES_GCM_128 -> 65_003;
            case AES_GCM_256 -> 65_005;
        };
    }

    private static int number(DhGroup group) {
        return switch (group) {
            case GROUP_1 -> 1;
            case GROUP_2 -> 2;
            case GROUP_14 -> 14;
            case ECP_256 -> 19;
            case ECP_384 -> 20;
            case GROUP_24 -> 24;
        };
    }
}
