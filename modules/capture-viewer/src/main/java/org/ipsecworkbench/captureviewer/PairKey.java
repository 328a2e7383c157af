package org.ipsecworkbench.captureviewer;

import java.util.List;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.workbench.Formats;

/** What makes a host pair the same pair in every snapshot, whatever its place in the list. */
public record PairKey(String a, String b, String network) {
    /** The key of a pair. */
    public static PairKey of(HostPair pair) {
        return new PairKey(pair.a(), pair.b(), pair.network());
    }

    /** Where the pair stands in a list, or -1. */
    public int in(List<HostPair> pairs) {
        for (int i = 0; i < pairs.size(); i++) {
            HostPair pair = pairs.get(i);
            if (pair.a().equals(a) && pair.b().equals(b) && pair.network().equals(network)) {
                return i;
            }
        }
        return -1;
    }

    /** Both addresses for people. */
    public String label() {
        return label(Integer.MAX_VALUE);
    }

    /** Both addresses for people, each in at most so many characters. */
    public String label(int perAddress) {
        String addresses = Formats.abbreviate(a, perAddress) + " – " + Formats.abbreviate(b, perAddress);
        return network.isEmpty() ? addresses : addresses + " (" + network + ")";
    }
}
