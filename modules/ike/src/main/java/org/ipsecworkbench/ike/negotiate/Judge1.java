package org.ipsecworkbench.ike.negotiate;

import java.util.List;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.Failure.Numbering;
import org.ipsecworkbench.ike.KeyModule;
import org.ipsecworkbench.ike.Step;
import org.jspecify.annotations.Nullable;

/** How negotiations of IKEv1 and AuthIP ended (RFC 2409 section 5). */
final class Judge1 {
    private static final int NO_PROPOSAL_CHOSEN = 14;
    private static final int MICROSOFT_STATUS = 12345;

    private Judge1() {}

    static Judge.Finding judge(Building b, Judge judge) {
        if (!b.children.isEmpty()) {
            return Judge.Finding.ESTABLISHED;
        }
        Failure refused = readableError(b);
        if (refused != null) {
            return Judge.Finding.failed(refused);
        }
        for (Exchange quick : b.of(b.module == KeyModule.AUTHIP ? Exchange.AUTHIP_QUICK : Exchange.QUICK)) {
            if (quick.asked.messages >= 2 && quick.answered.messages >= 1) {
                return Judge.Finding.ESTABLISHED;
            }
        }
        Exchange first = first(b);
        if (first == null) {
            return afterMainMode(b, judge);
        }
        if (!first.isAnswered()) {
            return first.asked.messages > 1 ? oneSided(b) : judge.unanswered(b, first, "no-answer");
        }
        if (b.module == KeyModule.AUTHIP) {
            return Judge.Finding.INCOMPLETE;
        }
        boolean isProven = first.type == Exchange.AGGRESSIVE ? first.asked.messages >= 2 : first.answered.encrypted > 0;
        return isProven ? afterMainMode(b, judge) : insideMainMode(b, first, judge);
    }

    private static @Nullable Exchange first(Building b) {
        for (int type : new int[] {Exchange.MAIN, Exchange.AGGRESSIVE, Exchange.AUTHIP_MAIN}) {
            List<Exchange> all = b.of(type);
            if (!all.isEmpty()) {
                return all.get(0);
            }
        }
        return null;
    }

    private static Judge.Finding oneSided(Building b) {
        b.notes.add("Only one direction was seen, so that the end cannot be told.");
        return Judge.Finding.UNKNOWN;
    }

    /** An error that was sent in clear, or that a key opened. */
    private static @Nullable Failure readableError(Building b) {
        for (Building.Notice notice : b.notices) {
            int type = notice.type();
            if (type == MICROSOFT_STATUS && notice.win32() != 0) {
                if (!Causes.isBenign(Numbering.WIN32, notice.win32())) {
                    return Causes.ofCode(Numbering.WIN32, notice.win32(), List.of(b.at(notice.packet())));
                }
            } else if (type == NO_PROPOSAL_CHOSEN && notice.isInside()) {
                // The proposals of phase 1 were agreed on before there were keys.
                return Causes.ofCode(Numbering.IKEV1_NOTIFY, type, "child-proposal", List.of(b.at(notice.packet())));
            } else if (type < Exchange.FIRST_STATUS && type > 0) {
                return Causes.ofCode(Numbering.IKEV1_NOTIFY, type, List.of(b.at(notice.packet())));
            }
        }
        return null;
    }

    private static Judge.Finding insideMainMode(Building b, Exchange first, Judge judge) {
        if (first.asked.encrypted > 0) {
            if (hasInformational(b, Step.Direction.TO_INITIATOR)) {
                return Judge.Finding.failed(Causes.of(refusedProof(Judge.authentication(b)), Judge.evidence(b)));
            }
            return judge.unanswered(b, first, "message-5-unanswered");
        }
        return judge.unanswered(b, first, "stopped-answering");
    }

    private static String refusedProof(String authentication) {
        if (authentication.contains("preshared")) {
            return "preshared-key";
        }
        if (authentication.equals("kerberos")) {
            return "kerberos-refused";
        }
        boolean isCertificate = authentication.contains("signature") || authentication.contains("ecdsa");
        return isCertificate ? "certificate-refused" : "identity-refused";
    }

    private static Judge.Finding afterMainMode(Building b, Judge judge) {
        List<Exchange> quicks = b.of(Exchange.QUICK);
        for (Exchange quick : quicks) {
            if (!quick.isAnswered()) {
                Step.Direction back = quick.isInitiators() ? Step.Direction.TO_INITIATOR : Step.Direction.TO_RESPONDER;
                return hasInformational(b, back)
                        ? Judge.Finding.failed(Causes.of("quick-mode-refused", Judge.evidence(b)))
                        : judge.unanswered(b, quick, "quick-mode-unanswered");
            }
        }
        return quicks.isEmpty() && first(b) == null ? Judge.Finding.UNKNOWN : Judge.Finding.INCOMPLETE;
    }

    private static boolean hasInformational(Building b, Step.Direction direction) {
        return b.of(Exchange.INFORMATIONAL).stream().anyMatch(one -> one.side(direction).messages > 0);
    }
}
