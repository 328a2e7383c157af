package org.ipsecworkbench.diagnosisguide;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.session.SessionContents;
import org.ipsecworkbench.workbench.SessionViewer;
import org.openide.util.lookup.ServiceProvider;

/**
 * Which finding a bookmark points to: {@code finding no-sa of SRV1, SRV2}. A diagnosis is made anew whenever it is looked at, so that it
 * is told by what was found and of which hosts, not by a number.
 */
record FindingPlace(String key, List<String> hosts) {
    private static final Pattern WORDS = Pattern.compile("finding (\\S{1,100}) of (.{0,2000})");

    static FindingPlace of(Finding finding) {
        return new FindingPlace(finding.key(), finding.hosts());
    }

    /** What {@link #words} has written; empty where it is no finding. */
    static Optional<FindingPlace> of(String words) {
        Matcher matcher = WORDS.matcher(words);
        return matcher.matches()
                ? Optional.of(new FindingPlace(
                        matcher.group(1), List.of(matcher.group(2).split(", "))))
                : Optional.empty();
    }

    String words() {
        return "finding " + key + " of " + String.join(", ", hosts);
    }

    boolean isOf(Finding finding) {
        return finding.key().equals(key) && finding.hosts().equals(hosts);
    }

    /** Diagnoses the session, and goes to the finding. */
    @ServiceProvider(service = SessionViewer.class)
    public static final class Viewer implements SessionViewer {
        @Override
        public boolean show(SessionContents session, String place) {
            Optional<FindingPlace> finding = of(place);
            finding.ifPresent(one -> DiagnosisWindow.show(session).show(one));
            return finding.isPresent();
        }
    }
}
