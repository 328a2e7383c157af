package org.ipsecworkbench.capture;

import java.time.Instant;

/**
 * Packets from one address to another that share class, network and SPI.
 *
 * <p>Every packet of a capture belongs to exactly one flow.
 *
 * @param id the number that {@link Capture#flowOf} gives; stable while the capture is open
 * @param pair position in {@link Coverage#pairs()}, or -1 where the flow has no two IP addresses
 * @param source the sender in canonical text (RFC 5952), empty where there is none
 * @param destination the receiver, likewise
 * @param network the VLANs and the like around it, such as {@code VLAN 42}; empty where there are none
 * @param trafficClass what its packets show
 * @param exemption why it is not held against the hosts, where it is in clear
 * @param spi security parameters index of ESP and AH, else 0
 * @param confidentiality whether its content can be read; {@code UNKNOWN} where it is not ESP
 * @param count packets and bytes
 * @param firstPacket position of its first packet, from 0
 * @param start time of its earliest packet
 * @param end time of its latest packet
 */
public record Flow(
        int id,
        int pair,
        String source,
        String destination,
        String network,
        TrafficClass trafficClass,
        Exemption exemption,
        long spi,
        Confidentiality confidentiality,
        Count count,
        long firstPacket,
        Instant start,
        Instant end) {}
