package org.ipsecworkbench.ike.negotiate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Source;

/**
 * Sorts what hosts say into negotiations: by cookies, then by the host's own number of the main mode SA until that ends, then
 * each by itself; the end of an SA without a number belongs to the last negotiation of its hosts. Numbers and cookies are those of one pair of hosts, and a number those of the computer that gave it. One
 * thread.
 */
public final class StatedNegotiations {
    private record Pair(String one, String other) {
        static Pair of(Statement said) {
            boolean isOrdered = said.local().compareTo(said.remote()) <= 0;
            return new Pair(isOrdered ? said.local() : said.remote(), isOrdered ? said.remote() : said.local());
        }
    }

    private record Cookie(Pair pair, long initiator) {}

    private record Number(String computer, Pair pair, long number) {}

    private final IkeLimits limits;
    private final Budget budget;
    private final Map<Cookie, Stated> byCookie = new HashMap<>();
    private final Map<Number, Stated> byNumber = new HashMap<>();
    private final Map<Pair, Stated> byPair = new HashMap<>();
    private final List<Stated> all = new ArrayList<>();
    private long left;

    /** For one source. */
    public StatedNegotiations(IkeLimits limits) {
        this.limits = limits;
        budget = new Budget(limits);
    }

    /** Takes the next statement. */
    public void add(Statement said) {
        Pair pair = Pair.of(said);
        Cookie cookie =
                new Cookie(pair, said.cookies() == null ? 0 : said.cookies().initiator());
        Number number = new Number(said.computer(), pair, said.saId());
        Stated found = cookie.initiator() == 0 ? null : byCookie.get(cookie);
        if (found == null && said.saId() != 0) {
            found = byNumber.get(number);
        }
        boolean isEnd = said.kind() == Statement.Kind.MAIN_ENDED || said.kind() == Statement.Kind.CHILD_ENDED;
        if (found == null && isEnd && said.saId() == 0) {
            // Some events of an end do not say of which SA: the last one of these hosts is the likely one.
            found = byPair.get(pair);
        }
        boolean isBegin = said.kind() == Statement.Kind.MAIN_ESTABLISHED;
        if (found != null && isBegin && found.isEstablished() && cookie.initiator() == 0) {
            // The numbers begin anew when the service starts.
            found = null;
        }
        if (found == null) {
            if (all.size() >= limits.maxNegotiations()) {
                left++;
                return;
            }
            found = new Stated(budget);
            all.add(found);
        }
        found.add(said);
        if (!said.remote().isEmpty() && byPair.size() < limits.maxNegotiations()) {
            byPair.put(pair, found);
        }
        // One that was found by its number may bring new cookies without end.
        if (cookie.initiator() != 0 && byCookie.size() < limits.maxNegotiations()) {
            byCookie.put(cookie, found);
        }
        if (said.saId() != 0) {
            if (said.kind() == Statement.Kind.MAIN_ENDED) {
                byNumber.remove(number);
            } else if (byNumber.size() < limits.maxNegotiations()) {
                byNumber.put(number, found);
            }
        }
    }

    /** All negotiations in the order of their first statements. */
    public List<Negotiation> negotiations(Source source, ProblemLog problems) {
        if (left > 0) {
            problems.add(
                    "file",
                    left + " " + source.kind().place() + "s belong to more negotiations than the "
                            + limits.maxNegotiations() + " that are told apart.");
        }
        return all.stream().map(Stated::negotiation).toList();
    }
}
