package org.ipsecworkbench.ike.negotiate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Payload;
import org.ipsecworkbench.ike.isakmp.Numbers;

/** Messages in words. */
final class Summaries {
    /** NAT detection, and what is supported (IANA IKEv2 registry, notify message types). */
    private static final Set<Integer> ABILITIES = Set.of(
            16388, 16389, 16392, 16394, 16395, 16396, 16404, 16406, 16416, 16417, 16418, 16420, 16421, 16424, 16427,
            16428, 16430, 16431, 16432, 16438, 16443);

    private Summaries() {}

    /** {@code main mode: security association, 5 vendor ids}. */
    static String of(IkeMessage message, int pieces) {
        StringBuilder text = new StringBuilder(exchange(message));
        if (message.major() == 2) {
            text.append((message.flags() & 0x20) != 0 ? " response" : " request");
        }
        if (pieces > 1) {
            text.append(" in ").append(pieces).append(" fragments");
        }
        String inside = message.decrypted() != null
                ? decrypted(message.decrypted().payloads())
                : message.encrypted() ? "encrypted" : payloads(message.payloads());
        return inside.isEmpty()
                ? text.toString()
                : text.append(": ").append(inside).toString();
    }

    private static String decrypted(List<Payload> payloads) {
        return payloads.isEmpty() ? "decrypted, nothing inside" : "decrypted, " + payloads(payloads);
    }

    /** What the exchange is called by those who speak of it; ISAKMP's identity protection is main mode to them. */
    static String exchange(IkeMessage message) {
        return switch (message.exchange()) {
            case Exchange.MAIN -> "main mode";
            case Exchange.AGGRESSIVE -> "aggressive mode";
            default -> Numbers.EXCHANGES.name(message.exchange(), "exchange");
        };
    }

    /**
     * Payloads in order, those of the same name once, with their number. Notifications that only say what the sender can do
     * are counted together: every first message of IKEv2 has half a dozen.
     */
    static String payloads(List<Payload> payloads) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Payload payload : payloads) {
            counts.merge(word(payload), 1, Integer::sum);
        }
        List<String> words = new ArrayList<>();
        counts.forEach((word, count) -> words.add(count == 1 ? word : count + " × " + word));
        return String.join(", ", words);
    }

    private static String word(Payload payload) {
        if (payload instanceof Payload.Notify notify) {
            boolean isAbility = notify.header().type() == 41 && ABILITIES.contains(notify.notifyType());
            return isAbility
                    ? "notify"
                    : notify.win32() != 0 ? notify.notifyName() + " " + notify.win32() : notify.notifyName();
        }
        if (payload instanceof Payload.Delete delete) {
            return "delete " + delete.protocol();
        }
        if (payload instanceof Payload.Eap eap && !eap.methodName().isEmpty()) {
            return "EAP " + eap.methodName();
        }
        return payload.header().name();
    }
}
