package org.ipsecworkbench.capture.judge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipsecworkbench.capture.Count;
import org.ipsecworkbench.capture.Direction;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.Verdict;

/**
 * The verdict over all pairs of a capture: never better than that of any pair with enough traffic, nor than that of all
 * others together.
 */
final class CaptureJudge {
    private static final int PAIRS_NAMED = 3;

    private CaptureJudge() {}

    record Judgement(Verdict verdict, List<String> reasons) {}

    static Judgement judge(List<HostPair> pairs, Map<TrafficClass, Count> classes, long copies, long leftOut) {
        Map<Verdict, List<HostPair>> by = new EnumMap<>(Verdict.class);
        for (HostPair pair : pairs) {
            by.computeIfAbsent(pair.verdict(), v -> new ArrayList<>()).add(pair);
        }
        Direction all = total(pairs);
        List<HostPair> thin = by.getOrDefault(Verdict.INSUFFICIENT, List.of());
        int judged = pairs.size() - thin.size();
        Verdict together = PairJudge.verdict(total(thin));
        Set<Verdict> verdicts = EnumSet.of(together);
        verdicts.addAll(by.keySet());
        Verdict verdict = worst(verdicts);
        List<String> reasons = new ArrayList<>();
        headline(by, judged, pairs, all, reasons);
        if (judged == 1) {
            pairs.stream()
                    .filter(pair -> pair.verdict() != Verdict.INSUFFICIENT)
                    .forEach(pair -> reasons.addAll(pair.reasons()));
        }
        long thinClear =
                thin.stream().mapToLong(pair -> pair.total().clear().packets()).sum();
        if (judged > 0 && !thin.isEmpty()) {
            reasons.add(Words.of(thin.size(), "further pair") + " had fewer than " + PairJudge.MIN_PACKETS
                    + " packets that count"
                    + (thinClear > 0 ? "; " + Words.packets(thinClear) + " of theirs were in clear" : "")
                    + (together == Verdict.INSUFFICIENT ? "" : ", which is enough to count together")
                    + ".");
        }
        boolean told = judged == 1
                && pairs.stream()
                        .anyMatch(pair ->
                                pair.verdict() != Verdict.INSUFFICIENT && keying(pair.classes()) == keying(classes));
        negotiation(keying(classes), told, all, reasons);
        if (copies > 0) {
            reasons.add(Words.of(copies, "packet") + (copies == 1 ? " is a copy" : " are copies")
                    + " of another at most two milliseconds before, as a mirror port or several capture points make them;"
                    + " both are counted.");
        }
        if (leftOut > 0) {
            reasons.add(
                    "The file holds packets at several components of the host; each counts once, where it was nearest to"
                            + " the network adapter, and " + Words.of(leftOut, "further appearance")
                            + (leftOut == 1 ? " is" : " are") + " left out.");
        }
        return new Judgement(verdict, List.copyOf(reasons));
    }

    private static Direction total(List<HostPair> pairs) {
        return pairs.stream()
                .map(HostPair::total)
                .reduce(
                        new Direction(Count.ZERO, Count.ZERO, Count.ZERO, Count.ZERO, Count.ZERO, Count.ZERO),
                        Direction::plus);
    }

    private static Verdict worst(Set<Verdict> verdicts) {
        boolean encrypted = verdicts.contains(Verdict.ENCRYPTED);
        boolean unproven = verdicts.contains(Verdict.PROTECTED_UNKNOWN);
        boolean readable = verdicts.contains(Verdict.INTEGRITY_ONLY);
        boolean clear = verdicts.contains(Verdict.CLEAR);
        if (verdicts.contains(Verdict.MIXED) || clear && (encrypted || unproven || readable)) {
            return Verdict.MIXED;
        }
        if (clear) {
            return Verdict.CLEAR;
        }
        if (readable) {
            return encrypted || unproven ? Verdict.MIXED : Verdict.INTEGRITY_ONLY;
        }
        // What is bad stands, whatever else cannot be told; what is good does not.
        if (verdicts.contains(Verdict.INCONCLUSIVE)) {
            return Verdict.INCONCLUSIVE;
        }
        if (unproven) {
            return Verdict.PROTECTED_UNKNOWN;
        }
        return encrypted ? Verdict.ENCRYPTED : Verdict.INSUFFICIENT;
    }

    private static void headline(
            Map<Verdict, List<HostPair>> by, int judged, List<HostPair> pairs, Direction all, List<String> reasons) {
        if (judged == 0) {
            reasons.add(
                    pairs.isEmpty()
                            ? "No two hosts exchange IP packets in this capture."
                            : all.eligible() == 0
                                    ? "No packet that counts went between any two hosts."
                                    : Words.packets(all.eligible()) + " that count went between "
                                            + Words.of(pairs.size(), "host pair") + ", "
                                            + Words.packets(all.clear().packets())
                                            + " of them in clear; no pair has the " + PairJudge.MIN_PACKETS
                                            + " that a verdict takes.");
            return;
        }
        part(by, Verdict.CLEAR, judged, "in clear", reasons);
        part(by, Verdict.MIXED, judged, "partly in clear or readable", reasons);
        part(by, Verdict.INTEGRITY_ONLY, judged, "protected against change but readable", reasons);
        part(by, Verdict.PROTECTED_UNKNOWN, judged, "in ESP, encryption not proven", reasons);
        part(by, Verdict.INCONCLUSIVE, judged, "not to be told from this capture", reasons);
        part(by, Verdict.ENCRYPTED, judged, "encrypted", reasons);
    }

    private static void part(
            Map<Verdict, List<HostPair>> by, Verdict verdict, int judged, String what, List<String> reasons) {
        List<HostPair> pairs = by.getOrDefault(verdict, List.of());
        if (pairs.isEmpty()) {
            return;
        }
        String some = pairs.stream().limit(PAIRS_NAMED).map(CaptureJudge::name).collect(Collectors.joining(", "));
        int more = pairs.size() - PAIRS_NAMED;
        reasons.add((judged == 1
                        ? "The only host pair with enough traffic is "
                        : pairs.size() + " of " + judged + " host pairs " + (pairs.size() == 1 ? "is " : "are "))
                + what + ": " + some + (more > 0 ? " and " + more + " more" : "") + ".");
    }

    private static String name(HostPair pair) {
        return pair.a() + " – " + pair.b() + (pair.network().isEmpty() ? "" : " (" + pair.network() + ")");
    }

    private static void negotiation(long keying, boolean told, Direction all, List<String> reasons) {
        boolean isProtected = all.eligible() > all.clear().packets();
        if (keying > 0 && !isProtected && !told) {
            reasons.add(Words.of(keying, "IKE message")
                    + " but no ESP or AH: no negotiation led to protected traffic here.");
        } else if (keying == 0 && isProtected) {
            reasons.add(
                    "No IKE message was captured: the security associations are older than the capture or keyed by hand.");
        } else if (keying == 0 && all.clear().packets() > 0) {
            reasons.add("No IKE message was captured: no host asked for IPsec.");
        }
    }

    private static long keying(Map<TrafficClass, Count> classes) {
        return packets(classes, TrafficClass.IKEV1)
                + packets(classes, TrafficClass.IKEV2)
                + packets(classes, TrafficClass.AUTHIP);
    }

    private static long packets(Map<TrafficClass, Count> classes, TrafficClass trafficClass) {
        return classes.getOrDefault(trafficClass, Count.ZERO).packets();
    }
}
