package org.ipsecworkbench.diagnosis.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ipsecworkbench.diagnosis.SessionChange;
import org.ipsecworkbench.diagnosis.SessionChange.Topic;
import org.ipsecworkbench.diagnosis.SessionChange.Trend;
import org.ipsecworkbench.session.EvidenceChange;
import org.ipsecworkbench.session.EvidenceChange.Standing;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.EvidenceKind;

/** What one session holds and the other does not, by kind and host. */
public final class EvidenceChanges {
    private static final int NAMED = 5;

    private EvidenceChanges() {}

    /**
     * A change for all that one session has alone of a kind and a host. Evidence that says something else is none by itself: what that
     * is about is compared as what it says, but for kinds that nothing here reads.
     */
    public static List<SessionChange> of(List<EvidenceChange> evidence) {
        Map<List<Object>, List<EvidenceItem>> groups = new LinkedHashMap<>();
        for (EvidenceChange change : evidence) {
            boolean isTold = change.standing() == Standing.ONLY_BEFORE
                    || change.standing() == Standing.ONLY_AFTER
                    || change.standing() == Standing.DIFFERS
                            && isUnread(change.item().kind());
            if (isTold) {
                EvidenceItem item = change.item();
                groups.computeIfAbsent(List.of(change.standing(), item.kind(), item.host()), any -> new ArrayList<>())
                        .add(item);
            }
        }
        List<SessionChange> changes = new ArrayList<>();
        groups.forEach((group, items) -> changes.add(change((Standing) group.get(0), items)));
        return changes;
    }

    private static boolean isUnread(EvidenceKind kind) {
        return kind.equals(EvidenceKind.FILE)
                || kind.equals(EvidenceKind.CERTIFICATE)
                || kind.equals(EvidenceKind.COLLECTION);
    }

    private static SessionChange change(Standing standing, List<EvidenceItem> items) {
        EvidenceItem first = items.get(0);
        String names = items.stream().limit(NAMED).map(EvidenceItem::name).collect(Collectors.joining(", "))
                + (items.size() > NAMED ? " and " + (items.size() - NAMED) + " more" : "");
        List<String> hosts = Optional.of(first.host()).filter(host -> !host.isEmpty()).stream()
                .toList();
        String statement = first.kind().label() + (hosts.isEmpty() ? "" : " of " + first.host()) + ", "
                + (items.size() == 1 ? "1 piece" : items.size() + " pieces") + " " + standing.label();
        boolean isAfter = standing == Standing.ONLY_AFTER;
        return new SessionChange(
                Topic.EVIDENCE, Trend.COLLECTED, hosts, statement, isAfter ? "" : names, isAfter ? names : "");
    }
}
