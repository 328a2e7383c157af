package org.ipsecworkbench.session;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipsecworkbench.hostconnection.Transcript;
import org.jspecify.annotations.Nullable;

/**
 * How a piece of evidence of one session stands to that of another one: of the same kind, the same host and the same name. Where a
 * session has several, such as the answers to a command that was run twice, the newest counts.
 *
 * @param standing how both stand to each other
 * @param before the item of the first session; null where it has none
 * @param after the item of the second one; null where it has none
 */
public record EvidenceChange(
        Standing standing,
        @Nullable EvidenceItem before,
        @Nullable EvidenceItem after) {
    /** How both stand to each other. */
    public enum Standing {
        ONLY_BEFORE("only before"),
        ONLY_AFTER("only afterwards"),
        /** Both say something else: another content, or of a command another answer. */
        DIFFERS("differs"),
        /** One of both has no hash, or cannot be read. */
        NOT_COMPARED("not compared"),
        SAME("same");

        private final String label;

        Standing(String label) {
            this.label = label;
        }

        /** For people. */
        public String label() {
            return label;
        }
    }

    /** The item of the second session, or where it has none that of the first. */
    public EvidenceItem item() {
        EvidenceItem item = after == null ? before : after;
        if (item == null) {
            throw new IllegalStateException("a change of nothing");
        }
        return item;
    }

    /**
     * All evidence of two sessions: that of the first in its order, then what only the second one has. Answers of hosts are read, since
     * their times make no difference; of the rest the hashes are compared. Not for the event thread.
     */
    public static List<EvidenceChange> of(SessionContents before, SessionContents after) {
        Map<String, EvidenceItem> former = newest(before.session());
        Map<String, EvidenceItem> later = newest(after.session());
        List<EvidenceChange> changes = new ArrayList<>();
        former.forEach((key, item) -> {
            EvidenceItem other = later.get(key);
            changes.add(
                    other == null
                            ? new EvidenceChange(Standing.ONLY_BEFORE, item, null)
                            : new EvidenceChange(standing(before.evidence(item), after.evidence(other)), item, other));
        });
        later.forEach((key, item) -> {
            if (!former.containsKey(key)) {
                changes.add(new EvidenceChange(Standing.ONLY_AFTER, null, item));
            }
        });
        return changes;
    }

    private static Map<String, EvidenceItem> newest(Session session) {
        Comparator<EvidenceItem> byTime =
                Comparator.comparing(EvidenceItem::takenAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));
        Map<String, EvidenceItem> items = new LinkedHashMap<>();
        for (EvidenceItem item : session.evidence()) {
            String key = item.kind().key() + "\n" + item.host().toLowerCase(Locale.ROOT) + "\n" + item.name();
            items.merge(key, item, (one, other) -> byTime.compare(one, other) > 0 ? one : other);
        }
        return items;
    }

    private static Standing standing(Evidence before, Evidence after) {
        String one = before.item().sha256();
        String other = after.item().sha256();
        if (!one.isEmpty() && one.equals(other)) {
            return Standing.SAME;
        }
        if (before.item().kind().equals(EvidenceKind.TRANSCRIPT)) {
            try {
                return isSame(before.transcript(), after.transcript()) ? Standing.SAME : Standing.DIFFERS;
            } catch (IOException e) {
                // Who compares the sessions reads the answers too, and tells why it cannot.
                return Standing.NOT_COMPARED;
            }
        }
        return one.isEmpty() || other.isEmpty() ? Standing.NOT_COMPARED : Standing.DIFFERS;
    }

    private static boolean isSame(Transcript one, Transcript other) {
        return one.ending().equals(other.ending())
                && Arrays.equals(one.output(), other.output())
                && Arrays.equals(one.errors(), other.errors());
    }
}
