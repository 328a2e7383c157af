package org.ipsecworkbench.session.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What writing asks of a disk; tests have one that fails. */
public interface Disk {
    /** The one of this machine. */
    Disk REAL = new Disk() {
        @Override
        public Output create(Path file) throws IOException {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new Output(Channels.newOutputStream(channel)) {
                @Override
                public void sync() throws IOException {
                    channel.force(true);
                }
            };
        }

        @Override
        public void replace(Path from, Path to) throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Path folder = to.toAbsolutePath().getParent();
            // Windows keeps the names of a folder by itself and does not open one.
            if (folder != null
                    && to.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                    names.force(true);
                }
            }
        }
    };

    /** Creates a file that is not there yet. */
    Output create(Path file) throws IOException;

    /** Gives a file the name of another, which is gone then; whatever happens, one of both is there under that name. */
    void replace(Path from, Path to) throws IOException;

    /** A file that is written. */
    abstract class Output extends OutputStream {
        private final OutputStream out;

        protected Output(OutputStream out) {
            this.out = out;
        }

        /** Returns once the disk has what was written. */
        public abstract void sync() throws IOException;

        @Override
        public void write(int b) throws IOException {
            write(ByteBuffer.allocate(1).put((byte) b).array(), 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
