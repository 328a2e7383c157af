package org.ipsecworkbench.capture;

/**
 * A packet as a file has it.
 *
 * @param bytes a copy
 * @param linkType number of the tcpdump registry, or -1 for what is no packet
 * @param original bytes on the wire
 * @param time nanoseconds since 1970
 */
record RawPacket(byte[] bytes, int linkType, long original, long time) {}
