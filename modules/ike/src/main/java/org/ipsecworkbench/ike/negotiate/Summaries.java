package org.ipsecworkbench.ike.negotiate;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Payload;
import org.ipsecworkbench.ike.isakmp.Numbers;

/** Messages in words. */
final class Summaries {
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
        String inside = message.encrypted() ? "encrypted" : payloads(message.payloads());
        return inside.isEmpty()
                ? text.toString()
                : text.append(": ").append(inside).toString();
    }

    /** What the exchange is called by those who speak of it; ISAKMP's identity protection is main mode to them. */
    static String exchange(IkeMessage message) {
        return switch (message.exchange()) {
            case Exchange.MAIN -> "main mode";
            case Exchange.AGGRESSIVE -> "aggressive mode";
            default -> Numbers.EXCHANGES.name(message.exchange(), "exchange");
        };
    }

    /** Payloads in order; those of the same name in a row once, with their number. */
    static String payloads(List<Payload> payloads) {
        List<String> words = new ArrayList<>();
        int count = 0;
        for (int i = 0; i < payloads.size(); i++) {
            count++;
            String word = word(payloads.get(i));
            if (i + 1 == payloads.size() || !word.equals(word(payloads.get(i + 1)))) {
                words.add(count == 1 ? word : count + " × " + word);
                count = 0;
            }
        }
        return String.join(", ", words);
    }

    private static String word(Payload payload) {
        if (payload instanceof Payload.Notify notify) {
            return notify.win32() != 0 ? notify.notifyName() + " " + notify.win32() : notify.notifyName();
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
