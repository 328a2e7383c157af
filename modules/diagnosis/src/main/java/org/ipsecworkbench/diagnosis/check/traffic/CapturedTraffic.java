package org.ipsecworkbench.diagnosis.check.traffic;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.diagnosis.CaptureEvidence;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.Pair;
import org.ipsecworkbench.diagnosis.Scene;
import org.ipsecworkbench.diagnosis.Verdict;

/** What captures say of the traffic between two hosts. */
final class CapturedTraffic {
    private CapturedTraffic() {}

    static List<Finding> examine(Scene scene, Pair pair) {
        List<Finding> findings = new ArrayList<>();
        for (CaptureEvidence capture : scene.captures()) {
            for (HostPair seen : capture.of(pair.one(), pair.other())) {
                findings.add(finding(capture, pair, seen));
            }
        }
        return findings;
    }

    private static Finding finding(CaptureEvidence capture, Pair pair, HostPair seen) {
        List<Evidence> evidence = new ArrayList<>();
        seen.evidence()
                .forEach((protection, packet) ->
                        evidence.add(new Evidence(pair.label(), capture.name(), "packet " + (packet + 1), "")));
        if (evidence.isEmpty()) {
            evidence.add(new Evidence(pair.label(), capture.name(), "", String.join(" ", seen.reasons())));
        }
        return Finding.of(
                key(seen.verdict()),
                pair.names(),
                verdict(seen.verdict()),
                seen.confidence(),
                "What " + pair.label() + " sent each other is, in " + capture.name() + ": "
                        + seen.verdict().label(),
                evidence,
                "Another capture of the same traffic, taken outside of both hosts.");
    }

    private static String key(org.ipsecworkbench.capture.Verdict verdict) {
        return switch (verdict) {
            case ENCRYPTED -> "protected";
            case INTEGRITY_ONLY, AUTHENTICATED_ONLY -> "readable-traffic";
            case PROTECTED_UNKNOWN -> "protected-unknown";
            case MIXED, CLEAR -> "in-clear";
            case INSUFFICIENT, INCONCLUSIVE -> "capture-inconclusive";
        };
    }

    private static Verdict verdict(org.ipsecworkbench.capture.Verdict verdict) {
        return switch (verdict) {
            case ENCRYPTED -> Verdict.OK;
            case INTEGRITY_ONLY, AUTHENTICATED_ONLY, PROTECTED_UNKNOWN -> Verdict.ATTENTION;
            case MIXED, CLEAR -> Verdict.FAILED;
            case INSUFFICIENT, INCONCLUSIVE -> Verdict.INCONCLUSIVE;
        };
    }
}
