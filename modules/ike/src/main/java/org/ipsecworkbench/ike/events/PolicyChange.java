package org.ipsecworkbench.ike.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.ike.EventRecord;

/** What an event says of a change of policy: what was changed, by whom, and whether that failed. */
final class PolicyChange {
    private static final List<String> NAMES = List.of(
            "RuleName", "SetName", "ConnectionSecurityRuleName", "AuthenticationSetName", "CryptographicSetName");

    /** The accounts that Windows itself acts as, which have the same identifiers everywhere (MS-DTYP 2.4.2.4). */
    private static final Map<String, String> ACCOUNTS = Map.of(
            "S-1-5-18", "the system itself, as it does for group policies",
            "S-1-5-19", "a local service",
            "S-1-5-20", "a network service");

    private PolicyChange() {}

    /** One sentence for each; empty where the event says nothing of them. */
    static String detail(EventRecord event) {
        List<String> sentences = new ArrayList<>();
        NAMES.stream()
                .map(event::value)
                .filter(PolicyChange::isKnown)
                .findFirst()
                .ifPresent(name -> sentences.add("Its name is \"" + name + "\"."));
        String user = event.value("ModifyingUser");
        String application = event.value("ModifyingApplication");
        if (isKnown(user)) {
            sentences.add("Who did it: " + ACCOUNTS.getOrDefault(user, "the user " + user)
                    + (isKnown(application) ? ", with " + application : "") + ".");
        }
        if (failed(event)) {
            sentences.add("It failed with error " + event.value("ErrorCode") + ".");
        }
        return String.join(" ", sentences);
    }

    /** Whether the change was tried in vain. */
    static boolean failed(EventRecord event) {
        return Values.number(event.value("ErrorCode")) != 0;
    }

    private static boolean isKnown(String value) {
        return !value.isEmpty() && !value.equals("-");
    }
}
