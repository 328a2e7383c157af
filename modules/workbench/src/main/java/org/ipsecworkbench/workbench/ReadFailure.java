package org.ipsecworkbench.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openide.util.NbBundle.Messages;

/** Why a file could not be read, for people. */
@Messages({
    "MSG_Memory=There is not enough memory to read it. Start the workbench with a larger -J-Xmx.",
    "# {0} - what went wrong",
    "MSG_Bug=The reader failed: {0}. The details are in the log (View › Log)."
})
public final class ReadFailure {
    private static final Logger LOG = Logger.getLogger(ReadFailure.class.getName());

    private ReadFailure() {}

    /** In a sentence or two; what no file should cause is logged, too. */
    public static String words(Path file, Throwable failure) {
        if (failure instanceof IOException) {
            return failure.getClass().getSimpleName() + ": " + failure.getMessage();
        }
        if (failure instanceof OutOfMemoryError) {
            LOG.log(Level.INFO, "Not enough memory for " + file, failure);
            return Bundle.MSG_Memory();
        }
        LOG.log(Level.WARNING, "Cannot read " + file, failure);
        return Bundle.MSG_Bug(failure);
    }
}
