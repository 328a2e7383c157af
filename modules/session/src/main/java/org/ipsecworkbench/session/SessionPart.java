package org.ipsecworkbench.session;

import java.util.List;
import java.util.function.Predicate;
import org.ipsecworkbench.capture.Problem;

/** Some of the evidence of a session, with all of its hosts, as if it were a session of its own. The whole one stays open. */
public final class SessionPart implements SessionContents {
    private final SessionContents whole;
    private final Session session;

    private SessionPart(SessionContents whole, Predicate<EvidenceItem> wanted) {
        this.whole = whole;
        Session all = whole.session();
        session = all.withEvidence(all.evidence().stream().filter(wanted).toList());
    }

    /** What is marked as a baseline. */
    public static SessionPart baseline(SessionContents whole) {
        return new SessionPart(whole, EvidenceItem::isBaseline);
    }

    /** What is not marked as a baseline. */
    public static SessionPart current(SessionContents whole) {
        return new SessionPart(whole, item -> !item.isBaseline());
    }

    /** As it was when the part was made. */
    @Override
    public Session session() {
        return session;
    }

    @Override
    public List<Problem> problems() {
        return whole.problems();
    }

    @Override
    public Evidence evidence(EvidenceItem item) {
        return whole.evidence(item);
    }

    /** Does nothing: the whole one is closed by whoever opened it. */
    @Override
    public void close() {}
}
