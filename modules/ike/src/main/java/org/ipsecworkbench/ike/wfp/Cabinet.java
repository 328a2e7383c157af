package org.ipsecworkbench.ike.wfp;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.ipsecworkbench.capture.ProblemLog;

/**
 * Unpacks one file of a cabinet (MS-CAB): blocks of up to 32 kB that are stored, packed with MSZIP, which is deflate that goes
 * on from the block before, or with {@link Lzx}. Quantum is told and not read.
 */
final class Cabinet {
    private static final int HEADER = 36;
    private static final int FOLDER = 8;
    private static final int FILE = 16;
    private static final int BLOCK = 8;
    private static final int BLOCK_BYTES = 32_768;
    private static final int HAS_PREVIOUS = 1;
    private static final int HAS_NEXT = 2;
    private static final int HAS_RESERVE = 4;
    private static final int MAX_NAME = 256;

    private static final int STORED = 0;
    private static final int MSZIP = 1;
    private static final int QUANTUM = 2;
    private static final int LZX = 3;

    /**
     * A row of blocks.
     *
     * @param method how they are packed
     * @param window bits of the window of LZX
     */
    private record Folder(long offset, int blocks, int method, int window) {}

    /** Makes of a packed block so many bytes. */
    private interface Unpacking {
        byte[] unpack(byte[] packed, int size) throws DamagedException;
    }

    /** @param offset in the folder's content */
    private record Entry(String name, long size, long offset, int folder) {}

    private final SeekableByteChannel in;
    private final long maxUnpacked;

    private Cabinet(SeekableByteChannel in, long maxUnpacked) {
        this.in = in;
        this.maxUnpacked = maxUnpacked;
    }

    /** Whether a file begins as a cabinet. */
    static boolean isCabinet(byte[] head) {
        return head.length >= 4 && head[0] == 'M' && head[1] == 'S' && head[2] == 'C' && head[3] == 'F';
    }

    /**
     * Unpacks the first file whose name ends like this to a temporary file, which is empty where there is none.
     *
     * @param suffix in lower case
     */
    static Path unpack(Path cabinet, String suffix, long maxUnpacked, ProblemLog problems) throws IOException {
        Path file = Files.createTempFile("ipsecwb-", ".xml");
        try (SeekableByteChannel in = Files.newByteChannel(cabinet)) {
            new Cabinet(in, maxUnpacked).unpack(suffix, file);
        } catch (DamagedException e) {
            problems.add("cabinet", String.valueOf(e.getMessage()));
        } catch (EOFException e) {
            problems.add("cabinet", "The cabinet ends too early; what was before that was read.");
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return file;
    }

    private void unpack(String suffix, Path to) throws IOException, DamagedException {
        ByteBuffer header = at(0, HEADER);
        long files = header.getInt(16) & 0xffff_ffffL;
        int folders = header.getShort(26) & 0xffff;
        int count = header.getShort(28) & 0xffff;
        int flags = header.getShort(30) & 0xffff;
        if ((flags & (HAS_PREVIOUS | HAS_NEXT)) != 0) {
            throw new DamagedException("The cabinet is one of several that belong together; such are not read.");
        }
        int folderReserve = 0;
        int blockReserve = 0;
        long place = HEADER;
        if ((flags & HAS_RESERVE) != 0) {
            ByteBuffer reserve = at(HEADER, 4);
            folderReserve = reserve.get(2) & 0xff;
            blockReserve = reserve.get(3) & 0xff;
            place += 4 + (reserve.getShort(0) & 0xffff);
        }
        Entry entry = find(files, count, suffix);
        if (entry.folder() >= folders) {
            throw new DamagedException("The file " + entry.name() + " lies in a part that the cabinet does not have.");
        }
        ByteBuffer folder = at(place + (long) entry.folder() * (FOLDER + folderReserve), FOLDER);
        copy(
                entry,
                new Folder(
                        folder.getInt(0) & 0xffff_ffffL,
                        folder.getShort(4) & 0xffff,
                        folder.get(6) & 0xf,
                        folder.get(7) & 0x1f),
                blockReserve,
                to);
    }

    private Entry find(long files, int count, String suffix) throws IOException, DamagedException {
        long place = files;
        for (int i = 0; i < count; i++) {
            ByteBuffer head = at(place, FILE);
            String name = name(place + FILE);
            Entry entry = new Entry(
                    name, head.getInt(0) & 0xffff_ffffL, head.getInt(4) & 0xffff_ffffL, head.getShort(8) & 0xffff);
            if (name.toLowerCase(Locale.ROOT).endsWith(suffix)) {
                return entry;
            }
            place += FILE + name.length() + 1;
        }
        throw new DamagedException("The cabinet holds no file " + suffix + ".");
    }

    private String name(long at) throws IOException, DamagedException {
        in.position(at);
        ByteBuffer bytes = ByteBuffer.allocate(MAX_NAME);
        while (bytes.hasRemaining() && in.read(bytes) >= 0) {
            // The end of the file may come first.
        }
        for (int i = 0; i < bytes.position(); i++) {
            if (bytes.get(i) == 0) {
                return new String(bytes.array(), 0, i, StandardCharsets.ISO_8859_1);
            }
        }
        throw new DamagedException("A name in the cabinet does not end.");
    }

    private void copy(Entry entry, Folder folder, int reserve, Path to) throws IOException, DamagedException {
        long skip = entry.offset();
        long left = Math.min(entry.size(), maxUnpacked);
        long place = folder.offset();
        Inflater inflater = new Inflater(true);
        Unpacking unpacking = unpacking(folder, inflater);
        try (var out = Files.newOutputStream(to)) {
            for (int i = 0; i < folder.blocks() && left > 0; i++) {
                ByteBuffer head = at(place, BLOCK);
                int packed = head.getShort(4) & 0xffff;
                int size = head.getShort(6) & 0xffff;
                if (size > BLOCK_BYTES) {
                    throw new DamagedException(
                            "A block of the cabinet is larger than 32 kB; what was before it was read.");
                }
                byte[] unpacked =
                        unpacking.unpack(at(place + BLOCK + reserve, packed).array(), size);
                place += BLOCK + reserve + packed;
                int from = (int) Math.min(skip, unpacked.length);
                int count = (int) Math.min(left, unpacked.length - from);
                out.write(unpacked, from, count);
                skip -= from;
                left -= count;
            }
        } finally {
            inflater.end();
        }
        if (left > 0) {
            throw new DamagedException("The cabinet ends before the file " + entry.name() + " does.");
        }
        if (entry.size() > maxUnpacked) {
            throw new DamagedException(
                    "The file " + entry.name() + " is larger than " + maxUnpacked + " bytes; the rest was not read.");
        }
    }

    private static Unpacking unpacking(Folder folder, Inflater inflater) throws DamagedException {
        return switch (folder.method()) {
            case STORED -> (packed, size) -> packed;
            case MSZIP -> {
                byte[][] before = {new byte[0]};
                yield (packed, size) -> before[0] = inflate(inflater, packed, size, before[0]);
            }
            case LZX -> new Lzx(folder.window())::unpack;
            default ->
                throw new DamagedException("The cabinet is packed with "
                        + (folder.method() == QUANTUM ? "Quantum" : "method " + folder.method())
                        + ", which is not read. Unpack it with: expand wfpdiag.cab -F:* FOLDER, then open wfpdiag.xml"
                        + " (or with cabextract).");
        };
    }

    private static byte[] inflate(Inflater inflater, byte[] data, int size, byte[] before) throws DamagedException {
        if (data.length < 2 || data[0] != 'C' || data[1] != 'K') {
            throw new DamagedException(
                    "A block of the cabinet does not begin as one of MSZIP; what was before it was read.");
        }
        try {
            inflater.reset();
            if (before.length > 0) {
                inflater.setDictionary(before);
            }
            inflater.setInput(data, 2, data.length - 2);
            ByteArrayOutputStream out = new ByteArrayOutputStream(size);
            byte[] buffer = new byte[BLOCK_BYTES];
            while (!inflater.finished() && out.size() < size) {
                int count = inflater.inflate(buffer, 0, Math.min(buffer.length, size - out.size()));
                if (count == 0) {
                    throw new DamagedException("A block of the cabinet ends too early; what was before it was read.");
                }
                out.write(buffer, 0, count);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new DamagedException("A block of the cabinet is damaged; what was before it was read.");
        }
    }

    private ByteBuffer at(long place, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        in.position(place);
        while (bytes.hasRemaining()) {
            if (in.read(bytes) < 0) {
                throw new EOFException();
            }
        }
        return bytes.flip();
    }
}
