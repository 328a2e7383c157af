package org.ipsecworkbench.policy;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One set of algorithms for main mode (IKEv1) or the IKE SA (IKEv2).
 *
 * @param encryption such as {@code aes128}; empty where it was not read
 * @param integrity such as {@code sha256}
 * @param group such as {@code dh14}
 * @param seconds lifetime, 0 where it was not read
 * @param place where it stands
 */
public record MainModeOffer(String encryption, String integrity, String group, long seconds, Place place)
        implements Offer {
    /** For people: {@code aes128 sha1 dh2}. */
    @Override
    public String label() {
        return encryption + " " + integrity + " " + group;
    }

    @Override
    public String netsh() {
        return group.replaceFirst("^dh", "DHGroup") + "-" + encryption + "-" + integrity;
    }

    @Override
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("main mode encryption", encryption);
        values.put("main mode integrity", integrity);
        values.put("main mode group", group);
        return values;
    }
}
