package org.ipsecworkbench.sessionexplorer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.Location;
import org.ipsecworkbench.session.Session;
import org.ipsecworkbench.session.SessionHost;
import org.ipsecworkbench.workbench.Formats;
import org.openide.util.NbBundle.Messages;

/** What a session itself says of a line, as text. */
@Messages({
    "# {0} - hosts",
    "# {1} - pieces of evidence",
    "FACT_Holds={0}, {1}",
    "# {0} - time",
    "FACT_Created=Created {0}",
    "# {0} - file",
    "FACT_File=File {0}",
    "FACT_Unsaved=Not saved yet. What is in it is kept in a journal, also if the workbench ends unexpectedly.",
    "# {0} - kind",
    "# {1} - size",
    "FACT_Kind={0}, {1}",
    "FACT_UnknownSize=size not known",
    "# {0} - host",
    "FACT_Host=Of host {0}",
    "# {0} - time",
    "FACT_Taken=Taken {0}",
    "FACT_NotTaken=When it was taken is not known",
    "# {0} - hash",
    "FACT_Hash=SHA-256 {0}",
    "FACT_Inside=In the session",
    "# {0} - file",
    "FACT_Outside=Outside of the session, in {0}",
    "# {0} - seconds",
    "FACT_Ahead=Its clock was {0} s ahead of this machine's",
    "# {0} - seconds",
    "FACT_Behind=Its clock was {0} s behind this machine's",
    "# {0} - why",
    "# {1} - next step",
    "FACT_Failed=Not all could be asked: {0} Next step: {1}"
})
final class Facts {
    private Facts() {}

    /** {@code 12 pieces of evidence}. */
    static String pieces(int count) {
        return Formats.count(count, "piece of evidence", "pieces of evidence");
    }

    static String of(Line line, OpenedSession.State state) {
        List<String> facts = new ArrayList<>();
        EvidenceItem item = line.item();
        SessionHost host = line.host();
        if (item != null) {
            add(facts, item);
        } else if (host != null) {
            add(facts, host);
        } else if (line.bookmark() != null) {
            facts.add(SessionTree.place(state.session(), line.bookmark()));
        } else if (line.key().equals(SessionTree.ROOT)) {
            add(facts, state);
        }
        return String.join("\n", facts);
    }

    private static void add(List<String> facts, OpenedSession.State state) {
        Session session = state.session();
        facts.add(Bundle.FACT_Holds(
                Formats.count(session.hosts().size(), "host", "hosts"),
                pieces(session.evidence().size())));
        facts.add(Bundle.FACT_Created(time(session.created())));
        facts.add(state.file().map(Bundle::FACT_File).orElseGet(Bundle::FACT_Unsaved));
    }

    private static void add(List<String> facts, SessionHost host) {
        host.clockOffset().ifPresent(offset -> facts.add(words(offset)));
        String failure = host.system().get("failure.explanation");
        if (failure != null) {
            facts.add(Bundle.FACT_Failed(failure, host.system().getOrDefault("failure.nextStep", "–")));
        }
        host.system().forEach((name, value) -> {
            if (!name.startsWith("failure.") && !name.equals("simulated")) {
                facts.add(name + ": " + value);
            }
        });
    }

    private static String words(Duration offset) {
        String seconds = String.format(Locale.ROOT, "%.1f", offset.abs().toMillis() / 1000.0);
        return offset.isNegative() ? Bundle.FACT_Behind(seconds) : Bundle.FACT_Ahead(seconds);
    }

    private static void add(List<String> facts, EvidenceItem item) {
        facts.add(Bundle.FACT_Kind(
                item.kind().label(), item.size() < 0 ? Bundle.FACT_UnknownSize() : Formats.bytes(item.size())));
        if (!item.host().isEmpty()) {
            facts.add(Bundle.FACT_Host(item.host()));
        }
        facts.add(item.takenAt() == null ? Bundle.FACT_NotTaken() : Bundle.FACT_Taken(time(item.takenAt())));
        facts.add(
                item.location() instanceof Location.Outside outside
                        ? Bundle.FACT_Outside(outside.path())
                        : Bundle.FACT_Inside());
        if (!item.sha256().isEmpty()) {
            facts.add(Bundle.FACT_Hash(item.sha256()));
        }
    }

    /** To the second, which is what people compare. */
    private static String time(Instant time) {
        return Formats.time(time).replaceFirst("\\.\\d+", "");
    }
}
