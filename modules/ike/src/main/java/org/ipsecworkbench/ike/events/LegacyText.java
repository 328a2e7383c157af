package org.ipsecworkbench.ike.events;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values of Windows 2000 to 2003 that are several lines themselves: a label without a colon, a blank, the value. Lines may
 * have been joined on the way.
 */
final class LegacyText {
    private static final Pattern LOCAL = Pattern.compile("IKE Local Addr:? (\\S+)");
    private static final Pattern PEER = Pattern.compile("IKE Peer Addr:? (\\S+)");
    private static final Pattern SOURCE = Pattern.compile("Source IP Address:? (?!Mask)(\\S+)");
    private static final Pattern DESTINATION = Pattern.compile("Destination IP Address:? (?!Mask)(\\S+)");
    private static final Pattern IDENTITY = Pattern.compile("Peer IP Address:? (\\S+)");
    private static final Pattern INBOUND = Pattern.compile("InboundSpi:? (\\S+)");
    private static final Pattern OUTBOUND = Pattern.compile("OutBoundSpi:? (\\S+)");
    private static final Pattern ESP =
            Pattern.compile("ESP Algorithm:? (.{0,80}?)\\s{0,4}(?=HMAC Algorithm|AH Algorithm|\\n|$)");
    private static final Pattern HMAC =
            Pattern.compile("HMAC Algorithm:? (.{0,80}?)\\s{0,4}(?=AH Algorithm|Lifetime|\\n|$)");
    private static final Pattern AH = Pattern.compile("(?<!M)AH Algorithm:? (.{0,80}?)\\s{0,4}(?=Encapsulation|\\n|$)");

    private LegacyText() {}

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1).strip() : "";
    }

    /** This host's address; empty where the filter does not say. */
    static String local(String filter) {
        String local = first(LOCAL, filter);
        return Values.address(local.isEmpty() ? first(SOURCE, filter) : local);
    }

    /** The peer's address, likewise. */
    static String remote(String filter, String identity) {
        String remote = first(PEER, filter);
        if (remote.isEmpty()) {
            remote = first(IDENTITY, identity);
        }
        return Values.address(remote.isEmpty() ? first(DESTINATION, filter) : remote);
    }

    static String inbound(String parameters) {
        return first(INBOUND, parameters);
    }

    static String outbound(String parameters) {
        return first(OUTBOUND, parameters);
    }

    /** Whether an SA is one of AH alone. */
    static boolean isAh(String parameters) {
        return isSet(first(AH, parameters)) && !isSet(first(ESP, parameters)) && !isSet(first(HMAC, parameters));
    }

    /** What the algorithms mean; empty where there are none, as in main mode. */
    static String protection(String parameters) {
        if (inbound(parameters).isEmpty()) {
            return "";
        }
        String cipher = first(ESP, parameters);
        if (isSet(cipher)) {
            return "This one encrypts: " + cipher + ".";
        }
        return isSoft(parameters)
                ? "This one has no algorithm: a soft SA, whose traffic is in clear."
                : "This one protects against changes, but does not encrypt.";
    }

    /** Whether an SA of quick mode has no algorithm at all, so that its traffic is in clear. */
    static boolean isSoft(String parameters) {
        return !inbound(parameters).isEmpty()
                && !isSet(first(ESP, parameters))
                && !isSet(first(HMAC, parameters))
                && !isSet(first(AH, parameters));
    }

    private static boolean isSet(String algorithm) {
        return Explainer.isSet(algorithm.toLowerCase(Locale.ROOT));
    }
}
