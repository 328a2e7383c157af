package org.ipsecworkbench.capture.judge;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.ipsecworkbench.capture.Direction;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.capture.Protection;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.Verdict;

/** The verdict over one host pair and its reasons in words. Thresholds are named; all are ours. */
final class PairJudge {
    /** Below so many packets that count nothing is said. */
    static final long MIN_PACKETS = 10;
    /** A share that makes the rest a matter of a few stray packets. */
    static final double NEARLY_ALL = 0.98;
    /** Above this share of packets that cannot be classified the rest is no longer representative. */
    static final double TOO_MANY_UNDECIDABLE = 0.1;

    private static final long GOOD_SAMPLE = 200;
    private static final long FAIR_SAMPLE = 50;
    private static final double GOOD_SECONDS = 10;
    private static final int SPIS_NAMED = 4;

    private PairJudge() {}

    static HostPair judge(PairTally pair) {
        Direction aToB = pair.direction(0);
        Direction bToA = pair.direction(1);
        Direction total = aToB.plus(bToA);
        boolean aboveIpsec = isAboveIpsec(pair);
        Verdict verdict = aboveIpsec ? Verdict.INCONCLUSIVE : verdict(total);
        List<String> reasons = new ArrayList<>();
        String a = Addresses.text(pair.lowHigh, pair.lowLow);
        String b = Addresses.text(pair.highHigh, pair.highLow);
        if (aboveIpsec) {
            reasons.add(Words.number(pair.twins) + " of " + Words.of(pair.twinSamples, "clear packet")
                    + " are there in ESP as well, at the same time: the capture was taken on a host, above its IPsec."
                    + " Capture on the wire: at a mirror port of the switch, or on a host in between.");
        } else {
            explain(pair, total, verdict, reasons);
        }
        explainDirections(a, b, aToB, bToA, reasons);
        explainExempt(pair, total, reasons);
        double confidence = confidence(pair, verdict, aToB, bToA);
        explainSample(pair, total, verdict, reasons);
        pointAt(pair, reasons);
        return new HostPair(
                a,
                b,
                Addresses.network(pair.network),
                pair.classes,
                aToB,
                bToA,
                verdict,
                confidence,
                List.copyOf(reasons),
                pair.firstPackets);
    }

    /** A host that captures above its own IPsec sees packets twice, in ESP and in clear. */
    private static boolean isAboveIpsec(PairTally pair) {
        return pair.twins >= MIN_PACKETS && pair.twins * 2 >= pair.twinSamples;
    }

    static Verdict verdict(Direction total) {
        long eligible = total.eligible();
        long undecidable = total.undecidable().packets();
        if (undecidable > MIN_PACKETS && undecidable > TOO_MANY_UNDECIDABLE * (eligible + undecidable)) {
            return Verdict.INCONCLUSIVE;
        }
        if (eligible < MIN_PACKETS) {
            return Verdict.INSUFFICIENT;
        }
        double clear = total.clear().packets() / (double) eligible;
        double readable = total.readable().packets() / (double) eligible;
        if (clear >= NEARLY_ALL) {
            return Verdict.CLEAR;
        }
        if (clear > 0) {
            return Verdict.MIXED;
        }
        if (readable >= 0.5) {
            return Verdict.INTEGRITY_ONLY;
        }
        if (readable > 0) {
            return Verdict.MIXED;
        }
        return total.confidentialShare() >= NEARLY_ALL ? Verdict.ENCRYPTED : Verdict.PROTECTED_UNKNOWN;
    }

    private static void explain(PairTally pair, Direction total, Verdict verdict, List<String> reasons) {
        long eligible = total.eligible();
        long clear = total.clear().packets();
        long readable = total.readable().packets();
        switch (verdict) {
            case ENCRYPTED ->
                reasons.add("All " + Words.packets(eligible) + " that count are in ESP, and none of them can be read"
                        + spis(pair) + ".");
            case INTEGRITY_ONLY ->
                reasons.add(Words.share(readable, eligible)
                        + " are protected against change, but anybody on the path can read them: " + readableHow(pair)
                        + ".");
            case PROTECTED_UNKNOWN ->
                reasons.add("All " + Words.packets(eligible) + " that count are in ESP" + spis(pair)
                        + ", but the capture does not show whether they are encrypted: "
                        + (pair.packets(TrafficClass.ESP_TCP) > 0
                                ? "they are carried in TCP."
                                : "too few of them are there in full length."));
            case CLEAR -> reasons.add(Words.share(clear, eligible) + " that count are in clear.");
            case MIXED -> {
                if (clear > 0) {
                    reasons.add(Words.share(clear, eligible) + " that count are in clear, the others are protected"
                            + spis(pair) + ".");
                }
                if (readable > 0) {
                    reasons.add(Words.share(readable, eligible) + " are protected against change only: "
                            + readableHow(pair) + ".");
                }
            }
            case INCONCLUSIVE ->
                reasons.add(Words.packets(total.undecidable().packets())
                        + " were cut or lack their first fragment, so that their class cannot be told.");
            case INSUFFICIENT, AUTHENTICATED_ONLY -> {
                if (eligible == 0) {
                    reasons.add("No packet that counts went between them.");
                } else {
                    reasons.add("Only " + Words.packets(eligible) + " that count"
                            + (clear > 0 ? ", " + clear + " in clear" : "") + "; a verdict takes " + MIN_PACKETS + ".");
                }
            }
        }
        if (pair.keying() > 0 && eligible == clear) {
            reasons.add(
                    Words.of(pair.keying(), "IKE message")
                            + " passed between them, but no ESP or AH: the negotiation failed, or nothing was sent afterwards.");
        }
        if (pair.packets(TrafficClass.IPCOMP) > 0) {
            reasons.add(Words.packets(pair.packets(TrafficClass.IPCOMP))
                    + " are compressed (IPComp), which protects nothing.");
        }
    }

    private static void pointAt(PairTally pair, List<String> reasons) {
        String places = pair.firstPackets.entrySet().stream()
                .filter(entry -> entry.getKey() != Protection.OTHER)
                .map(entry -> Words.number(entry.getValue() + 1) + " ("
                        + entry.getKey().key() + ")")
                .collect(Collectors.joining(", "));
        if (!places.isEmpty()) {
            reasons.add("The first packets of each sort: " + places + ".");
        }
    }

    private static String readableHow(PairTally pair) {
        boolean ah = pair.packets(TrafficClass.AH) > 0;
        boolean esp = !pair.spis.isEmpty();
        return ah && esp
                ? "AH, and ESP without encryption (ESP-NULL)"
                : ah ? "AH does not encrypt" : "ESP without encryption (ESP-NULL)";
    }

    private static String spis(PairTally pair) {
        if (pair.spis.isEmpty()) {
            return "";
        }
        String some = pair.spis.stream()
                .limit(SPIS_NAMED)
                .map(spi -> HexFormat.of().toHexDigits(spi.intValue()))
                .collect(Collectors.joining(", "));
        int more = pair.spis.size() - SPIS_NAMED;
        return (pair.spis.size() == 1 ? " (SPI " : " (SPIs ") + some + (more > 0 ? " and " + more + " more" : "") + ")";
    }

    private static void explainDirections(String a, String b, Direction aToB, Direction bToA, List<String> reasons) {
        if (isOneWay(aToB, bToA)) {
            reasons.add(oneWay(a, b));
        } else if (isOneWay(bToA, aToB)) {
            reasons.add(oneWay(b, a));
        } else if (aToB.eligible() + bToA.eligible() >= MIN_PACKETS && (aToB.eligible() == 0 || bToA.eligible() == 0)) {
            reasons.add("Only " + (bToA.eligible() == 0 ? a + " to " + b : b + " to " + a)
                    + " was seen; the verdict holds for this direction.");
        }
    }

    private static boolean isOneWay(Direction one, Direction other) {
        return one.eligible() >= MIN_PACKETS
                && other.eligible() >= MIN_PACKETS
                && one.protectedShare() >= NEARLY_ALL
                && other.protectedShare() <= 1 - NEARLY_ALL;
    }

    private static String oneWay(String from, String to) {
        return from + " to " + to + " is protected, the way back is in clear: look for a filter that is not mirrored.";
    }

    private static void explainExempt(PairTally pair, Direction total, List<String> reasons) {
        if (pair.exemptIcmp > 0) {
            reasons.add(Words.of(pair.exemptIcmp, "ICMP packet") + " " + Words.notCounting(pair.exemptIcmp)
                    + ": the default policies permit ICMP in clear.");
        }
        if (pair.grace > 0) {
            reasons.add(Words.packets(pair.grace)
                    + " in clear came within three seconds before the first protected one and "
                    + Words.notCounting(pair.grace) + ":"
                    + " a host that only requests IPsec sends while it negotiates.");
        }
        long other = total.exempt().packets() - pair.exemptIcmp - pair.grace;
        if (other > 0) {
            reasons.add(Words.packets(other) + " " + Words.notCounting(other)
                    + ": broadcast, multicast, DHCP or local traffic.");
        }
        long undecidable = total.undecidable().packets();
        if (undecidable > 0 && total.eligible() > 0) {
            reasons.add(Words.packets(undecidable) + " could not be classified and " + Words.notCounting(undecidable)
                    + ".");
        }
    }

    private static double confidence(PairTally pair, Verdict verdict, Direction aToB, Direction bToA) {
        double best = switch (verdict) {
            case ENCRYPTED -> 0.85;
            case CLEAR, MIXED -> 0.8;
            case INTEGRITY_ONLY -> 0.75;
            case PROTECTED_UNKNOWN -> 0.6;
            case AUTHENTICATED_ONLY, INSUFFICIENT, INCONCLUSIVE -> 0;
        };
        long eligible = aToB.eligible() + bToA.eligible();
        boolean both = aToB.eligible() > 0 && bToA.eligible() > 0;
        double sample = eligible >= GOOD_SAMPLE && both && pair.seconds() >= GOOD_SECONDS
                ? 1
                : eligible >= FAIR_SAMPLE ? 0.85 : 0.6;
        return Math.round(best * sample * 100) / 100.0;
    }

    private static void explainSample(PairTally pair, Direction total, Verdict verdict, List<String> reasons) {
        long eligible = total.eligible();
        if (confidenceIsFull(pair, eligible) || eligible < MIN_PACKETS || verdict == Verdict.INCONCLUSIVE) {
            return;
        }
        long clear = total.clear().packets();
        reasons.add("The sample is small (" + Words.packets(eligible) + " in " + Words.seconds(pair.seconds())
                + "): of all their traffic, between " + Words.percent(Wilson.lower(clear, eligible)) + " and "
                + Words.percent(Wilson.upper(clear, eligible)) + " may be in clear (95 %).");
    }

    private static boolean confidenceIsFull(PairTally pair, long eligible) {
        return eligible >= GOOD_SAMPLE && pair.seconds() >= GOOD_SECONDS;
    }
}
