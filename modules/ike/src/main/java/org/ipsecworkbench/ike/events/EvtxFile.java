package org.ipsecworkbench.ike.events;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.ike.EventLimits;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.Source;

/**
 * Reads binary logs of Windows Vista and later (.evtx): a head of 4 kB, then chunks of 64 kB that stand for themselves, so
 * that damage costs a chunk or a record, and never the file. One chunk is in memory.
 */
final class EvtxFile {
    private static final int FILE_HEADER = 4096;
    private static final int CHUNK = 65_536;
    private static final int CHUNK_HEADER = 512;
    private static final int HEADER_CRC = 0x7c;
    private static final int FLAGS = 0x78;
    private static final int WITHOUT_CRC = 4;
    private static final int RECORD_HEADER = 24;
    private static final int RECORD_MAGIC = 0x00002a2a;
    private static final int MIN_RECORD = RECORD_HEADER + 4;

    private final ProblemLog problems;
    private final EventLimits limits;
    private final EventAssembler assembler;

    private EvtxFile(Source source, EventLimits limits, ProblemLog problems, Consumer<EventRecord> next) {
        this.problems = problems;
        this.limits = limits;
        assembler = new EventAssembler(source, limits, next);
    }

    static void read(InputStream in, Source source, EventLimits limits, ProblemLog problems, Consumer<EventRecord> next)
            throws IOException {
        byte[] header = in.readNBytes(FILE_HEADER);
        if (header.length < FILE_HEADER) {
            problems.add("file", "The log ends inside its header.");
            return;
        }
        EvtxFile file = new EvtxFile(source, limits, problems, next);
        file.header(header);
        long number = 0;
        for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
            number++;
            file.chunk(chunk, number);
        }
    }

    private void header(byte[] header) {
        try {
            ChunkBytes bytes = new ChunkBytes(header);
            if (bytes.u32(HEADER_CRC) != bytes.crc(0, FLAGS, 0, 0)) {
                problems.add("header", "The checksum of the log's header is wrong; its chunks were read all the same.");
            }
        } catch (DamagedException e) {
            problems.add("header", "The header cannot be read: " + e.getMessage() + ".");
        }
    }

    private void chunk(byte[] content, long number) {
        String where = "chunk " + number;
        if (content.length < CHUNK) {
            problems.add(where, "The log ends inside a chunk of 64 kB, which was not read.");
            return;
        }
        ChunkBytes bytes = new ChunkBytes(content);
        try {
            if (!bytes.latin1(0, 8).equals("ElfChnk\0")) {
                // What the log has not used yet is zero.
                if (bytes.i64(0) != 0) {
                    problems.add(where, "The chunk does not begin as one and was passed over.");
                }
                return;
            }
            int end = bytes.size(0x30);
            if (end < CHUNK_HEADER || isDamaged(bytes, end)) {
                problems.add(
                        where,
                        "The checksum of the chunk is wrong: it is damaged, or the log was copied while it was written. It was passed over.");
                return;
            }
            records(bytes, end, where);
        } catch (DamagedException e) {
            problems.add(where, "The chunk cannot be read: " + e.getMessage() + ".");
        }
    }

    private static boolean isDamaged(ChunkBytes bytes, int end) throws DamagedException {
        if ((bytes.i32(FLAGS) & WITHOUT_CRC) != 0) {
            return false;
        }
        return bytes.u32(HEADER_CRC) != bytes.crc(0, FLAGS, 0x80, CHUNK_HEADER)
                || bytes.u32(0x34) != bytes.crc(CHUNK_HEADER, end, 0, 0);
    }

    private void records(ChunkBytes bytes, int end, String where) throws DamagedException {
        int at = CHUNK_HEADER;
        BinaryXml xml = new BinaryXml(bytes, limits, assembler);
        while (at + MIN_RECORD <= end) {
            int size = bytes.size(at + 4);
            if (bytes.i32(at) != RECORD_MAGIC || size < MIN_RECORD || at + size > end) {
                problems.add(where, "What lies at byte " + at + " is no event; the rest of the chunk was passed over.");
                return;
            }
            try {
                xml.read(at + RECORD_HEADER, at + size - 4);
                if (assembler.isCut()) {
                    problems.add("event " + assembler.count(), "The event has more or longer values than are kept.");
                }
            } catch (DamagedException e) {
                assembler.abandon();
                problems.add(
                        where + ", record " + bytes.i64(at + 8),
                        "The event cannot be read and was passed over: " + e.getMessage() + ".");
            }
            at += size;
        }
    }
}
