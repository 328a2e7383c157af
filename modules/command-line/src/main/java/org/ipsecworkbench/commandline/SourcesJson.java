package org.ipsecworkbench.commandline;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.ike.IkeReport;
import org.jspecify.annotations.Nullable;

/** A JSON document of sources, of each first what it holds as it is read, then what that adds up to. */
final class SourcesJson implements Closeable {
    private final JsonDocument json;

    SourcesJson(Writer out, String schema) throws IOException {
        json = new JsonDocument(out, schema);
        json.writeArrayFieldStart("sources");
    }

    /** To write what a source holds, and what belongs behind its head. */
    JsonDocument json() {
        return json;
    }

    /**
     * Begins a source.
     *
     * @param file as it was given
     * @param items the name of the list of what it holds, which is open from now on
     */
    void begin(String file, String items) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", file);
        json.writeArrayFieldStart(items);
    }

    /**
     * Ends the list, and says of what kind the source is and what is wrong with it; the source stays open.
     *
     * @param report null where it could not be read
     * @param error why not
     */
    void head(@Nullable IkeReport report, String error) throws IOException {
        json.writeEndArray();
        json.text("kind", report == null ? "" : report.source().kind().key());
        json.problems(report == null ? List.of(new Problem("file", error)) : report.problems());
    }

    /** Ends the source. */
    void end() throws IOException {
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.close();
    }
}
