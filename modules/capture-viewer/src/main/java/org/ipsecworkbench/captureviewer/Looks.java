package org.ipsecworkbench.captureviewer;

import org.ipsecworkbench.capture.Comparison;
import org.ipsecworkbench.capture.Exemption;
import org.ipsecworkbench.capture.Flow;
import org.ipsecworkbench.capture.Protection;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.Verdict;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.Tone;
import org.jspecify.annotations.Nullable;

/** The marks and tones of what the capture engine says. */
public final class Looks {
    private Looks() {}

    /** The mark of a verdict. */
    public static Mark of(Verdict verdict) {
        return switch (verdict) {
            case ENCRYPTED -> Mark.ENCRYPTED;
            case INTEGRITY_ONLY -> Mark.INTEGRITY_ONLY;
            case PROTECTED_UNKNOWN -> Mark.PROTECTED_UNKNOWN;
            case MIXED -> Mark.MIXED;
            case CLEAR -> Mark.CLEAR;
            case AUTHENTICATED_ONLY -> Mark.AUTHENTICATED_ONLY;
            case INSUFFICIENT -> Mark.INSUFFICIENT;
            case INCONCLUSIVE -> Mark.INCONCLUSIVE;
        };
    }

    /** The mark of a change between two captures. */
    public static Mark of(Comparison.Change change) {
        return switch (change) {
            case LOST_TRAFFIC -> Mark.INCONCLUSIVE;
            case LESS_PROTECTED -> Mark.CLEAR;
            case MIXED -> Mark.MIXED;
            case NO_DEMONSTRABLE_CHANGE -> Mark.INSUFFICIENT;
            case ONLY_AFTER -> Mark.NOT_COUNTED;
            case MORE_PROTECTED -> Mark.ENCRYPTED;
        };
    }

    /** The tone of a protection in charts. */
    public static Tone of(Protection protection) {
        return switch (protection) {
            case ENCRYPTED -> Tone.ENCRYPTED;
            case INTEGRITY_ONLY -> Tone.INTEGRITY_ONLY;
            case UNPROVEN -> Tone.PROTECTED_UNKNOWN;
            case CLEAR -> Tone.CLEAR;
            case KEYING -> Tone.KEYING;
            case EXEMPT -> Tone.NOT_COUNTED;
            case OTHER -> Tone.OTHER;
        };
    }

    /** The tone of a packet: that of its flow, or what its class alone says where the flow is not judged yet. */
    public static Tone of(TrafficClass trafficClass, @Nullable Flow flow) {
        if (trafficClass.isEsp()) {
            return flow == null
                    ? Tone.PROTECTED_UNKNOWN
                    : switch (flow.confidentiality()) {
                        case ENCRYPTED -> Tone.ENCRYPTED;
                        case READABLE -> Tone.INTEGRITY_ONLY;
                        case UNKNOWN -> Tone.PROTECTED_UNKNOWN;
                    };
        }
        if (trafficClass.isKeying()) {
            return Tone.KEYING;
        }
        return switch (trafficClass) {
            case AH -> Tone.INTEGRITY_ONLY;
            case ARP, NON_IP -> Tone.OTHER;
            case UNDECIDABLE -> Tone.UNDECIDABLE;
            case ICMP, ICMPV6 -> Tone.NOT_COUNTED;
            default -> flow == null || flow.exemption() == Exemption.NONE ? Tone.CLEAR : Tone.NOT_COUNTED;
        };
    }
}
