package org.ipsecworkbench.diagnosis.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.spi.ReportFormat;

/** A form that is text in UTF-8. */
abstract class TextReport implements ReportFormat {
    @Override
    public final void write(Diagnosis diagnosis, Instant made, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        write(diagnosis, made, text);
        text.flush();
    }

    /** Writes the text; what writes to it is neither flushed nor closed. */
    abstract void write(Diagnosis diagnosis, Instant made, Writer out) throws IOException;
}
