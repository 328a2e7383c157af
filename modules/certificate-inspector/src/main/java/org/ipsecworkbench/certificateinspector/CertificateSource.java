package org.ipsecworkbench.certificateinspector;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ipsecworkbench.capture.ScanMonitor;

/** Where a window has its certificates from. */
interface CertificateSource {
    /** Equal where the same is shown, so that one window shows it. */
    Object key();

    /** What to call it. */
    String name();

    /** Where it comes from, in full. */
    String detail();

    /** The one file that is shown; empty where it is not one. */
    Optional<Path> file();

    /**
     * Reads it; not on the event thread.
     *
     * @throws IOException where it cannot be read, with a message for people
     */
    List<HostCase> read(ScanMonitor monitor) throws IOException;

    /** The same with more files; empty where no files can be added. */
    Optional<CertificateSource> with(List<Path> more);
}
