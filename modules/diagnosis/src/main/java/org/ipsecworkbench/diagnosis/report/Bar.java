package org.ipsecworkbench.diagnosis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.capture.Count;
import org.ipsecworkbench.capture.Direction;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.diagnosis.CaptureEvidence;
import org.ipsecworkbench.diagnosis.CheckResult;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.Pair;
import org.ipsecworkbench.diagnosis.Verdict;

/**
 * A stacked bar: what the checks found, or what captures show between hosts.
 *
 * @param title what it is about
 * @param parts from the left
 */
record Bar(String title, List<Part> parts) {
    /**
     * A part of a bar.
     *
     * @param style the verdict that has its colour
     */
    record Part(Verdict style, String label, long size) {}

    /** How many findings of each check came out how. */
    static List<Bar> verdicts(Diagnosis diagnosis) {
        List<Bar> bars = new ArrayList<>();
        for (CheckResult check : diagnosis.checks()) {
            List<Part> parts = new ArrayList<>();
            for (Verdict verdict : Verdict.values()) {
                long size = check.findings().stream()
                        .filter(finding -> finding.verdict() == verdict)
                        .count();
                parts.add(0, new Part(verdict, verdict.label(), size));
            }
            bars.add(new Bar(check.key(), parts));
        }
        return bars;
    }

    /** What captures show of each pair of hosts, in packets; none where there is no capture of them. */
    static List<Bar> traffic(Diagnosis diagnosis) {
        List<Bar> bars = new ArrayList<>();
        for (CaptureEvidence capture : diagnosis.scene().captures()) {
            for (Pair pair : diagnosis.scene().pairs()) {
                for (HostPair seen : capture.of(pair.one(), pair.other())) {
                    bars.add(new Bar(pair.label() + " in " + capture.name(), parts(seen.total())));
                }
            }
        }
        return bars;
    }

    private static List<Part> parts(Direction all) {
        return List.of(
                part(Verdict.OK, "encrypted", all.encrypted()),
                part(Verdict.ATTENTION, "readable", all.readable()),
                part(Verdict.INCONCLUSIVE, "not proven", all.unproven()),
                part(Verdict.FAILED, "in clear", all.clear()),
                part(
                        Verdict.NOT_APPLICABLE,
                        "exempt or undecidable",
                        all.exempt().plus(all.undecidable())));
    }

    private static Part part(Verdict style, String label, Count count) {
        return new Part(style, label, count.packets());
    }

    /** Of all parts. */
    long size() {
        return parts.stream().mapToLong(Part::size).sum();
    }

    /** The numbers in words, so that no colour has to be told from another. */
    String words() {
        String words = String.join(
                ", ",
                parts.stream()
                        .filter(part -> part.size() > 0)
                        .map(part -> part.size() + " " + part.label().toLowerCase(Locale.ROOT))
                        .toList());
        return words.isEmpty() ? "none" : words;
    }
}
