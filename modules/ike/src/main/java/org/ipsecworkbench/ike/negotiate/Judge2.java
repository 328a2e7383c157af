package org.ipsecworkbench.ike.negotiate;

import java.util.List;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.Failure.Numbering;
import org.ipsecworkbench.ike.Step;
import org.jspecify.annotations.Nullable;

/** How negotiations of IKEv2 ended (RFC 7296 section 1.2, 2.21). */
final class Judge2 {
    private static final int INVALID_KE_PAYLOAD = 17;
    private static final int NO_PROPOSAL_CHOSEN = 14;
    private static final int AUTHENTICATION_FAILED = 24;
    private static final int MICROSOFT_STATUS = 12345;

    /**
     * Bytes of an IKE_AUTH answer that holds an error alone: header 28, SK 4, vector 16, notification 8 with some data,
     * padding 16, check value 32. One with ID, AUTH, SA and traffic selectors has 176 or more.
     */
    private static final int ERROR_ALONE = 112;

    /** Likewise with ID and AUTH, but an error in the place of SA and traffic selectors. */
    private static final int WITHOUT_CHILD = 168;

    /** An IKE_AUTH message of this length holds a certificate; without one it stays below, with long keys too. */
    private static final int WITH_CERTIFICATE = 800;

    private Judge2() {}

    static Judge.Finding judge(Building b, Judge judge) {
        if (!b.children.isEmpty()) {
            return Judge.Finding.ESTABLISHED;
        }
        List<Exchange> auths = b.of(Exchange.IKE_AUTH);
        if (!auths.isEmpty()) {
            return afterInit(b, auths, judge);
        }
        List<Exchange> inits = b.of(Exchange.IKE_SA_INIT);
        if (!inits.isEmpty()) {
            return init(b, inits.get(0), judge);
        }
        boolean hasChild = b.of(Exchange.CREATE_CHILD_SA).stream().anyMatch(one -> one.answered.bytes > ERROR_ALONE);
        return hasChild ? Judge.Finding.ESTABLISHED : Judge.Finding.UNKNOWN;
    }

    private static Judge.Finding init(Building b, Exchange init, Judge judge) {
        Failure error = readableError(b);
        if (error != null) {
            return Judge.Finding.failed(error);
        }
        if (!init.isAnswered()) {
            return judge.unanswered(b, init, "no-answer");
        }
        return Judge.Finding.INCOMPLETE;
    }

    private static @Nullable Failure readableError(Building b) {
        for (Building.Notice notice : b.notices) {
            int type = notice.type();
            if (type == MICROSOFT_STATUS && notice.win32() != 0) {
                return Causes.ofCode(Numbering.WIN32, notice.win32(), List.of(b.at(notice.packet())));
            }
            if (type > 0 && type < Exchange.FIRST_STATUS && (type != INVALID_KE_PAYLOAD || b.chosen.isEmpty())) {
                return Causes.ofCode(Numbering.IKEV2_NOTIFY, type, List.of(b.at(notice.packet())));
            }
        }
        return null;
    }

    private static Judge.Finding afterInit(Building b, List<Exchange> auths, Judge judge) {
        Failure told = errorInside(b);
        if (told != null) {
            return Judge.Finding.failed(told);
        }
        Exchange last = auths.get(auths.size() - 1);
        if (!last.isAnswered()) {
            boolean isOneSided = b.of(Exchange.IKE_SA_INIT).stream().noneMatch(Exchange::isAnswered)
                    && !b.of(Exchange.IKE_SA_INIT).isEmpty();
            if (isOneSided) {
                b.notes.add("Only one direction was seen, so that the end cannot be told.");
                return Judge.Finding.UNKNOWN;
            }
            return judge.unanswered(b, last, "stopped-answering");
        }
        if (last.asked.messages == 0) {
            return Judge.Finding.UNKNOWN;
        }
        if (b.inside.hasChild()) {
            return isEndedByInitiator(b)
                    ? Judge.Finding.failed(Causes.of("ended-by-initiator", Judge.evidence(b)))
                    : Judge.Finding.ESTABLISHED;
        }
        if (last.answered.bytes <= ERROR_ALONE) {
            boolean isCertificate = auths.get(0).asked.bytes >= WITH_CERTIFICATE;
            String cause = isCertificate ? "auth-refused-certificate" : "auth-refused";
            return Judge.Finding.failed(Causes.of(cause, Judge.evidence(b)));
        }
        if (isEndedByInitiator(b)) {
            boolean isCertificate = auths.get(0).answered.bytes >= WITH_CERTIFICATE;
            String cause = isCertificate ? "proof-refused-certificate" : "proof-refused";
            return Judge.Finding.failed(Causes.of(cause, Judge.evidence(b)));
        }
        // With EAP the last answer has no ID, and is shorter.
        if (last.answered.bytes < WITHOUT_CHILD && auths.size() == 1) {
            return Judge.Finding.failed(Causes.of("child-refused", Judge.evidence(b)));
        }
        b.notes.add("No ESP followed; that an SA was agreed on is told by the length of the answer to IKE_AUTH.");
        return Judge.Finding.ESTABLISHED;
    }

    /** The first error that a key opened: what was refused, and whose proof. */
    private static @Nullable Failure errorInside(Building b) {
        for (Building.Notice notice : b.notices) {
            int type = notice.type();
            boolean isPart = notice.exchange() == Exchange.IKE_AUTH || notice.exchange() == Exchange.INFORMATIONAL_2;
            if (!notice.isInside() || !isPart || type <= 0) {
                continue;
            }
            List<Evidence> evidence = List.of(b.at(notice.packet()));
            if (type == NO_PROPOSAL_CHOSEN) {
                return Causes.ofCode(Numbering.IKEV2_NOTIFY, type, "child-proposal", evidence);
            }
            if (type == AUTHENTICATION_FAILED) {
                boolean isByResponder = notice.direction() == Step.Direction.TO_INITIATOR;
                Step.Direction refused = isByResponder ? Step.Direction.TO_RESPONDER : Step.Direction.TO_INITIATOR;
                String cause = (isByResponder ? "initiator-refused" : "responder-refused")
                        + (b.inside.hasCertificate(refused) ? "-certificate" : "");
                return Causes.ofCode(Numbering.IKEV2_NOTIFY, type, cause, evidence);
            }
            return Causes.ofCode(Numbering.IKEV2_NOTIFY, type, evidence);
        }
        return null;
    }

    /** Whether the first thing that follows, and the last, is an informational exchange of the initiator. */
    private static boolean isEndedByInitiator(Building b) {
        boolean hasOther = b.exchanges.all().stream().anyMatch(Judge2::isLater);
        List<Exchange> notices = b.of(Exchange.INFORMATIONAL_2);
        return !hasOther
                && notices.size() == 1
                && notices.get(0).asker == Step.Direction.TO_RESPONDER
                && notices.get(0).asked.bytes <= ERROR_ALONE;
    }

    private static boolean isLater(Exchange exchange) {
        return exchange.type != Exchange.IKE_SA_INIT
                && exchange.type != Exchange.IKE_AUTH
                && exchange.type != Exchange.INFORMATIONAL_2;
    }
}
