package org.ipsecworkbench.capture.decode;

import org.ipsecworkbench.capture.Exemption;

/** Which packets in clear are not held against their hosts, as far as a packet shows it by itself. */
final class Exemptions {
    private static final int UDP = 17;

    private Exemptions() {}

    static void judge(Frame f) {
        if (f.toGroup || isGroup(f.destinationHigh, f.destinationLow)) {
            f.exemption = Exemption.MULTICAST;
        } else if (f.protocol == UDP && isDhcp(f.sourcePort) && isDhcp(f.destinationPort)) {
            f.exemption = Exemption.DHCP;
        } else if (isLocal(f.sourceHigh, f.sourceLow) || isLocal(f.destinationHigh, f.destinationLow)) {
            f.exemption = Exemption.LOCAL;
        }
    }

    static boolean isDhcp(int port) {
        return port == 67 || port == 68 || port == 546 || port == 547;
    }

    /** Whether IPv4 addresses exempt what is sent from one to the other. */
    static boolean isExempt(int source, int destination) {
        return isGroup(destination) || isLocal(source) || isLocal(destination);
    }

    private static boolean isGroup(int address) {
        return address >>> 28 == 0xe || address == -1;
    }

    private static boolean isLocal(int address) {
        return address >>> 24 == 127 || address == 0;
    }

    private static boolean isIpv4(long high, long low) {
        return high == 0 && low >>> 32 == 0xffff;
    }

    private static boolean isGroup(long high, long low) {
        return isIpv4(high, low) ? isGroup((int) low) : high >>> 56 == 0xff;
    }

    private static boolean isLocal(long high, long low) {
        return isIpv4(high, low) ? isLocal((int) low) : high == 0 && (low == 0 || low == 1);
    }
}
