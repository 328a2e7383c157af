package org.ipsecworkbench.capture.live;

/** A capture filter in the language of libpcap: {@code pcap-filter(7)}. */
public final class LiveFilter {
    private LiveFilter() {}

    /**
     * What is wrong with a filter, in libpcap's words; empty where nothing is. Needs libpcap but no rights. Takes a
     * millisecond, or as long as a name server takes where the filter names a host; not for the event thread.
     *
     * @param linkType of the interface that it is meant for, since a filter's terms depend on it; an unknown one counts as
     *     Ethernet
     * @throws LiveCaptureException if libpcap is missing
     */
    public static String mistake(String filter, int linkType) throws LiveCaptureException {
        return Libpcap.mistake(filter, linkType);
    }
}
