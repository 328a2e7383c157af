package org.ipsecworkbench.session.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** Counts and hashes what passes, and tells of both when the end is reached, once. */
public final class HashedInput extends FilterInputStream {
    /** Is told what passed. */
    public interface AtEnd {
        /** Size in bytes and SHA-256 in lower-case hex. */
        void passed(long size, String sha256) throws IOException;
    }

    private final MessageDigest digest = Hashes.sha256();
    private final AtEnd atEnd;
    private long size;
    private boolean ended;

    public HashedInput(InputStream in, AtEnd atEnd) {
        super(in);
        this.atEnd = atEnd;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count;
        do {
            count = read(one, 0, 1);
        } while (count == 0);
        return count < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = in.read(bytes, from, length);
        if (count > 0) {
            digest.update(bytes, from, count);
            size += count;
        } else if (count < 0 && !ended) {
            ended = true;
            atEnd.passed(size, Hashes.hex(digest.digest()));
        }
        return count;
    }

    /** Reads instead, since what is skipped has to be hashed. */
    @Override
    public long skip(long count) throws IOException {
        byte[] some = new byte[(int) Math.min(Math.max(count, 0), 1 << 13)];
        long skipped = 0;
        while (skipped < count) {
            int read = read(some, 0, (int) Math.min(some.length, count - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
