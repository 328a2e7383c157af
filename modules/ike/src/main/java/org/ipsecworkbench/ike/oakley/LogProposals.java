package org.ipsecworkbench.ike.oakley;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ipsecworkbench.ike.Proposal;
import org.ipsecworkbench.ike.Proposal.Attribute;
import org.ipsecworkbench.ike.Proposal.Transform;
import org.ipsecworkbench.ike.isakmp.Numbers;

/** What a log says of proposals for the IKE SA: the offers of the host's own policy, and the transforms that it received. */
final class LogProposals {
    private static final int MAX_TRANSFORMS = 100;

    /** What the logs of Windows 2003 call its 2048-bit group, which has the number 14 in messages. */
    private static final long GROUP_2048_INSIDE = 0x10000001L;

    private static final long GROUP_2048 = 14;

    /** Microsoft's number for Kerberos, which IANA's registry knows as another method. */
    private static final long KERBEROS = 65_001;

    private static final List<String> ORDER = List.of("encryption", "hash", "group", "authentication", "lifeSeconds");

    private final Map<Long, Map<String, Attribute>> offers = new TreeMap<>();
    private final Map<Long, Map<String, Attribute>> received = new TreeMap<>();
    private final List<Attribute> methods = new ArrayList<>();
    private long transform = -1;
    private long accepted = -1;

    /** None. */
    LogProposals() {}

    /** A copy. */
    LogProposals(LogProposals other) {
        other.offers.forEach((number, offer) -> offers.put(number, new LinkedHashMap<>(offer)));
        other.received.forEach((number, one) -> received.put(number, new LinkedHashMap<>(one)));
        methods.addAll(other.methods);
        transform = other.transform;
        accepted = other.accepted;
    }

    /** {@code MMOffer[0] LifetimeSec 28800 QMLimit 0 DHGroup 2}, {@code MMOffer[0] Encrypt: Triple DES CBC Hash: SHA}. */
    void offer(String text) {
        Map<String, Attribute> offer = at(offers, Words.after(text, "mmoffer"));
        number(offer, "lifeSeconds", Words.after(text, "lifetimesec"));
        number(offer, "group", group(Words.after(text, "dhgroup")));
        int hash = Words.indexOf(text, "hash:", 0);
        int encrypt = Words.indexOf(text, "encrypt:", 0);
        if (encrypt >= 0) {
            String cipher = text.substring(encrypt + 8, hash > encrypt ? hash : text.length())
                    .strip();
            named(
                    offer,
                    "encryption",
                    cipher.equalsIgnoreCase("Triple DES CBC") ? 5 : cipher.endsWith("DES CBC") ? 1 : 0);
        }
        if (hash >= 0) {
            String name = text.substring(hash + 5).strip();
            named(offer, "hash", name.equalsIgnoreCase("MD5") ? 1 : name.equalsIgnoreCase("SHA") ? 2 : 0);
        }
    }

    /** {@code Auth[0]:PresharedKey}. */
    void method(String text) {
        long number = Words.indexOf(text, "kerberos", 0) >= 0
                ? KERBEROS
                : Words.indexOf(text, "presharedkey", 0) >= 0 ? 1 : Words.indexOf(text, "rsa", 0) >= 0 ? 3 : 0;
        if (number > 0 && methods.size() < MAX_TRANSFORMS) {
            methods.add(attribute("authentication", number));
        }
    }

    /** {@code Received Phase 1 Transform 1}. */
    void transform(String text) {
        transform = Words.after(text, "transform");
    }

    /** {@code Encryption Alg Triple DES CBC(5)}, {@code Oakley Group 2}, {@code Life duration 28800}. */
    void attribute(String text) {
        Map<String, Attribute> into = at(received, transform);
        long bracketed = Words.decimal(text, text.lastIndexOf('(') + 1);
        if (Words.indexOf(text, "encryption alg", 0) >= 0) {
            named(into, "encryption", bracketed);
        } else if (Words.indexOf(text, "hash alg", 0) >= 0) {
            named(into, "hash", bracketed);
        } else if (Words.indexOf(text, "auth method", 0) >= 0) {
            named(into, "authentication", bracketed);
        } else if (Words.indexOf(text, "oakley group", 0) >= 0) {
            number(into, "group", group(Words.after(text, "oakley group")));
        } else if (Words.indexOf(text, "life duration", 0) >= 0) {
            number(into, "lifeSeconds", Words.after(text, "life duration"));
        }
    }

    /** {@code Phase 1 SA accepted: transform=1}. */
    void accepted(String text) {
        accepted = Words.after(text, "transform");
    }

    void absorb(LogProposals other) {
        other.offers.forEach(offers::putIfAbsent);
        other.received.forEach(received::putIfAbsent);
        methods.addAll(other.methods.subList(0, Math.min(other.methods.size(), MAX_TRANSFORMS - methods.size())));
    }

    private static Map<String, Attribute> at(Map<Long, Map<String, Attribute>> all, long number) {
        Map<String, Attribute> known = all.get(number);
        if (known == null) {
            known = new LinkedHashMap<>();
            if (all.size() < MAX_TRANSFORMS) {
                all.put(number, known);
            }
        }
        return known;
    }

    private static long group(long number) {
        return number == GROUP_2048_INSIDE ? GROUP_2048 : number;
    }

    private static void number(Map<String, Attribute> into, String name, long number) {
        if (number >= 0) {
            into.putIfAbsent(name, new Attribute(-1, name, number, ""));
        }
    }

    private static void named(Map<String, Attribute> into, String name, long number) {
        if (number > 0) {
            into.putIfAbsent(name, attribute(name, number));
        }
    }

    private static Attribute attribute(String name, long number) {
        boolean isKerberos = name.equals("authentication") && number == KERBEROS;
        return new Attribute(
                -1,
                name,
                number,
                isKerberos ? "kerberos" : Numbers.of("ike1-" + name).name(number));
    }

    /** What the initiator proposed, as far as the log of one side says it. */
    List<Proposal> offered(boolean isInitiator) {
        return proposals(isInitiator ? offers : received, isInitiator ? 0 : -1);
    }

    /** What the responder took. */
    List<Proposal> chosen(boolean isInitiator) {
        if (isInitiator) {
            return proposals(received, -1);
        }
        Map<String, Attribute> one = received.get(accepted);
        return one == null ? List.of() : proposals(Map.of(accepted, one), -1);
    }

    /** @param first number of the first transform; -1 where they have numbers of their own */
    private List<Proposal> proposals(Map<Long, Map<String, Attribute>> all, int first) {
        List<Transform> transforms = new ArrayList<>();
        all.forEach((number, attributes) -> {
            if (!attributes.isEmpty()) {
                List<Attribute> ordered = new ArrayList<>();
                ORDER.stream()
                        .filter(attributes::containsKey)
                        .map(attributes::get)
                        .forEach(ordered::add);
                // With several methods each offer is sent once with each; which ones were, only the message says.
                if (first == 0 && methods.size() == 1) {
                    ordered.add(methods.get(0));
                }
                long own = first == 0 ? number + 1 : number;
                transforms.add(new Transform((int) Math.max(0, Math.min(255, own)), 0, 1, ordered));
            }
        });
        return transforms.isEmpty() ? List.of() : List.of(new Proposal(1, "isakmp", "", transforms));
    }

    /** The method that was chosen, or the only one of the policy; empty where neither is told. */
    String authentication(boolean isInitiator) {
        List<String> values = new ArrayList<>();
        for (Proposal proposal : chosen(isInitiator)) {
            proposal.transforms().forEach(one -> one.attribute("authentication").ifPresent(values::add));
        }
        if (values.size() == 1) {
            return values.get(0);
        }
        return methods.size() == 1 ? methods.get(0).value() : "";
    }
}
