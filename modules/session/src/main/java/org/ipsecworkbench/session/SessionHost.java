package org.ipsecworkbench.session;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A host that evidence is about.
 *
 * @param name what {@link EvidenceItem#host} calls it: the address by which it was reached, without a user
 * @param clockOffset how far its clock was ahead of the clock that the evidence's times are of; empty where it is not known
 * @param system what the host said of itself, by the names of the connection test: {@code os}, {@code version} and more
 * @param others what a newer version wrote: an object of JSON as text; else empty
 */
public record SessionHost(String name, Optional<Duration> clockOffset, Map<String, String> system, String others) {
    /** Copies the map, in its order. */
    public SessionHost {
        system = Collections.unmodifiableMap(new LinkedHashMap<>(system));
    }

    /** A host of which nothing else is known. */
    public static SessionHost of(String name) {
        return new SessionHost(name, Optional.empty(), Map.of(), "");
    }
}
