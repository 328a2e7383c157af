package org.ipsecworkbench.diagnosis;

import java.util.List;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.HostPair;

/**
 * A capture of what hosts sent each other.
 *
 * @param name what to call it
 * @param coverage what the capture engine found in it
 */
public record CaptureEvidence(String name, Coverage coverage) {
    /** What it holds of two hosts; several where they have several addresses, or talk in several VLANs. */
    public List<HostPair> of(HostFacts one, HostFacts other) {
        return coverage.pairs().stream()
                .filter(pair ->
                        one.addresses().contains(pair.a()) && other.addresses().contains(pair.b())
                                || one.addresses().contains(pair.b())
                                        && other.addresses().contains(pair.a()))
                .toList();
    }
}
