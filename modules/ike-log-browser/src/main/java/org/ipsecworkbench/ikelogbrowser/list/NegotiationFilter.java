package org.ipsecworkbench.ikelogbrowser.list;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.FailureClass;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ikelogbrowser.detail.Ending;
import org.ipsecworkbench.ikelogbrowser.detail.Words;
import org.jspecify.annotations.Nullable;

/**
 * Which negotiations to list: those that fit everything that is asked.
 *
 * @param words each has to occur in the outcome, the peers, the failure, its explanation, the version and mode, the
 *     authentication or the cookies, in large or small letters; blank asks nothing
 * @param ending how it ended; null asks nothing
 * @param failureClass why it failed, likewise
 * @param from when it began at the earliest, likewise
 * @param to when it began at the latest, likewise
 */
record NegotiationFilter(
        String words,
        @Nullable Ending ending,
        @Nullable FailureClass failureClass,
        @Nullable Instant from,
        @Nullable Instant to) {
    /** Lists all. */
    static final NegotiationFilter ALL = new NegotiationFilter("", null, null, null, null);

    /** Whether it asks nothing. */
    boolean isAll() {
        return words.isBlank() && ending == null && failureClass == null && from == null && to == null;
    }

    /** Those that fit, in the order in which they are given. */
    List<Negotiation> apply(List<Negotiation> all) {
        if (isAll()) {
            return all;
        }
        List<String> wanted = words.isBlank()
                ? List.of()
                : List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return all.stream().filter(one -> accepts(one, wanted)).toList();
    }

    private boolean accepts(Negotiation one, List<String> wanted) {
        Failure failure = one.failure();
        if (ending != null && Ending.of(one) != ending) {
            return false;
        }
        if (failureClass != null && (failure == null || failure.failureClass() != failureClass)) {
            return false;
        }
        if (from != null || to != null) {
            Instant start = one.start();
            if (start == null || from != null && start.isBefore(from) || to != null && start.isAfter(to)) {
                return false;
            }
        }
        if (wanted.isEmpty()) {
            return true;
        }
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
        return wanted.stream().allMatch(all::contains);
    }
}
