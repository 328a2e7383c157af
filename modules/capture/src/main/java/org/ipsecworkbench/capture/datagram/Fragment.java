package org.ipsecworkbench.capture.datagram;

import org.ipsecworkbench.capture.decode.Frame;

/**
 * A fragment of IP, read by one thread and on its way to the others of its datagram.
 *
 * @param key which datagram it is of
 * @param offset place of its bytes in the datagram
 * @param bytes what was captured of it, within the largest datagram that there is
 * @param isFirst whether it has the header that tells the datagram's flow
 * @param isLast whether the datagram ends with it
 * @param packet index of its packet
 * @param flow of that packet
 * @param time of that packet in nanoseconds
 */
// Not compared: only a carrier.
@SuppressWarnings("ArrayRecordComponent")
record Fragment(Key key, int offset, byte[] bytes, boolean isFirst, boolean isLast, long packet, int flow, long time) {
    /** The largest offset and length of IPv4, and of IPv6 without jumbograms. */
    private static final int MAX_LENGTH = 65_535;

    /** Which datagram fragments belong to. */
    record Key(long sh, long sl, long dh, long dl, int network, int datagram, int protocol) {}

    /** A copy of what a frame holds, which is a fragment. */
    static Fragment of(Frame f, long packet, int flow, long time) {
        int size = Math.max(0, Math.min(f.end - f.fragmentPayload, MAX_LENGTH - f.fragmentOffset));
        byte[] copy = new byte[size];
        if (size > 0) {
            f.bytes.get(f.fragmentPayload, copy);
        }
        Key key = new Key(
                f.datagramSourceHigh,
                f.datagramSourceLow,
                f.datagramDestinationHigh,
                f.datagramDestinationLow,
                f.network,
                f.datagram,
                f.datagramProtocol);
        return new Fragment(key, f.fragmentOffset, copy, f.firstFragment, !f.moreFragments, packet, flow, time);
    }
}
