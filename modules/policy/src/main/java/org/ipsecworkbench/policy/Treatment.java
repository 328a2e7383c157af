package org.ipsecworkbench.policy;

/**
 * What a rule does with a packet that its filter matches.
 *
 * @param kind what sort of action
 * @param inbound demand on what comes in; {@link Demand#NONE} unless it negotiates
 * @param outbound the same of what goes out
 */
public record Treatment(Kind kind, Demand inbound, Demand outbound) {
    /** Sorts of actions. */
    public enum Kind {
        /** Clear without negotiation; modern: no authentication. */
        PERMIT,
        /** Dropped. */
        BLOCK,
        /** Negotiates by the demands. */
        NEGOTIATE,
        /** The default response rule: answers a negotiation, begins none. */
        RESPOND,
        /** Was not read. */
        UNKNOWN
    }

    /** Clear without negotiation. */
    public static final Treatment PERMIT = new Treatment(Kind.PERMIT, Demand.NONE, Demand.NONE);

    /** Dropped. */
    public static final Treatment BLOCK = new Treatment(Kind.BLOCK, Demand.NONE, Demand.NONE);

    /** The default response rule. */
    public static final Treatment RESPOND = new Treatment(Kind.RESPOND, Demand.NONE, Demand.NONE);

    /** Was not read. */
    public static final Treatment UNKNOWN = new Treatment(Kind.UNKNOWN, Demand.NONE, Demand.NONE);

    /** Negotiates. */
    public static Treatment negotiate(Demand inbound, Demand outbound) {
        return new Treatment(Kind.NEGOTIATE, inbound, outbound);
    }

    /** For people, such as {@code require inbound, request outbound}. */
    public String label() {
        return switch (kind) {
            case PERMIT -> "permit in clear";
            case BLOCK -> "block";
            case RESPOND -> "respond only";
            case UNKNOWN -> "action not known";
            case NEGOTIATE -> word(inbound) + " inbound, " + word(outbound) + " outbound";
        };
    }

    private static String word(Demand demand) {
        return switch (demand) {
            case NONE -> "nothing asked";
            case REQUEST -> "request";
            case REQUIRE -> "require";
        };
    }
}
