package org.ipsecworkbench.capture.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.spi.CaptureSource;
import org.ipsecworkbench.capture.spi.RecordBatch;
import org.ipsecworkbench.capture.spi.RecordReader;
import org.jspecify.annotations.Nullable;

/** Reads the blocks of a pcapng file. */
final class PcapngReader implements RecordReader {
    /** Smallest block: type, length, length again. */
    private static final int MIN_BLOCK = 12;

    /** Type, length, and the number of the enterprise that defines the rest. */
    private static final int CUSTOM_HEADER = 12;

    /** Type, length, interface, and the time of the counting. */
    private static final int STATISTICS_HEADER = 20;

    /** So many interfaces are told apart per section; real captures have a handful. */
    private static final int MAX_INTERFACES = 4096;

    /** And so many in all sections together, which is some 30 MB. */
    private static final int MAX_INTERFACES_IN_ALL = 1 << 16;

    /** Bytes of an interface's name and of its description that are kept. */
    private static final int MAX_NAME = 100;

    /** Bytes of a comment that are shown, and comments of one packet; a block has room for millions. */
    private static final int MAX_COMMENT = 4096;

    private static final int MAX_NOTES = 50;

    /** So many sections are read; real captures have one, joined ones as many as there were files. */
    private static final int MAX_SECTIONS = 65_536;

    private final CaptureSource source;
    private final ProblemLog problems;
    private final int maxRecord;
    private final List<PcapngSection> sections = new ArrayList<>();
    private PcapngSection section = new PcapngSection(0, false);
    private long next;
    private boolean damaged;
    private int interfacesInAll;
    private boolean unknownInterfaceReported;

    PcapngReader(CaptureSource source, CaptureLimits limits, ProblemLog problems) {
        this.source = source;
        this.problems = problems;
        maxRecord = limits.maxRecordBytes();
    }

    @Override
    public boolean fill(RecordBatch batch) {
        long size = source.size();
        while (!batch.isFull() && !batch.isTooFar(next)) {
            long left = size - next;
            if (left < MIN_BLOCK) {
                if (left > 0) {
                    problems.cutOff("offset " + next, "The file was cut off inside the header of a block.");
                }
                return false;
            }
            ByteBuffer bytes = source.buffer(next);
            int at = source.index(next);
            PcapngSection in = bytes.getInt(at) == PcapngFormat.SECTION_HEADER ? newSection(bytes, at) : section;
            if (in == null) {
                damaged = true;
                return false;
            }
            int type = in.i32(bytes, at);
            int length = in.i32(bytes, at + 4);
            if (length < MIN_BLOCK || (length & 3) != 0 || length > maxRecord) {
                damaged = true;
                problems.add(
                        "offset " + next,
                        "A block claims a length of " + Integer.toUnsignedString(length)
                                + " bytes, which cannot be; reading stops here.");
                return false;
            }
            if (left < length) {
                problems.cutOff(
                        "offset " + next,
                        "The file was cut off inside a block: " + left + " of " + length
                                + " bytes are there. The block is left out.");
                return false;
            }
            if (in.i32(bytes, at + length - 4) != length) {
                damaged = true;
                problems.add(
                        "offset " + next,
                        "A block says " + length + " bytes at its beginning and something else at its end;"
                                + " reading stops here.");
                return false;
            }
            if (in != section) {
                start(in);
            }
            block(type, bytes, at, length, batch);
            next += length;
        }
        return true;
    }

    /** The section that a header begins; null where it cannot be read. */
    private @Nullable PcapngSection newSection(ByteBuffer bytes, int at) {
        int order = bytes.getInt(at + 8);
        if (order != PcapngFormat.BYTE_ORDER && Integer.reverseBytes(order) != PcapngFormat.BYTE_ORDER) {
            problems.add("offset " + next, "A section does not tell its byte order; reading stops here.");
            return null;
        }
        if (sections.size() >= MAX_SECTIONS) {
            problems.add("offset " + next, "More than " + MAX_SECTIONS + " sections; reading stops here.");
            return null;
        }
        return new PcapngSection(next, order != PcapngFormat.BYTE_ORDER);
    }

    private void start(PcapngSection started) {
        section = started;
        synchronized (sections) {
            sections.add(started);
        }
    }

    @Override
    public boolean canGoOn() {
        return !damaged;
    }

    private void block(int type, ByteBuffer bytes, int at, int length, RecordBatch batch) {
        if (type == PcapngFormat.INTERFACE) {
            addInterface(bytes, at, length);
        } else if (type == PcapngFormat.ENHANCED_PACKET
                || type == PcapngFormat.OBSOLETE_PACKET
                || type == PcapngFormat.SIMPLE_PACKET) {
            packet(section, type, bytes, at, length, next, batch, true);
        } else if ((type == PcapngFormat.CUSTOM || type == PcapngFormat.CUSTOM_NOT_TO_BE_COPIED)
                && length >= CUSTOM_HEADER + 4) {
            custom(next, length, batch);
        } else if (type == PcapngFormat.INTERFACE_STATISTICS) {
            statistics(bytes, at, length);
        }
    }

    /**
     * Packets that whoever captured saw go by and lost: without them coverage rests on less than the wire carried. Counts
     * are since the capture began, so that the last block of an interface says all.
     */
    private void statistics(ByteBuffer bytes, int at, int length) {
        int end = at + length - 4;
        long dropped = 0;
        int option = at + STATISTICS_HEADER;
        while (option + 4 <= end) {
            int code = section.u16(bytes, option);
            int size = section.u16(bytes, option + 2);
            if (code == 0 || option + 4 + size > end) {
                break;
            }
            if ((code == PcapngWriter.DROPPED_BY_INTERFACE || code == PcapngWriter.DROPPED_BY_SYSTEM) && size == 8) {
                // A half, so that two absurd counts still add up.
                dropped += Math.max(0, Math.min(Long.MAX_VALUE / 2, section.i64(bytes, option + 4)));
            }
            option += 4 + ((size + 3) & ~3);
        }
        if (dropped > 0) {
            int number = section.i32(bytes, at + 8);
            String name =
                    number >= 0 && number < section.size() ? section.get(number).name() : "";
            problems.count(
                    "interface " + Integer.toUnsignedString(number) + (name.isEmpty() ? "" : " " + name)
                            + (section.start == 0 ? "" : " of the section at offset " + section.start),
                    "Whoever captured lost " + dropped + (dropped == 1 ? " packet" : " packets")
                            + " that passed here; they are not in the file.");
        }
    }

    /** Wireshark lists custom blocks among the packets; so do we, that numbers agree. */
    private static void custom(long position, int length, RecordBatch batch) {
        int size = length - CUSTOM_HEADER - 4;
        batch.add(position, position + CUSTOM_HEADER, size, size, RecordBatch.NO_TIME, RecordBatch.NO_PACKET);
    }

    private void addInterface(ByteBuffer bytes, int at, int length) {
        if (length < 20) {
            problems.add("offset " + next, "An interface description is too short; it is left out.");
            return;
        }
        if (section.size() >= MAX_INTERFACES || interfacesInAll >= MAX_INTERFACES_IN_ALL) {
            int most = section.size() >= MAX_INTERFACES ? MAX_INTERFACES : MAX_INTERFACES_IN_ALL;
            problems.add("offset " + next, "More than " + most + " interfaces; further ones are left out.");
            return;
        }
        PcapngTime time = PcapngTime.MICROSECONDS;
        int option = at + 16;
        int end = at + length - 4;
        long offset = 0;
        String name = "";
        String description = "";
        while (option + 4 <= end) {
            int code = section.u16(bytes, option);
            int size = section.u16(bytes, option + 2);
            if (code == 0 || option + 4 + size > end) {
                break;
            }
            if (code == 9 && size == 1) {
                time = PcapngTime.of(bytes.get(option + 4));
            } else if (code == 14 && size == 8) {
                offset = section.i64(bytes, option + 4);
            } else if (code == 2) {
                name = text(bytes, option + 4, Math.min(size, MAX_NAME));
            } else if (code == 3) {
                description = text(bytes, option + 4, Math.min(size, MAX_NAME));
            }
            option += 4 + ((size + 3) & ~3);
        }
        interfacesInAll++;
        section.add(new PcapngSection.Interface(
                section.u16(bytes, at + 8),
                section.i32(bytes, at + 12),
                time.plusSeconds(offset),
                name.isEmpty() || description.isEmpty() ? name + description : name + " (" + description + ")"));
    }

    /** Appends the packet of a block; only the thread that fills reports. */
    private void packet(
            PcapngSection section,
            int type,
            ByteBuffer bytes,
            int at,
            int length,
            long position,
            RecordBatch batch,
            boolean report) {
        int header = type == PcapngFormat.SIMPLE_PACKET ? 12 : 28;
        if (length < header + 4) {
            if (report) {
                problems.add("offset " + position, "A packet block is too short; it is left out.");
            }
            return;
        }
        int number = 0;
        if (type == PcapngFormat.ENHANCED_PACKET) {
            number = section.i32(bytes, at + 8);
        } else if (type == PcapngFormat.OBSOLETE_PACKET) {
            number = section.u16(bytes, at + 8);
        }
        if (number < 0 || number >= section.size()) {
            if (report && !unknownInterfaceReported) {
                unknownInterfaceReported = true;
                problems.add(
                        "offset " + position,
                        "A packet names interface " + Integer.toUnsignedString(number)
                                + ", which the file does not describe; such packets are left out.");
            }
            return;
        }
        PcapngSection.Interface on = section.get(number);
        int room = length - header - 4;
        if (type == PcapngFormat.SIMPLE_PACKET) {
            int original = section.i32(bytes, at + 8);
            int captured = original < 0 ? room : Math.min(original, room);
            if (on.snapLength() > 0) {
                captured = Math.min(captured, on.snapLength());
            }
            batch.add(position, position + header, captured, original, RecordBatch.NO_TIME, on.linkType());
            return;
        }
        int captured = section.i32(bytes, at + 20);
        if (captured < 0 || captured > room) {
            if (report) {
                problems.add(
                        "offset " + position,
                        "A packet claims " + Integer.toUnsignedString(captured) + " captured bytes, but its block has "
                                + room + "; it is shortened to those.");
            }
            captured = room;
        }
        long ticks = (section.i32(bytes, at + 12) & 0xffffffffL) << 32 | section.i32(bytes, at + 16) & 0xffffffffL;
        batch.add(
                position,
                position + header,
                captured,
                section.i32(bytes, at + 24),
                on.time().nanoseconds(ticks),
                on.linkType());
    }

    @Override
    public void read(long position, RecordBatch batch) {
        PcapngSection in = sectionAt(position);
        ByteBuffer bytes = source.buffer(position);
        int at = source.index(position);
        int type = in.i32(bytes, at);
        int length = in.i32(bytes, at + 4);
        if (type == PcapngFormat.CUSTOM || type == PcapngFormat.CUSTOM_NOT_TO_BE_COPIED) {
            custom(position, length, batch);
        } else {
            packet(in, type, bytes, at, length, position, batch, false);
        }
    }

    @Override
    public List<String> notes(long position) {
        PcapngSection in = sectionAt(position);
        ByteBuffer bytes = source.buffer(position);
        int at = source.index(position);
        int type = in.i32(bytes, at);
        List<String> notes = new ArrayList<>();
        if (type == PcapngFormat.ENHANCED_PACKET || type == PcapngFormat.OBSOLETE_PACKET) {
            int number = type == PcapngFormat.ENHANCED_PACKET ? in.i32(bytes, at + 8) : in.u16(bytes, at + 8);
            String name = in.get(number).name();
            if (!name.isEmpty()) {
                notes.add(name);
            }
            options(in, bytes, at, notes);
        }
        return List.copyOf(notes);
    }

    /** Comments and the direction, from the options behind a packet. */
    private static void options(PcapngSection in, ByteBuffer bytes, int at, List<String> notes) {
        int end = at + in.i32(bytes, at + 4) - 4;
        int captured = in.i32(bytes, at + 20);
        if (captured < 0 || captured > end - at - 28) {
            return;
        }
        int option = at + 28 + ((captured + 3) & ~3);
        while (option + 4 <= end && notes.size() < MAX_NOTES) {
            int code = in.u16(bytes, option);
            int size = in.u16(bytes, option + 2);
            if (code == 0 || option + 4 + size > end) {
                return;
            }
            if (code == 1) {
                notes.add(text(bytes, option + 4, Math.min(size, MAX_COMMENT)));
            } else if (code == 2 && size == 4) {
                switch (in.i32(bytes, option + 4) & 3) {
                    case 1 -> notes.add("inbound");
                    case 2 -> notes.add("outbound");
                    default -> {}
                }
            }
            option += 4 + ((size + 3) & ~3);
        }
    }

    private static String text(ByteBuffer bytes, int at, int size) {
        byte[] text = new byte[size];
        bytes.get(at, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private PcapngSection sectionAt(long position) {
        synchronized (sections) {
            int low = 0;
            int high = sections.size() - 1;
            while (low < high) {
                int middle = (low + high + 1) >>> 1;
                if (sections.get(middle).start <= position) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            return sections.get(low);
        }
    }

    @Override
    public long position() {
        return next;
    }
}
