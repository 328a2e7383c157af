package org.ipsecworkbench.capture.decode;

import java.util.Map;
import org.ipsecworkbench.capture.spi.RecordBatch;

/** Link layers by their number in the tcpdump registry. */
public final class LinkTypes {
    static final int NO_PACKET = RecordBatch.NO_PACKET;
    static final int NULL = 0;
    /** Ethernet. */
    public static final int ETHERNET = 1;

    static final int PPP = 9;
    static final int RAW_BSD = 12;
    static final int RAW_OPENBSD = 14;
    static final int PPP_HDLC = 50;
    static final int PPP_ETHER = 51;
    /** An IP packet without a link layer. */
    public static final int RAW = 101;

    static final int C_HDLC = 104;
    static final int IEEE802_11 = 105;
    static final int LOOP = 108;
    static final int LINUX_SLL = 113;
    static final int RADIOTAP = 127;
    static final int PPI = 192;
    static final int IPV4 = 228;
    static final int IPV6 = 229;
    static final int NFLOG = 239;
    static final int LINUX_SLL2 = 276;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(NO_PACKET, "NO_PACKET"),
            Map.entry(NULL, "NULL"),
            Map.entry(ETHERNET, "ETHERNET"),
            Map.entry(PPP, "PPP"),
            Map.entry(RAW_BSD, "RAW"),
            Map.entry(RAW_OPENBSD, "RAW"),
            Map.entry(PPP_HDLC, "PPP_HDLC"),
            Map.entry(PPP_ETHER, "PPP_ETHER"),
            Map.entry(RAW, "RAW"),
            Map.entry(C_HDLC, "C_HDLC"),
            Map.entry(IEEE802_11, "IEEE802_11"),
            Map.entry(LOOP, "LOOP"),
            Map.entry(LINUX_SLL, "LINUX_SLL"),
            Map.entry(RADIOTAP, "IEEE802_11_RADIOTAP"),
            Map.entry(PPI, "PPI"),
            Map.entry(IPV4, "IPV4"),
            Map.entry(IPV6, "IPV6"),
            Map.entry(NFLOG, "NFLOG"),
            Map.entry(LINUX_SLL2, "LINUX_SLL2"));

    private LinkTypes() {}

    /** The registry's name without {@code LINKTYPE_}, or the number where the decoder does not know the link layer. */
    public static String name(int linkType) {
        return NAMES.getOrDefault(linkType, Integer.toString(linkType));
    }

    /** Whether frames of this link layer are decoded. */
    public static boolean isDecoded(int linkType) {
        return NAMES.containsKey(linkType);
    }
}
