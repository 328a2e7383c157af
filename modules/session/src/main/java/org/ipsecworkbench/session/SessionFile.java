package org.ipsecworkbench.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.session.store.SessionReader;
import org.ipsecworkbench.session.store.Temporary;

/** A saved session. Its file is never written to; what reading one costs does not depend on how much evidence is in it. */
public final class SessionFile implements SessionContents {
    private final SessionReader reader;
    private final Temporary temporary;

    private SessionFile(SessionReader reader, Temporary temporary) {
        this.reader = reader;
        this.temporary = temporary;
    }

    /**
     * Opens a session, or the archive of a collector. Reads its list, and of the evidence nothing; what contradicts the format is
     * a problem, and the rest is there. Of a file that lost its end, what is there is copied to a temporary one.
     *
     * @throws SessionFormatException where the file is none
     * @throws IOException where it cannot be read
     */
    public static SessionFile open(Path file, SessionLimits limits) throws IOException {
        Temporary temporary = new Temporary();
        try {
            return new SessionFile(SessionReader.open(file, limits, temporary), temporary);
        } catch (IOException e) {
            temporary.close();
            throw e;
        }
    }

    /** Whether a file may be one, by its beginning: a ZIP file. */
    public static boolean recognises(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4);
            return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
        }
    }

    @Override
    public Session session() {
        return reader.session();
    }

    @Override
    public List<Problem> problems() {
        return reader.problems();
    }

    @Override
    public Evidence evidence(EvidenceItem item) {
        return reader.evidence(item);
    }

    /**
     * The session's own list as it stands in the file, byte for byte: what a signature signs. It has the hash of each piece of
     * evidence, so that signing it signs them all.
     *
     * @throws IOException where it is missing or cannot be read
     */
    public byte[] manifest() throws IOException {
        return reader.manifest();
    }

    @Override
    public void close() throws IOException {
        try (Temporary unpacked = temporary) {
            reader.close();
        }
    }
}
