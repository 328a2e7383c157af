package org.ipsecworkbench.session;

import java.util.List;
import java.util.Map;

/**
 * What was replaced in a session. It has the former names, and is for whoever redacted it alone.
 *
 * @param kept how many pieces of evidence are in the other session
 * @param leftOut those that are not, each with the reason
 * @param names former names in lower case, with what stands for them
 * @param addresses former addresses and SIDs of texts, with what stands for them; those of captures alone are not listed
 * @param removed how many values in Base64 were taken out of texts, since nobody sees what is in them
 */
public record RedactionReport(
        int kept, List<String> leftOut, Map<String, String> names, Map<String, String> addresses, int removed) {
    /** Copies the collections. */
    public RedactionReport {
        leftOut = List.copyOf(leftOut);
        names = Map.copyOf(names);
        addresses = Map.copyOf(addresses);
    }
}
