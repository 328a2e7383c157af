package org.ipsecworkbench.session.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A disk that takes so many bytes and calls, and then says that it is full, whatever is asked of it. */
final class FailingDisk implements Disk {
    private long left;

    /** One call costs as much as one byte. */
    FailingDisk(long left) {
        this.left = left;
    }

    /** What was not used. */
    long left() {
        return left;
    }

    private void use(long cost) throws IOException {
        left -= cost;
        if (left < 0) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public Output create(Path file) throws IOException {
        use(1);
        Output real = REAL.create(file);
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                use(1);
                real.write(b);
            }

            /** A disk writes what it has room for before it fails. */
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                if (left < length) {
                    real.write(bytes, from, (int) Math.max(0, left));
                }
                use(length);
                real.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                real.close();
            }
        };
        return new Output(counting) {
            @Override
            public void sync() throws IOException {
                use(1);
                real.sync();
            }
        };
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
        use(1);
        REAL.replace(from, to);
    }
}
