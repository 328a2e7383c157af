package org.ipsecworkbench.capture.filter;

import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.decode.Frame;

/** Fields of ESP (RFC 4303), AH (RFC 4302) and of the header that IKEv1, IKEv2 and AuthIP share (RFC 7296 section 3.1). */
final class IpsecFields {
    private IpsecFields() {}

    static void espSpi(Probe p) {
        if (p.flow().trafficClass().isEsp()) {
            spiOfFlow(p);
        }
    }

    static void ahSpi(Probe p) {
        if (p.flow().trafficClass() == TrafficClass.AH) {
            spiOfFlow(p);
        } else if (p.flow().trafficClass() == TrafficClass.AH_ESP) {
            // The flow's SPI is that of ESP.
            ah(p, 4);
        }
    }

    static void spi(Probe p) {
        espSpi(p);
        ahSpi(p);
    }

    private static void spiOfFlow(Probe p) {
        long spi = p.flow().spi();
        if (p.flow().merged()) {
            PacketFacts packet = p.packet();
            spi = packet == null ? 0 : packet.frame().spi & 0xffffffffL;
        }
        if (spi != 0) {
            p.value(spi);
        }
    }

    static void espSequence(Probe p) {
        PacketFacts packet = p.flow().trafficClass().isEsp() ? p.packet() : null;
        if (packet != null && packet.frame().esp >= 0) {
            captured(p, packet, packet.frame().esp + 4, 4);
        }
    }

    static void ahSequence(Probe p) {
        TrafficClass trafficClass = p.flow().trafficClass();
        if (trafficClass == TrafficClass.AH || trafficClass == TrafficClass.AH_ESP) {
            ah(p, 8);
        }
    }

    private static void ah(Probe p, int offset) {
        PacketFacts packet = p.packet();
        if (packet != null && packet.frame().transport >= 0 && !packet.frame().laterFragment) {
            captured(p, packet, packet.frame().transport + offset, 4);
        }
    }

    static void cookie(Probe p, int offset) {
        PacketFacts packet = isIke(p) ? p.packet() : null;
        if (packet == null) {
            return;
        }
        Frame f = packet.frame();
        if (f.isakmp >= 0 && f.end - f.isakmp >= offset + 8) {
            p.value(f.bytes.getLong(f.isakmp + offset));
        }
    }

    static void isakmp(Probe p, int offset, int size) {
        PacketFacts packet = isIke(p) ? p.packet() : null;
        if (packet != null && packet.frame().isakmp >= 0) {
            captured(p, packet, packet.frame().isakmp + offset, size);
        }
    }

    private static boolean isIke(Probe p) {
        TrafficClass trafficClass = p.flow().trafficClass();
        return trafficClass.isKeying() && trafficClass != TrafficClass.NAT_KEEPALIVE;
    }

    private static void captured(Probe p, PacketFacts packet, int at, int size) {
        long value = packet.unsigned(at, size);
        if (value >= 0) {
            p.value(value);
        }
    }
}
