package org.ipsecworkbench.captureviewer.coverage;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.ipsecworkbench.capture.Count;
import org.ipsecworkbench.capture.Direction;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.captureviewer.PairKey;
import org.ipsecworkbench.workbench.Formats;

/** Everything that is to be said of a host pair, as text that can be selected and pasted into a ticket. */
final class PairReasons {
    private PairReasons() {}

    static String of(HostPair pair) {
        StringBuilder text = new StringBuilder();
        text.append(PairKey.of(pair).label())
                .append("   ")
                .append(pair.verdict().label())
                .append(", confidence ")
                .append(Math.round(pair.confidence() * 100))
                .append(" %\n");
        reasons(text, pair.reasons());
        text.append("\nSeen: ").append(classes(pair.classes()));
        direction(text, pair.a(), pair.b(), pair.aToB());
        direction(text, pair.b(), pair.a(), pair.bToA());
        return text.toString();
    }

    private static void reasons(StringBuilder text, List<String> reasons) {
        for (String reason : reasons) {
            text.append("•  ").append(reason).append('\n');
        }
    }

    private static String classes(Map<TrafficClass, Count> classes) {
        StringJoiner seen = new StringJoiner(", ");
        classes.forEach((trafficClass, count) -> seen.add(trafficClass.label() + " " + Formats.count(count.packets())
                + " (" + Formats.bytes(count.bytes()) + ")"));
        return seen.toString();
    }

    private static void direction(StringBuilder text, String from, String to, Direction direction) {
        StringJoiner parts = new StringJoiner(", ");
        part(parts, direction.encrypted(), "encrypted");
        part(parts, direction.readable(), "integrity only");
        part(parts, direction.unproven(), "in ESP, encryption not proven");
        part(parts, direction.clear(), "in clear");
        part(parts, direction.exempt(), "in clear but not held against them");
        part(parts, direction.undecidable(), "undecidable");
        text.append('\n').append(from).append(" → ").append(to).append(": ");
        text.append(parts.length() == 0 ? "nothing that counts" : parts.toString());
    }

    private static void part(StringJoiner parts, Count count, String words) {
        if (count.packets() > 0) {
            parts.add(Formats.count(count.packets()) + " " + words);
        }
    }
}
