package org.ipsecworkbench.lab.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An event in a log of a host.
 *
 * @param number of the record in its log, from 1
 * @param time by the host's own clock
 * @param log Security or System
 * @param data the values by their names, in the order of the provider's manifest
 */
public record AuditEvent(long number, Instant time, String log, int id, boolean isSuccess, Map<String, String> data) {

    public AuditEvent {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }
}
