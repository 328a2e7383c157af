package org.ipsecworkbench.capture.scan;

import java.util.Arrays;
import org.ipsecworkbench.capture.Exemption;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.decode.Frame;

/**
 * What tells the flows between two addresses apart, in one long that is never 0: a mark, the 26 bits of {@link
 * Frame#network}, 5 bits for class and exemption, and the SPI.
 */
final class FlowKind {
    private static final long MARK = 1L << 63;
    private static final TrafficClass[] CLASSES = TrafficClass.values();
    private static final Exemption[] EXEMPTIONS = Exemption.values();

    /** Only these can be exempt. */
    private static final TrafficClass[] EXEMPTED = {
        TrafficClass.CLEAR, TrafficClass.IPCOMP, TrafficClass.ICMP, TrafficClass.ICMPV6
    };

    private static final TrafficClass[] CLASS_OF = new TrafficClass[32];
    private static final Exemption[] EXEMPTION_OF = new Exemption[32];
    /** By ordinals of class and exemption; -1 where they do not go together. */
    private static final int[][] CODES = new int[CLASSES.length][EXEMPTIONS.length];

    static {
        for (TrafficClass trafficClass : CLASSES) {
            Arrays.fill(CODES[trafficClass.ordinal()], -1);
            assign(trafficClass.ordinal(), trafficClass, Exemption.NONE);
        }
        int code = CLASSES.length;
        for (TrafficClass trafficClass : EXEMPTED) {
            for (Exemption exemption : EXEMPTIONS) {
                if (exemption != Exemption.NONE) {
                    assign(code++, trafficClass, exemption);
                }
            }
        }
    }

    private FlowKind() {}

    private static void assign(int code, TrafficClass trafficClass, Exemption exemption) {
        CODES[trafficClass.ordinal()][exemption.ordinal()] = code;
        CLASS_OF[code] = trafficClass;
        EXEMPTION_OF[code] = exemption;
    }

    static long of(TrafficClass trafficClass, Exemption exemption, int network, int spi) {
        long code = CODES[trafficClass.ordinal()][exemption.ordinal()];
        return MARK | (long) network << 37 | code << 32 | spi & 0xffffffffL;
    }

    /** That of a decoded frame. */
    static long of(Frame f) {
        return of(f.trafficClass, f.exemption, f.hasAddresses ? f.network : 0, f.hasAddresses ? f.spi : 0);
    }

    /** Whether it has neither network nor SPI, so that there are few of its sort. */
    static boolean isPlain(long kind) {
        return network(kind) == 0 && (int) kind == 0;
    }

    static TrafficClass trafficClass(long kind) {
        return CLASS_OF[(int) (kind >>> 32) & 31];
    }

    static Exemption exemption(long kind) {
        return EXEMPTION_OF[(int) (kind >>> 32) & 31];
    }

    static int network(long kind) {
        return (int) (kind >>> 37) & 0x3ffffff;
    }
}
