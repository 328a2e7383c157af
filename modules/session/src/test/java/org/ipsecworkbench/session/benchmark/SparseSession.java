package org.ipsecworkbench.session.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/**
 * Writes a session of many gigabytes that takes none of the disk: captures of zeros, stored and not written, so that the file has
 * holes where the system knows them (APPNOTE 4.3 and 4.5.3).
 */
final class SparseSession {
    private static final long CAPTURE_BYTES = 1L << 30;
    private static final int LOCAL = 0x04034b50;
    private static final int DIRECTORY = 0x02014b50;
    private static final int END64 = 0x06064b50;
    private static final int LOCATOR = 0x07064b50;
    private static final int END = 0x06054b50;
    private static final short ZIP64 = 45;
    private static final short OFFSET64 = 1;

    private final FileChannel channel;
    private final ByteBuffer directory;
    private int entries;

    private SparseSession(FileChannel channel, int items) {
        this.channel = channel;
        directory = buffer(items * 200);
    }

    /** A file with so many captures of 1 GiB and so many answers of hosts. */
    static void write(Path file, int captures, int answers) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            new SparseSession(channel, captures + answers + 1).write(captures, answers);
        }
    }

    private void write(int captures, int answers) throws IOException {
        StringBuilder list = new StringBuilder("{\"schema\":\"ipsecwb/session/1\",\"title\":\"Sparse\",\"evidence\":[");
        for (int i = 0; i < captures + answers; i++) {
            String kind = i < captures ? "capture" : "transcript";
            list.append(i == 0 ? "" : ",")
                    .append(
                            "{\"id\":\"%d\",\"kind\":\"%s\",\"host\":\"h%d\",\"name\":\"n%d\",\"entry\":\"evidence/%d\"}"
                                    .formatted(i, kind, i % 1000, i, i));
        }
        byte[] manifest = list.append("]}").toString().getBytes(StandardCharsets.UTF_8);
        entry("session.json", manifest, manifest.length);
        byte[] answer = "host: h\ncommand: ver\n".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < captures + answers; i++) {
            entry("evidence/" + i, i < captures ? new byte[0] : answer, i < captures ? CAPTURE_BYTES : answer.length);
        }
        end();
    }

    private void entry(String name, byte[] content, long size) throws IOException {
        long offset = channel.position();
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(content);
        ByteBuffer head = buffer(30 + bytes.length);
        head.putInt(LOCAL)
                .putShort(ZIP64)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0);
        head.putInt((int) crc.getValue()).putInt((int) size).putInt((int) size);
        head.putShort((short) bytes.length).putShort((short) 0).put(bytes);
        channel.write(head.flip());
        channel.write(ByteBuffer.wrap(content));
        channel.position(offset + head.limit() + size);
        directory
                .putInt(DIRECTORY)
                .putShort(ZIP64)
                .putShort(ZIP64)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0);
        directory.putInt((int) crc.getValue()).putInt((int) size).putInt((int) size);
        directory
                .putShort((short) bytes.length)
                .putShort((short) 12)
                .putShort((short) 0)
                .putShort((short) 0);
        directory.putShort((short) 0).putInt(0).putInt(-1).put(bytes);
        directory.putShort(OFFSET64).putShort((short) 8).putLong(offset);
        entries++;
    }

    private void end() throws IOException {
        long at = channel.position();
        int length = directory.position();
        channel.write(directory.flip());
        ByteBuffer end = buffer(98);
        end.putInt(END64).putLong(44).putShort(ZIP64).putShort(ZIP64).putInt(0).putInt(0);
        end.putLong(entries).putLong(entries).putLong(length).putLong(at);
        end.putInt(LOCATOR).putInt(0).putLong(at + length).putInt(1);
        end.putInt(END)
                .putInt(0)
                .putShort((short) -1)
                .putShort((short) -1)
                .putInt(-1)
                .putInt(-1)
                .putShort((short) 0);
        channel.write(end.flip());
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
