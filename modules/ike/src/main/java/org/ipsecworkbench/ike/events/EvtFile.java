package org.ipsecworkbench.ike.events;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.ike.EventLimits;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.Source;

/**
 * Reads binary logs of Windows 2000, XP and 2003 (.evt): a head of 48 bytes, then records (EVENTLOGRECORD of the Windows
 * headers) that each begin with their length and a mark. The log is a ring: where it has gone round, one record lies partly at
 * the end and partly at the beginning, and is passed over. One record is in memory.
 */
final class EvtFile {
    /** The mark of the head and of each record, behind the length. */
    static final int MAGIC = 0x654c664c;

    static final int HEADER = 48;

    private static final int MIN_RECORD = 56;
    private static final int MAX_RECORD = 1 << 18;
    private static final int END_RECORD = 40;
    private static final int END_MARK = 0x11111111;

    /** Levels of today by the types of then; audit types have none. */
    private static final Map<Integer, Integer> LEVELS = Map.of(1, 2, 2, 3, 4, 4);

    private final Source source;
    private final EventLimits limits;
    private final ProblemLog problems;
    private final Consumer<EventRecord> next;
    private long count;

    private EvtFile(Source source, EventLimits limits, ProblemLog problems, Consumer<EventRecord> next) {
        this.source = source;
        this.limits = limits;
        this.problems = problems;
        this.next = next;
    }

    static void read(InputStream in, Source source, EventLimits limits, ProblemLog problems, Consumer<EventRecord> next)
            throws IOException {
        in.skipNBytes(HEADER);
        new EvtFile(source, limits, problems, next).records(in);
    }

    private void records(InputStream in) throws IOException {
        long at = HEADER;
        long lost = 0;
        byte[] head = in.readNBytes(8);
        while (head.length == 8) {
            ChunkBytes bytes = new ChunkBytes(head);
            int length = number(bytes, 0);
            int mark = number(bytes, 4);
            if (length == END_RECORD && mark == END_MARK) {
                at += END_RECORD;
                in.skip(END_RECORD - 8);
                head = in.readNBytes(8);
            } else if (mark != MAGIC || length < MIN_RECORD || length > MAX_RECORD) {
                // Records begin at multiples of four bytes.
                lost += 4;
                at += 4;
                byte[] four = in.readNBytes(4);
                byte[] moved = new byte[4 + four.length];
                System.arraycopy(head, 4, moved, 0, 4);
                System.arraycopy(four, 0, moved, 4, four.length);
                head = moved;
            } else {
                byte[] record = new byte[length];
                System.arraycopy(head, 0, record, 0, 8);
                int read = in.readNBytes(record, 8, length - 8);
                if (read < length - 8) {
                    problems.add("byte " + at, "The log ends inside a record, or the record goes on at its beginning.");
                    break;
                }
                record(new ChunkBytes(record), at);
                at += length;
                head = in.readNBytes(8);
            }
        }
        if (lost > 0) {
            problems.add("file", lost + " bytes between the records hold none that is whole.");
        }
    }

    private static int number(ChunkBytes bytes, int at) {
        try {
            return bytes.i32(at);
        } catch (DamagedException e) {
            throw new IllegalStateException("eight bytes were read", e);
        }
    }

    private void record(ChunkBytes bytes, long at) {
        try {
            int[] place = {MIN_RECORD};
            String provider = string(bytes, place);
            String computer = string(bytes, place);
            int id = bytes.u16(20);
            place[0] = bytes.size(36);
            List<String> values = new ArrayList<>();
            int strings = bytes.u16(26);
            for (int i = 0; i < Math.min(strings, limits.maxFields()); i++) {
                values.add(string(bytes, place));
            }
            List<String> names = EventTable.fields(provider, id, 0, values.size());
            List<EventRecord.Field> fields = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                fields.add(Parameters.field(i < names.size() ? names.get(i) : "value " + (i + 1), cut(values.get(i))));
            }
            count++;
            next.accept(new EventRecord(
                    Evidence.of(source, count),
                    provider,
                    id,
                    0,
                    LEVELS.getOrDefault(bytes.u16(24), 0),
                    Instant.ofEpochSecond(bytes.u32(12)),
                    "",
                    computer,
                    bytes.u32(8),
                    fields,
                    ""));
        } catch (DamagedException e) {
            problems.add("byte " + at, "The record cannot be read and was passed over: a text in it does not end.");
        }
    }

    private String cut(String value) {
        return value.length() > limits.maxText() ? value.substring(0, limits.maxText()) : value;
    }

    /** The text at a place, which moves behind it. */
    private static String string(ChunkBytes bytes, int[] place) throws DamagedException {
        int end = place[0];
        while (bytes.u16(end) != 0) {
            end += 2;
        }
        String text = bytes.utf16(place[0], (end - place[0]) / 2);
        place[0] = end + 2;
        return text;
    }
}
