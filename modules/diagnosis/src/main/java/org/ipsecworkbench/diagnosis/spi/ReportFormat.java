package org.ipsecworkbench.diagnosis.spi;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.openide.util.Lookup;

/**
 * A form in which a diagnosis is handed on. Register an implementation with {@code @ServiceProvider(service =
 * ReportFormat.class)}. Implementations have no state.
 */
public interface ReportFormat {
    /** The name on the command line, such as {@code html}; lower case, never changes. */
    String key();

    /** How the names of its files end, without the dot. */
    default String extension() {
        return key();
    }

    /** The name for people. */
    String label();

    /** Whether it is text in UTF-8, which can be shown as it is. */
    default boolean isText() {
        return true;
    }

    /**
     * Writes a report. What hosts said is hostile: it is escaped as the format asks.
     *
     * @param made when the diagnosis was made
     * @param out is not closed
     */
    void write(Diagnosis diagnosis, Instant made, OutputStream out) throws IOException;

    /** All that are installed, in their order. */
    static List<ReportFormat> installed() {
        return List.copyOf(Lookup.getDefault().lookupAll(ReportFormat.class));
    }

    /** The one of this name. */
    static Optional<ReportFormat> find(String key) {
        return installed().stream().filter(format -> format.key().equals(key)).findFirst();
    }
}
