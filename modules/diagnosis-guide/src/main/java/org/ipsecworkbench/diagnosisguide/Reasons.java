package org.ipsecworkbench.diagnosisguide;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ipsecworkbench.diagnosis.Cause;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.openide.util.NbBundle.Messages;

/** Why a diagnosis comes to its verdict, in sentences for the banner of its window. */
@Messages({
    "# {0} - host",
    "# {1} - why",
    "# {2} - next step",
    "LBL_HostFailed={0} could not be asked: {1} Next step: {2}",
    "# {0} - step",
    "LBL_Next=Next: {0}",
    "# {0} - percent",
    "LBL_Sure={0} % sure.",
    "# {0} - other findings",
    "LBL_Explains=It explains: {0}.",
    "# {0} - other findings",
    "LBL_Against=Against it: {0}.",
    "# {0} - finding",
    "# {1} - how many others",
    "LBL_AndMore={0}, and {1} more",
    "# {0} - host names",
    "LBL_Simulated=Simulated: {0}. What stands here is true of the lab, not of a real network.",
    "LBL_Soon=Not all hosts have answered yet."
})
final class Reasons {
    private Reasons() {}

    static List<String> of(Diagnosis diagnosis, boolean isLast) {
        List<String> why = new ArrayList<>();
        why.add(diagnosis.headline());
        if (!isLast) {
            why.add(Bundle.LBL_Soon());
        }
        if (!diagnosis.causes().isEmpty()) {
            Cause first = diagnosis.causes().get(0);
            why.add(Bundle.LBL_Next(first.nextStep()));
            String sure = Bundle.LBL_Sure(Math.round(first.confidence() * 100));
            why.add(
                    first.supporting().isEmpty()
                            ? sure
                            : sure + " " + Bundle.LBL_Explains(statements(first.supporting())));
            if (!first.against().isEmpty()) {
                why.add(Bundle.LBL_Against(statements(first.against())));
            }
        }
        String simulated = diagnosis.scene().hosts().stream()
                .map(HostFacts::evidence)
                .filter(HostEvidence::isSimulated)
                .map(HostEvidence::name)
                .collect(Collectors.joining(", "));
        if (!simulated.isEmpty()) {
            why.add(Bundle.LBL_Simulated(simulated));
        }
        return why;
    }

    /** The first in words, of the others how many there are: the checks have them. */
    private static String statements(List<Finding> findings) {
        List<String> all = findings.stream().map(Finding::statement).distinct().toList();
        return all.size() == 1 ? all.get(0) : Bundle.LBL_AndMore(all.get(0), all.size() - 1);
    }

    /** The hosts that could not be asked, with why. */
    static List<String> failures(Diagnosis diagnosis) {
        List<String> lines = new ArrayList<>();
        for (HostFacts host : diagnosis.scene().hosts()) {
            var failure = host.evidence().failure();
            if (failure != null) {
                lines.add(Bundle.LBL_HostFailed(host.name(), failure.explanation(), failure.nextStep()));
            }
        }
        return lines;
    }
}
