package org.ipsecworkbench.ike;

import java.time.Instant;
import java.util.List;
import org.ipsecworkbench.ike.events.Values;
import org.jspecify.annotations.Nullable;

/**
 * An event of Windows as a file holds it, with its values by name, whatever form the file has.
 *
 * @param evidence where it was read
 * @param provider who logged it, such as {@code Microsoft-Windows-Security-Auditing}; empty where the file does not say
 * @param id event ID; 0 where the file does not say
 * @param version of the event's definition; the same ID has other values in another one
 * @param level 0 log always, 1 critical, 2 error, 3 warning, 4 information, 5 verbose. Audit events have 0, also where they
 *     tell of a failure
 * @param time null where the file gives none, or none with a time zone
 * @param channel the log, such as {@code Security}; empty where the file does not say
 * @param computer who logged it; empty likewise
 * @param number the record's number in its log; 0 where the file does not say
 * @param fields values in the order of the file
 * @param text the description where the file has one, in the language of who wrote the file; else empty
 */
public record EventRecord(
        Evidence evidence,
        String provider,
        int id,
        int version,
        int level,
        @Nullable Instant time,
        String channel,
        String computer,
        long number,
        List<Field> fields,
        String text) {
    /** Keeps a copy of the fields. */
    public EventRecord {
        fields = List.copyOf(fields);
    }

    /** The same with other values. */
    public EventRecord with(List<Field> others) {
        return new EventRecord(evidence, provider, id, version, level, time, channel, computer, number, others, text);
    }

    /** A value in words by its name; empty where there is none, or it is {@code -}, which stands for unknown. */
    public String value(String name) {
        for (Field field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                return field.value().equals("-") ? "" : field.value();
            }
        }
        return "";
    }

    /** A value as a number, decimal or hexadecimal behind {@code 0x}; 0 where there is none. */
    public long number(String name) {
        return Values.number(value(name));
    }

    /**
     * One value.
     *
     * @param name what the event's definition, or else the label before it, calls it; {@code value 2} where neither does
     * @param raw as the file has it
     * @param meaning what a code such as {@code %%8222} stands for; empty where it is no code, or no table knows it
     */
    public record Field(String name, String raw, String meaning) {
        /** The meaning, or else what the file has. */
        public String value() {
            return meaning.isEmpty() ? raw : meaning;
        }
    }
}
