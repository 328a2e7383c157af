package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.ipsecworkbench.ike.Certificates;
import org.ipsecworkbench.ike.Payload;
import org.ipsecworkbench.ike.Proposal;

/** Payloads of messages as JSON: {@code type} and {@code name}, then what each sort has. */
final class PayloadJson {
    private final JsonDocument json;

    PayloadJson(JsonDocument json) {
        this.json = json;
    }

    void write(String name, List<Payload> payloads) throws IOException {
        json.writeArrayFieldStart(name);
        for (Payload payload : payloads) {
            json.writeStartObject();
            json.writeNumberField("type", payload.header().type());
            json.writeStringField("name", payload.header().name());
            if (payload.header().critical()) {
                json.writeBooleanField("critical", true);
            }
            body(payload);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void body(Payload payload) throws IOException {
        if (payload instanceof Payload.SecurityAssociation sa) {
            proposals("proposals", sa.proposals());
        } else if (payload instanceof Payload.VendorId id) {
            json.writeStringField("vendorId", id.id().hex());
            json.text("vendor", id.vendor());
        } else if (payload instanceof Payload.Notify notify) {
            notification(notify);
        } else if (payload instanceof Payload.KeyExchange exchange) {
            if (exchange.group() > 0) {
                json.writeNumberField("group", exchange.group());
            }
            json.writeNumberField("bytes", exchange.data().length());
        } else if (payload instanceof Payload.Identification id) {
            json.writeStringField("idType", id.idTypeName());
            json.writeStringField("id", id.text());
            if (id.protocol() > 0) {
                json.writeNumberField("protocol", id.protocol());
                json.writeNumberField("port", id.port());
            }
        } else if (payload instanceof Payload.Certificate certificate) {
            certificate(certificate);
        } else if (payload instanceof Payload.CertificateRequest request) {
            json.writeStringField("encoding", request.encodingName());
            json.strings("authorities", request.authorities());
        } else if (payload instanceof Payload.Authentication authentication) {
            json.writeStringField("method", authentication.methodName());
        } else if (payload instanceof Payload.Delete delete) {
            json.writeStringField("protocol", delete.protocol());
            json.strings("spis", delete.spis());
        } else {
            rest(payload);
        }
    }

    private void rest(Payload payload) throws IOException {
        if (payload instanceof Payload.TrafficSelectors selectors) {
            json.strings(
                    "selectors",
                    selectors.selectors().stream()
                            .map(one -> one.start() + "-" + one.end() + " protocol " + one.protocol() + " ports "
                                    + one.startPort() + "-" + one.endPort())
                            .toList());
        } else if (payload instanceof Payload.Configuration configuration) {
            json.writeNumberField("configType", configuration.configType());
            json.strings("attributes", configuration.attributes());
        } else if (payload instanceof Payload.Eap eap) {
            json.writeNumberField("code", eap.code());
            json.text("method", eap.methodName());
        } else if (payload instanceof Payload.NatDetection detection) {
            json.writeStringField("hash", detection.hash().hex());
        } else if (payload instanceof Payload.NatOriginalAddress original) {
            json.writeStringField("address", original.address());
        } else if (payload instanceof Payload.Fragment fragment) {
            json.writeNumberField("fragment", fragment.number());
            if (fragment.total() > 0) {
                json.writeNumberField("fragments", fragment.total());
            }
        } else if (payload instanceof Payload.GssToken token) {
            json.text("mechanism", token.mechanism());
            json.writeNumberField("bytes", token.data().length());
        } else if (payload instanceof Payload.Encrypted encrypted) {
            json.writeNumberField("bytes", encrypted.data().length());
        } else if (payload instanceof Payload.Opaque opaque) {
            json.writeStringField("data", opaque.data().hex());
        }
    }

    private void notification(Payload.Notify notify) throws IOException {
        json.writeNumberField("notifyType", notify.notifyType());
        json.writeStringField("notifyName", notify.notifyName());
        json.text("spi", notify.spi());
        if (notify.win32() != 0) {
            json.writeNumberField("win32", notify.win32());
        }
        if (notify.data().length() > 0) {
            json.writeStringField("data", notify.data().hex());
        }
    }

    private void certificate(Payload.Certificate payload) throws IOException {
        json.writeStringField("encoding", payload.encodingName());
        Optional<X509Certificate> read = Certificates.x509(payload);
        if (read.isPresent()) {
            X509Certificate certificate = read.get();
            json.writeStringField(
                    "subject", certificate.getSubjectX500Principal().getName());
            json.writeStringField("issuer", certificate.getIssuerX500Principal().getName());
            json.writeStringField(
                    "notBefore", certificate.getNotBefore().toInstant().toString());
            json.writeStringField(
                    "notAfter", certificate.getNotAfter().toInstant().toString());
        }
    }

    void proposals(String name, List<Proposal> proposals) throws IOException {
        json.writeArrayFieldStart(name);
        for (Proposal proposal : proposals) {
            json.writeStartObject();
            json.writeNumberField("number", proposal.number());
            json.writeStringField("protocol", proposal.protocol());
            json.writeStringField("spi", proposal.spi());
            json.writeArrayFieldStart("transforms");
            for (Proposal.Transform transform : proposal.transforms()) {
                json.writeStartObject();
                json.writeNumberField("number", transform.number());
                if (transform.type() > 0) {
                    json.writeNumberField("type", transform.type());
                }
                json.writeNumberField("id", transform.id());
                json.writeObjectFieldStart("attributes");
                for (Proposal.Attribute attribute : transform.attributes()) {
                    attribute(attribute);
                }
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void attribute(Proposal.Attribute attribute) throws IOException {
        if (attribute.meaning().isEmpty() || attribute.name().equals("group")) {
            json.writeNumberField(attribute.name(), attribute.number());
        } else {
            json.writeStringField(attribute.name(), attribute.meaning());
        }
    }
}
