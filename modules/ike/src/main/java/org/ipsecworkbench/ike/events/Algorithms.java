package org.ipsecworkbench.ike.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.Proposal;

/** What the hosts agreed on for the IKE SA, in the words that captures use. */
final class Algorithms {
    private static final Pattern AES = Pattern.compile("aes-?(\\d{3})");
    private static final Pattern GROUP = Pattern.compile("dh group (\\d{1,5})");
    private static final Pattern SHA = Pattern.compile("sha[ -]?(256|384|512)");
    private static final int NOT_ON_THE_WIRE = -1;

    private Algorithms() {}

    /** One proposal, or none where the event names no algorithm. */
    static List<Proposal> chosen(EventRecord event) {
        List<Proposal.Attribute> attributes = new ArrayList<>();
        cipher(attributes, event.value("MMCipherAlg").toLowerCase(Locale.ROOT));
        String hash = event.value("MMIntegrityAlg").toLowerCase(Locale.ROOT);
        Matcher sha = SHA.matcher(hash);
        named(attributes, "hash", sha.matches() ? "sha2-" + sha.group(1) : hash);
        group(attributes, event.value("DHGroup").toLowerCase(Locale.ROOT));
        if (attributes.isEmpty()) {
            return List.of();
        }
        named(attributes, "authentication", Statements.authentication(event.value("MMAuthMethod")));
        long minutes = Values.number(event.value("MMLifetime"));
        if (minutes > 0 && minutes < Integer.MAX_VALUE) {
            attributes.add(new Proposal.Attribute(NOT_ON_THE_WIRE, "lifeSeconds", 60 * minutes, ""));
        }
        return List.of(new Proposal(1, "isakmp", "", List.of(new Proposal.Transform(1, 0, 1, attributes))));
    }

    private static void cipher(List<Proposal.Attribute> attributes, String cipher) {
        Matcher aes = AES.matcher(cipher);
        if (aes.matches()) {
            named(attributes, "encryption", "aes-cbc");
            attributes.add(new Proposal.Attribute(NOT_ON_THE_WIRE, "keyLength", Long.parseLong(aes.group(1)), ""));
        } else {
            named(attributes, "encryption", cipher.equals("3des") || cipher.equals("des") ? cipher + "-cbc" : cipher);
        }
    }

    private static void group(List<Proposal.Attribute> attributes, String group) {
        Matcher number = GROUP.matcher(group);
        if (number.matches()) {
            // Windows Vista and 7 call group 14 by its size.
            long value = number.group(1).equals("2048") ? 14 : Long.parseLong(number.group(1));
            attributes.add(new Proposal.Attribute(NOT_ON_THE_WIRE, "group", value, ""));
        } else {
            switch (group) {
                case "dh group ecp 256" -> attributes.add(new Proposal.Attribute(NOT_ON_THE_WIRE, "group", 19, ""));
                case "dh group ecp 384" -> attributes.add(new Proposal.Attribute(NOT_ON_THE_WIRE, "group", 20, ""));
                default -> named(attributes, "group", group);
            }
        }
    }

    private static void named(List<Proposal.Attribute> attributes, String name, String value) {
        if (!value.isEmpty()) {
            attributes.add(new Proposal.Attribute(NOT_ON_THE_WIRE, name, NOT_ON_THE_WIRE, value));
        }
    }
}
