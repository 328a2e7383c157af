package org.ipsecworkbench.session.store;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.ipsecworkbench.session.SessionFormatException;

/**
 * Ends after so many bytes, whatever else would come: the directory stated the size, and a bomb goes on. What cannot be unpacked
 * is called by its name.
 */
final class BoundedInput extends FilterInputStream {
    private final String name;
    private long left;

    BoundedInput(InputStream in, long size, String name) {
        super(in);
        this.name = name;
        left = size;
    }

    @Override
    public int read() throws IOException {
        if (left <= 0) {
            return -1;
        }
        byte[] one = new byte[1];
        return read(one, 0, 1) < 1 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (left <= 0 && length > 0) {
            return -1;
        }
        try {
            int count = in.read(bytes, from, (int) Math.min(length, left));
            left -= Math.max(0, count);
            return count;
        } catch (ZipException | EOFException e) {
            throw new SessionFormatException(Text.shown(name) + " is damaged and cannot be unpacked to its end.", e);
        }
    }

    /** Skips nothing: it would have to be told what is damaged, too. */
    @Override
    public long skip(long count) {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
