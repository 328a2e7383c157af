package org.ipsecworkbench.ike.negotiate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.ike.Decrypted;
import org.ipsecworkbench.ike.Disclosure;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Payload;
import org.ipsecworkbench.ike.Proposal;
import org.ipsecworkbench.ike.Step;
import org.jspecify.annotations.Nullable;

/** Collects what keys opened of one negotiation. */
final class Inside {
    /** Rekeyings of one IKE SA that are told apart. */
    private static final int MAX_CHILDREN = 100;

    private static final int MAX_EVIDENCE = 8;

    /** Payload types (RFC 2408 section 3.1, RFC 7296 section 3.2). */
    private static final int ID_RESPONDER = 36;

    private static final int TS_INITIATOR = 44;
    private static final int CERTIFICATE_1 = 6;
    private static final int CERTIFICATE_2 = 37;

    private static final String EAP = "eap";

    private static final class Child {
        List<Proposal> offered = List.of();
        List<Proposal> chosen = List.of();
        List<String> initiatorTraffic = List.of();
        List<String> responderTraffic = List.of();
        final List<Evidence> evidence = new ArrayList<>();
    }

    private Map<Exchange, Child> children = Map.of();
    private @Nullable Exchange auth;
    private String initiatorId = "";
    private String responderId = "";
    private String method = "";
    private boolean initiatorCertificate;
    private boolean responderCertificate;

    /** Takes what was opened of the next message. */
    void add(IkeMessage message, Decrypted inside, Exchange exchange, Step.Direction direction, Evidence evidence) {
        boolean isInitiator = direction == Step.Direction.TO_RESPONDER;
        boolean isIke = message.exchange() == Exchange.MAIN
                || message.exchange() == Exchange.AGGRESSIVE
                || message.exchange() == Exchange.IKE_AUTH;
        for (Payload payload : inside.payloads()) {
            int type = payload.header().type();
            if (payload instanceof Payload.Identification id && isIke) {
                // The initiator of IKEv2 may also name the responder that it wants.
                if (isInitiator && type != ID_RESPONDER) {
                    initiatorId = id.text() + " (" + id.idTypeName() + ")";
                } else if (!isInitiator) {
                    responderId = id.text() + " (" + id.idTypeName() + ")";
                }
            } else if (payload instanceof Payload.Eap) {
                method = EAP;
            } else if (payload instanceof Payload.Authentication proof && isProof(isInitiator)) {
                method = proof.methodName();
            } else if (type == CERTIFICATE_1 || type == CERTIFICATE_2) {
                initiatorCertificate |= isInitiator;
                responderCertificate |= !isInitiator;
            }
        }
        // With EAP IKE_AUTH takes several exchanges, of which the first one asks and the last one answers.
        if (auth == null && exchange.type == Exchange.IKE_AUTH) {
            auth = exchange;
        }
        Exchange whole = auth != null && exchange.type == Exchange.IKE_AUTH ? auth : exchange;
        child(inside, whole, direction == exchange.asker, evidence);
    }

    private boolean isProof(boolean isInitiator) {
        return !method.equals(EAP) && (isInitiator || method.isEmpty());
    }

    private void child(Decrypted inside, Exchange exchange, boolean isAsked, Evidence evidence) {
        List<Payload.SecurityAssociation> offers = inside.payloads().stream()
                .filter(Payload.SecurityAssociation.class::isInstance)
                .map(Payload.SecurityAssociation.class::cast)
                .filter(Inside::isForChild)
                .toList();
        if (offers.isEmpty() || children.size() >= MAX_CHILDREN && !children.containsKey(exchange)) {
            return;
        }
        // Without keys, as most captures are read, nobody needs a table.
        children = children.isEmpty() ? new LinkedHashMap<>() : children;
        Child child = children.computeIfAbsent(exchange, any -> new Child());
        if (isAsked) {
            child.offered = offers.get(0).proposals();
        } else {
            child.chosen = offers.get(0).proposals();
        }
        if (child.evidence.size() < MAX_EVIDENCE) {
            child.evidence.add(evidence);
        }
        List<List<String>> traffic = traffic(inside);
        if (traffic.size() == 2) {
            child.initiatorTraffic = traffic.get(0);
            child.responderTraffic = traffic.get(1);
        }
    }

    private static boolean isForChild(Payload.SecurityAssociation sa) {
        return sa.proposals().stream()
                .anyMatch(one -> one.protocol().equals("esp") || one.protocol().equals("ah"));
    }

    /** Of who asked, then of the other: TSi and TSr, or the two IDs of quick mode, which are in the same order. */
    private static List<List<String>> traffic(Decrypted inside) {
        List<List<String>> traffic = new ArrayList<>();
        for (Payload payload : inside.payloads()) {
            if (payload instanceof Payload.TrafficSelectors selectors) {
                List<String> words = selectors.selectors().stream()
                        .map(Payload.Selector::label)
                        .toList();
                traffic.add(payload.header().type() == TS_INITIATOR ? 0 : traffic.size(), words);
            } else if (payload instanceof Payload.Identification id
                    && id.header().type() == 5) {
                traffic.add(List.of(id.text() + Payload.Selector.ports(id.protocol(), id.port(), id.port())));
            }
        }
        return traffic;
    }

    /** How who began proves who it is, in IKEv2; empty where it was not read. */
    String method() {
        return method;
    }

    boolean hasCertificate(Step.Direction sender) {
        return sender == Step.Direction.TO_RESPONDER ? initiatorCertificate : responderCertificate;
    }

    /** Whether both sides agreed on an SA of ESP or AH. */
    boolean hasChild() {
        return children.values().stream().anyMatch(one -> !one.chosen.isEmpty());
    }

    Disclosure disclosure() {
        if (initiatorId.isEmpty() && responderId.isEmpty() && children.isEmpty()) {
            return Disclosure.NONE;
        }
        return new Disclosure(
                initiatorId,
                responderId,
                children.values().stream()
                        .map(one -> new Disclosure.ChildExchange(
                                one.offered, one.chosen, one.initiatorTraffic, one.responderTraffic, one.evidence))
                        .toList());
    }
}
