package org.ipsecworkbench.commandline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.ike.Failure;
import org.jspecify.annotations.Nullable;

/** A JSON document: one object that begins with its schema. What is not known is null. */
final class JsonDocument extends JsonGeneratorDelegate {
    private final Writer out;

    JsonDocument(Writer out, String schema) throws IOException {
        super(new JsonFactory().createGenerator(out));
        this.out = out;
        disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        setPrettyPrinter(new DefaultPrettyPrinter());
        writeStartObject();
        writeStringField("schema", schema);
    }

    /** Ends the object; the writer stays open. */
    @Override
    public void close() throws IOException {
        writeEndObject();
        super.close();
        out.write(System.lineSeparator());
    }

    /** A text that is not known where it is empty. */
    void text(String name, String value) throws IOException {
        if (value.isEmpty()) {
            writeNullField(name);
        } else {
            writeStringField(name, value);
        }
    }

    void time(String name, @Nullable Instant time) throws IOException {
        text(name, time == null ? "" : time.toString());
    }

    /** A number that is not known where it is 0. */
    void number(String name, long value) throws IOException {
        if (value == 0) {
            writeNullField(name);
        } else {
            writeNumberField(name, value);
        }
    }

    void strings(String name, List<String> values) throws IOException {
        writeArrayFieldStart(name);
        for (String value : values) {
            writeString(value);
        }
        writeEndArray();
    }

    void problems(List<Problem> problems) throws IOException {
        writeArrayFieldStart("problems");
        for (Problem problem : problems) {
            writeStartObject();
            writeStringField("where", problem.where());
            writeStringField("what", problem.what());
            writeEndObject();
        }
        writeEndArray();
    }

    /** Why something failed, without its evidence; the object stays open. */
    void beginFailure(Failure failure) throws IOException {
        writeObjectFieldStart("failure");
        writeStringField("class", failure.failureClass().key());
        Failure.Code code = failure.code();
        if (code == null) {
            writeNullField("code");
        } else {
            writeNumberField("code", code.value());
            writeStringField("codeKind", code.numbering().key());
            text("codeName", code.name());
        }
        writeStringField("explanation", failure.explanation());
        writeStringField("nextStep", failure.nextStep());
    }
}
