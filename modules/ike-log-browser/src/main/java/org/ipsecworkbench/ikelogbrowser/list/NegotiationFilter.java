package org.ipsecworkbench.ikelogbrowser.list;

import java.util.List;
import java.util.Locale;
import javax.swing.RowFilter;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ikelogbrowser.detail.Words;

/**
 * Keeps the negotiations in which every word of a text occurs: in the outcome, the peers, the failure, its explanation, the
 * version and mode, the authentication or the cookies. Letters may be large or small.
 */
final class NegotiationFilter extends RowFilter<NegotiationTableModel, Integer> {
    private final List<String> words;

    NegotiationFilter(String text) {
        words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    }

    @Override
    public boolean include(Entry<? extends NegotiationTableModel, ? extends Integer> row) {
        return accepts(row.getModel().negotiation(row.getIdentifier()));
    }

    boolean accepts(Negotiation one) {
        Failure failure = one.failure();
        String all = String.join(
                        "\n",
                        Words.headline(one),
                        one.initiator(),
                        one.responder(),
                        Words.exchange(one),
                        one.authentication(),
                        failure == null ? "" : failure.explanation(),
                        one.cookies().initiatorHex(),
                        one.cookies().responderHex())
                .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(all::contains);
    }
}
