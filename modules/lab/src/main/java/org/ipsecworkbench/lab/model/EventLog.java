package org.ipsecworkbench.lab.model;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** One log of events of a host. When it is full the oldest go. */
public final class EventLog {
    /** Events that a log holds. */
    public static final int MAX_EVENTS = 5_000;

    private final String name;
    private final Deque<AuditEvent> events = new ArrayDeque<>();
    private long next = 1;

    EventLog(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** The events, the oldest first. */
    public List<AuditEvent> events() {
        return List.copyOf(events);
    }

    /** The number that the next event gets. */
    public long next() {
        return next;
    }

    void add(Instant time, int id, boolean success, Map<String, String> data) {
        if (events.size() >= MAX_EVENTS) {
            events.removeFirst();
        }
        events.addLast(new AuditEvent(next++, time, name, id, success, data));
    }

    public void clear() {
        events.clear();
    }
}
