package org.ipsecworkbench.ike.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ipsecworkbench.ike.EventLimits;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.xml.XmlSink;
import org.jspecify.annotations.Nullable;

/**
 * Puts events together from elements by the event schema of Windows: {@code Event} with {@code System}, {@code EventData} or
 * {@code UserData}, and {@code RenderingInfo}. Elements outside of events are passed over. One thread.
 */
final class EventAssembler implements XmlSink {
    /** What an event has beside its values, as digits. */
    private static final String BINARY = "Binary";

    /** Logs what it says in attributes of {@code UserData}. */
    private static final String CAPI2 = "Microsoft-Windows-CAPI2";

    private record Value(@Nullable String name, String text) {}

    private final Source source;
    private final EventLimits limits;
    private final Consumer<EventRecord> next;
    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Value> values = new ArrayList<>();
    private long count;
    private int eventDepth = -1;
    private long line;
    private @Nullable String dataName;
    private boolean isLeaf;
    private String provider = "";
    private String id = "";
    private String version = "";
    private String level = "";
    private String time = "";
    private String channel = "";
    private String computer = "";
    private String number = "";
    private String message = "";
    private String binary = "";
    private boolean isMore;

    EventAssembler(Source source, EventLimits limits, Consumer<EventRecord> next) {
        this.source = source;
        this.limits = limits;
        this.next = next;
    }

    /** How many events were handed on. */
    long count() {
        return count;
    }

    @Override
    public void start(String name, Map<String, String> attributes, long at) {
        path.addLast(name);
        text.setLength(0);
        isLeaf = true;
        if (eventDepth < 0) {
            if (name.equals("Event")) {
                eventDepth = path.size();
                line = at;
                clear();
            }
            return;
        }
        dataName = attributes.get("Name");
        if (provider.equals(CAPI2) && isIn("UserData")) {
            attributes(attributes);
        }
        if (isIn("System")) {
            switch (name) {
                case "Provider" -> {
                    provider = attributes.getOrDefault("Name", "");
                    if (provider.isEmpty()) {
                        provider = attributes.getOrDefault("EventSourceName", "");
                    }
                }
                case "TimeCreated" -> time = attributes.getOrDefault("SystemTime", "");
                default -> {}
            }
        }
    }

    /** By the path of the element. What is {@code true} only says in words what a number beside it says. */
    private void attributes(Map<String, String> attributes) {
        String element = path.stream().skip(eventDepth + 1L).collect(Collectors.joining("/"));
        attributes.forEach((name, value) -> {
            boolean isWord = value.equals("true") || name.startsWith("xmlns");
            if (!isWord && values.size() < limits.maxFields()) {
                values.add(new Value(
                        element + "@" + name, value.substring(0, Math.min(value.length(), limits.maxText()))));
            } else {
                isMore |= !isWord;
            }
        });
    }

    private boolean isIn(String section) {
        if (path.size() < eventDepth + 2) {
            return false;
        }
        int depth = 0;
        for (String name : path) {
            depth++;
            if (depth == eventDepth + 1) {
                return name.equals(section);
            }
        }
        return false;
    }

    @Override
    public void text(String more) {
        if (eventDepth < 0) {
            return;
        }
        int room = limits.maxText() - text.length();
        text.append(more, 0, Math.min(room, more.length()));
        isMore |= more.length() > room;
    }

    @Override
    public void end(String name) {
        if (eventDepth >= 0) {
            if (path.size() == eventDepth) {
                finish();
            } else {
                take(name);
            }
        }
        path.pollLast();
        isLeaf = false;
        text.setLength(0);
    }

    private void take(String name) {
        if (isIn("System")) {
            String value = text.toString().strip();
            switch (name) {
                case "EventID" -> id = value;
                case "Version" -> version = value;
                case "Level" -> level = value;
                case "EventRecordID" -> number = value;
                case "Channel" -> channel = value;
                case "Computer" -> computer = value;
                default -> {}
            }
        } else if (isIn("RenderingInfo")) {
            if (name.equals("Message")) {
                message = text.toString().strip();
            }
        } else if (isLeaf && (isIn("EventData") || isIn("UserData"))) {
            if (name.equals(BINARY)) {
                binary = text.toString().strip();
            } else if (values.size() < limits.maxFields()) {
                values.add(new Value(name.equals("Data") ? dataName : name, text.toString()));
            } else {
                isMore = true;
            }
        }
    }

    /** Whether values were left out or cut off since this was last asked. */
    boolean isCut() {
        boolean was = isMore;
        isMore = false;
        return was;
    }

    /** No more elements come: an event that is not whole is handed on as far as it is. */
    boolean finish() {
        boolean isOpen = eventDepth >= 0;
        eventDepth = -1;
        if (isOpen && !id.isEmpty()) {
            count++;
            next.accept(event());
        }
        return isOpen;
    }

    /** Forgets an event that cannot be read to its end. */
    void abandon() {
        eventDepth = -1;
        path.clear();
        text.setLength(0);
    }

    private EventRecord event() {
        int event = number(id);
        int versionNumber = number(version);
        List<String> names = EventTable.fields(provider, event, versionNumber, values.size());
        List<EventRecord.Field> fields = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String name = values.get(i).name();
            // Providers without a definition of their own have numbers for names.
            if (name == null || name.equals("param" + (i + 1)) && i < names.size()) {
                name = i < names.size() ? names.get(i) : "value " + (i + 1);
            }
            fields.add(Parameters.field(name, values.get(i).text()));
        }
        if (!binary.isEmpty()) {
            fields.add(new EventRecord.Field(BINARY, binary, ""));
        }
        return new EventRecord(
                Evidence.of(source, count),
                provider,
                event,
                versionNumber,
                number(level),
                time(time),
                channel,
                computer,
                longNumber(number),
                fields,
                message);
    }

    private void clear() {
        values.clear();
        provider = "";
        id = "";
        version = "";
        level = "";
        time = "";
        channel = "";
        computer = "";
        number = "";
        message = "";
        binary = "";
    }

    /** The line on which the event that is being read begins. */
    long line() {
        return line;
    }

    private static int number(String text) {
        long value = longNumber(text);
        return value > Integer.MAX_VALUE ? 0 : (int) value;
    }

    private static long longNumber(String text) {
        try {
            return text.isEmpty() || text.charAt(0) == '-' ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static @Nullable Instant time(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
