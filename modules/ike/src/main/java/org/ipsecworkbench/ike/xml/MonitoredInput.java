package org.ipsecworkbench.ike.xml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ipsecworkbench.capture.ScanMonitor;

/** The bytes of a file for somebody who watches: tells how far reading is, and ends where it is cancelled. */
public final class MonitoredInput extends FilterInputStream {
    private final ScanMonitor monitor;
    private final long size;
    private long read;

    private MonitoredInput(InputStream in, long size, ScanMonitor monitor) {
        super(in);
        this.size = size;
        this.monitor = monitor;
    }

    /** Opens a file. */
    public static InputStream open(Path file, ScanMonitor monitor) throws IOException {
        return new MonitoredInput(Files.newInputStream(file), Files.size(file), monitor);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = monitor.cancelled() ? -1 : super.read(into, offset, length);
        read += Math.max(0, count);
        monitor.progress(read, size);
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
