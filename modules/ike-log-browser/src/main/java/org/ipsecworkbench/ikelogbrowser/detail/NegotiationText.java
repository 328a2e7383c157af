package org.ipsecworkbench.ikelogbrowser.detail;

import java.time.Instant;
import java.util.List;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Proposal;
import org.ipsecworkbench.ikelogbrowser.ladder.Rung;
import org.ipsecworkbench.workbench.Formats;

/** A negotiation as text, to be pasted into a ticket. */
final class NegotiationText {
    private NegotiationText() {}

    static String of(Negotiation negotiation) {
        StringBuilder text = new StringBuilder();
        text.append(Words.headline(negotiation)).append('\n');
        text.append(negotiation.initiator()).append(" -> ").append(negotiation.responder());
        text.append(", ").append(Words.exchange(negotiation));
        if (!negotiation.authentication().isEmpty()) {
            text.append(", ").append(negotiation.authentication());
        }
        Instant start = negotiation.start();
        text.append(start == null ? "" : ", " + Formats.time(start)).append('\n');
        text.append("Cookies: ").append(negotiation.cookies().initiatorHex()).append(' ');
        text.append(negotiation.cookies().responderHex()).append("\n\n");
        Words.reasons(negotiation).forEach(reason -> text.append(reason).append('\n'));
        proposals(text, "Offered: ", negotiation.offered());
        proposals(text, "Accepted: ", negotiation.chosen());
        text.append('\n');
        Rung.of(negotiation).forEach(rung -> text.append(rung).append('\n'));
        return text.toString();
    }

    private static void proposals(StringBuilder text, String what, List<Proposal> proposals) {
        proposals.stream()
                .flatMap(proposal -> proposal.labels().stream())
                .forEach(label -> text.append(what).append(label).append('\n'));
    }
}
