package org.ipsecworkbench.commandline;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.ipsecworkbench.ike.ChildSa;
import org.ipsecworkbench.ike.Decrypted;
import org.ipsecworkbench.ike.Disclosure;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.OakleyReport;
import org.ipsecworkbench.ike.SeenMessage;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.Step;
import org.jspecify.annotations.Nullable;

/**
 * Messages and negotiations as JSON by the schema {@code ipsecwb/ike/1}; what is not known is null. Messages are written as
 * they come, so that a large capture does not fill memory.
 */
final class IkeJson implements Closeable {
    private static final HexFormat HEX = HexFormat.of();

    /** Places that a negotiation names. */
    private static final int MAX_EVIDENCE = 100;

    private final SourcesJson sources;
    private final JsonDocument json;
    private final PayloadJson payloads;
    /** Whose places are told without its name. */
    private @Nullable Source own;

    IkeJson(Writer out) throws IOException {
        sources = new SourcesJson(out, "ipsecwb/ike/1");
        json = sources.json();
        payloads = new PayloadJson(json);
    }

    @Override
    public void close() throws IOException {
        sources.close();
    }

    /** Begins a source. */
    void begin(String file) throws IOException {
        sources.begin(file, "messages");
    }

    /** Adds a message to the source that was begun. */
    void message(SeenMessage seen) {
        // IP fragments of it are missing: nobody has received it, and the problems say so.
        if (seen.extent() == SeenMessage.Extent.FRAGMENTS_MISSING) {
            return;
        }
        try {
            write(seen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the source with what its messages add up to. */
    void end(IkeInput.Result result) throws IOException {
        sources.head(result.report(), result.error());
        log(result.log());
        json.writeArrayFieldStart("negotiations");
        if (result.report() != null) {
            own = result.report().source();
            for (Negotiation negotiation : result.report().negotiations()) {
                negotiation(negotiation);
            }
        }
        json.writeEndArray();
        sources.end();
    }

    private void log(@Nullable OakleyReport log) throws IOException {
        if (log == null) {
            return;
        }
        own = log.report().source();
        json.writeNumberField("lines", log.lines());
        json.writeArrayFieldStart("otherLines");
        for (OakleyReport.Line line : log.outside()) {
            json.writeStartObject();
            json.writeStringField("text", line.text());
            evidence(List.of(line.evidence()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("droppedOtherLines", log.droppedOutside());
    }

    private void write(SeenMessage seen) throws IOException {
        IkeMessage message = seen.message();
        boolean isWhole = seen.extent() == SeenMessage.Extent.WHOLE;
        json.writeStartObject();
        json.writeNumberField("packet", seen.packet());
        if (seen.packets().size() > 1) {
            numbers("packets", seen.packets());
        }
        json.time("time", seen.time());
        json.writeStringField("source", seen.source());
        json.writeNumberField("sourcePort", seen.sourcePort());
        json.writeStringField("destination", seen.destination());
        json.writeNumberField("destinationPort", seen.destinationPort());
        if (seen.quote() != null) {
            json.writeStringField("quotedBy", seen.quote().reporter());
        }
        header(message, isWhole);
        payloads.write("payloads", isWhole && !isHidden(message) ? message.payloads() : List.of());
        if (!isWhole) {
            json.writeNumberField("announcedLength", message.length());
            payloads.write("partialPayloads", message.payloads());
        }
        decrypted(message.decrypted());
        if (!seen.pieces().isEmpty()) {
            numbers("fragments", seen.pieces());
        }
        reassembled(seen.reassembled());
        json.problems(message.problems());
        json.writeEndObject();
    }

    /** In IKEv1 what follows the header of an encrypted message are no payloads. */
    private static boolean isHidden(IkeMessage message) {
        return message.encrypted() && message.major() == 1;
    }

    private void header(IkeMessage message, boolean isWhole) throws IOException {
        json.writeStringField("version", message.major() + "." + message.minor());
        json.writeStringField("initiatorCookie", message.cookies().initiatorHex());
        json.writeStringField("responderCookie", message.cookies().responderHex());
        json.writeNumberField("exchange", message.exchange());
        json.writeStringField("exchangeName", message.exchangeName());
        json.writeNumberField("flags", message.flags());
        json.writeStringField("messageId", HEX.toHexDigits(message.messageId()));
        if (isWhole) {
            json.writeNumberField("length", message.length());
        } else {
            json.writeNullField("length");
        }
        // IKEv1 says it in its header, IKEv2 by a payload that may be cut off.
        if (isWhole || message.major() == 1) {
            json.writeBooleanField("encrypted", message.encrypted());
        } else {
            json.writeNullField("encrypted");
        }
    }

    private void reassembled(@Nullable IkeMessage message) throws IOException {
        if (message != null) {
            json.writeObjectFieldStart("reassembled");
            header(message, true);
            payloads.write("payloads", isHidden(message) ? List.of() : message.payloads());
            decrypted(message.decrypted());
            json.problems(message.problems());
            json.writeEndObject();
        }
    }

    private void decrypted(@Nullable Decrypted decrypted) throws IOException {
        if (decrypted != null) {
            json.writeObjectFieldStart("decrypted");
            json.writeBooleanField("verified", decrypted.verified());
            payloads.write("payloads", decrypted.payloads());
            json.problems(decrypted.problems());
            json.writeEndObject();
        }
    }

    private void disclosure(Disclosure disclosure) throws IOException {
        if (disclosure.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("decrypted");
        json.text("initiatorId", disclosure.initiatorId());
        json.text("responderId", disclosure.responderId());
        json.writeArrayFieldStart("children");
        for (Disclosure.ChildExchange child : disclosure.children()) {
            json.writeStartObject();
            payloads.proposals("offered", child.offered());
            payloads.proposals("chosen", child.chosen());
            json.strings("initiatorTraffic", child.initiatorTraffic());
            json.strings("responderTraffic", child.responderTraffic());
            evidence(child.evidence());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void negotiation(Negotiation negotiation) throws IOException {
        json.writeStartObject();
        boolean hasCookies = negotiation.cookies().initiator() != 0;
        json.text("initiatorCookie", hasCookies ? negotiation.cookies().initiatorHex() : "");
        json.text("responderCookie", hasCookies ? negotiation.cookies().responderHex() : "");
        json.text("initiator", negotiation.initiator());
        json.text("responder", negotiation.responder());
        json.text("version", negotiation.module().version());
        json.writeStringField("module", negotiation.module().label());
        json.writeStringField("mode", negotiation.mode().key());
        json.text("authentication", negotiation.authentication());
        json.writeStringField("outcome", negotiation.outcome().key());
        json.writeBooleanField("softSa", negotiation.softSa());
        failure(negotiation.failure());
        payloads.proposals("offered", negotiation.offered());
        payloads.proposals("chosen", negotiation.chosen());
        children(negotiation.children());
        disclosure(negotiation.disclosure());
        json.strings("notes", negotiation.notes());
        json.strings(
                "renewals",
                negotiation.renewals().stream().map(Instant::toString).toList());
        json.writeArrayFieldStart("steps");
        for (Step step : negotiation.steps()) {
            step(step);
        }
        json.writeEndArray();
        json.writeNumberField("droppedSteps", negotiation.droppedSteps());
        evidence(negotiation.steps().stream()
                .flatMap(step -> step.evidence().stream())
                .limit(MAX_EVIDENCE)
                .toList());
        json.writeEndObject();
    }

    private void children(List<ChildSa> children) throws IOException {
        json.strings(
                "childSpis",
                children.stream().map(child -> HEX.toHexDigits(child.spi())).toList());
        json.writeArrayFieldStart("children");
        for (ChildSa child : children) {
            json.writeStartObject();
            json.writeStringField("protocol", child.protocol());
            json.writeStringField("spi", HEX.toHexDigits(child.spi()));
            json.text("source", child.source());
            json.text("destination", child.destination());
            evidence(child.evidence());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void step(Step step) throws IOException {
        json.writeStartObject();
        json.time("time", step.time());
        json.writeStringField(
                "direction",
                switch (step.direction()) {
                    case TO_RESPONDER -> "to-responder";
                    case TO_INITIATOR -> "to-initiator";
                    case LOCAL -> "local";
                });
        json.writeStringField("summary", step.summary());
        json.writeNumberField("repeats", step.repeats());
        evidence(step.evidence());
        json.writeEndObject();
    }

    private void failure(@Nullable Failure failure) throws IOException {
        if (failure == null) {
            json.writeNullField("failure");
            return;
        }
        json.beginFailure(failure);
        evidence(failure.evidence());
        json.writeEndObject();
    }

    private void evidence(List<Evidence> evidence) throws IOException {
        json.strings("evidence", evidence.stream().map(this::label).toList());
    }

    private String label(Evidence evidence) {
        return evidence.source().equals(own)
                ? evidence.label()
                : evidence.source().name() + " " + evidence.label();
    }

    private void numbers(String name, List<Long> numbers) throws IOException {
        json.writeArrayFieldStart(name);
        for (long number : numbers) {
            json.writeNumber(number);
        }
        json.writeEndArray();
    }
}
