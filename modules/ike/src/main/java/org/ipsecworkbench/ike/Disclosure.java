package org.ipsecworkbench.ike;

import java.util.List;

/**
 * What the encrypted messages of a negotiation say, as far as keys opened them.
 *
 * @param initiatorId who the initiator says it is, with its sort: {@code alice.lab.example (fqdn)}; empty where it was not read
 * @param responderId likewise of the responder
 * @param children what was negotiated for SAs of ESP and AH, in order
 */
public record Disclosure(String initiatorId, String responderId, List<ChildExchange> children) {
    /** Where nothing was opened. */
    public static final Disclosure NONE = new Disclosure("", "", List.of());

    /** Keeps a copy of the list. */
    public Disclosure {
        children = List.copyOf(children);
    }

    /** Whether nothing was opened. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /**
     * One exchange for SAs of ESP and AH: a quick mode, or the part of IKE_AUTH and CREATE_CHILD_SA that is about them.
     *
     * @param offered the proposals of who asked
     * @param chosen what the other side took of them; empty where it took none, or it was not read
     * @param initiatorTraffic the traffic at the side of who asked, as the other side allows it, or else as it was asked for:
     *     {@code 10.0.0.0-10.0.0.255, protocol 6, ports 80-80}
     * @param responderTraffic likewise at the other side
     * @param evidence the packets
     */
    public record ChildExchange(
            List<Proposal> offered,
            List<Proposal> chosen,
            List<String> initiatorTraffic,
            List<String> responderTraffic,
            List<Evidence> evidence) {
        /** Keeps copies of the lists. */
        public ChildExchange {
            offered = List.copyOf(offered);
            chosen = List.copyOf(chosen);
            initiatorTraffic = List.copyOf(initiatorTraffic);
            responderTraffic = List.copyOf(responderTraffic);
            evidence = List.copyOf(evidence);
        }
    }
}
