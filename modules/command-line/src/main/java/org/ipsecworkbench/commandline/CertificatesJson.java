package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipsecworkbench.certificate.CertificateFacts;
import org.ipsecworkbench.certificate.CertificatePath.Link;
import org.ipsecworkbench.certificate.ChainReport;
import org.ipsecworkbench.certificate.Expiry;
import org.ipsecworkbench.certificate.Fitness;
import org.ipsecworkbench.certificate.Fitness.Result;
import org.ipsecworkbench.certificate.HostCertificates;
import org.ipsecworkbench.certificate.JudgedHost;
import org.ipsecworkbench.certificate.Moment;
import org.ipsecworkbench.certificate.OcspAnswer;
import org.ipsecworkbench.certificate.Retrieval;
import org.ipsecworkbench.certificate.RevocationFetch.Attempt;
import org.ipsecworkbench.certificate.RevocationList;
import org.ipsecworkbench.certificate.StoredCertificate;
import org.ipsecworkbench.certificate.StrongCrlCheck;
import org.ipsecworkbench.certificate.TrustError;
import org.jspecify.annotations.Nullable;

/** Certificates as {@code ipsecwb/certificates/1}; what was not read is null. */
final class CertificatesJson {
    private final JsonDocument json;

    private CertificatesJson(JsonDocument json) {
        this.json = json;
    }

    /**
     * Writes all hosts.
     *
     * @param attempts what was fetched from this computer, or was not, by host
     */
    static void write(List<JudgedHost> hosts, Map<String, List<Attempt>> attempts, Writer out) throws IOException {
        try (JsonDocument json = new JsonDocument(out, "ipsecwb/certificates/1")) {
            json.writeArrayFieldStart("hosts");
            for (JudgedHost host : hosts) {
                new CertificatesJson(json)
                        .host(host, attempts.getOrDefault(host.certificates().name(), List.of()));
            }
            json.writeEndArray();
        }
    }

    private void host(JudgedHost host, List<Attempt> attempts) throws IOException {
        HostCertificates all = host.certificates();
        Fitness picked = host.selection().picked();
        json.writeStartObject();
        json.writeStringField("host", all.name());
        json.writeStringField("at", host.now().toString());
        json.text("authority", host.requirement().authority());
        if (all.strictness() == StrongCrlCheck.UNKNOWN) {
            json.writeNullField("strongCrlCheck");
        } else {
            json.writeNumberField("strongCrlCheck", all.strictness().value());
        }
        json.text("picked", picked == null ? "" : picked.certificate().facts().thumbprint());
        json.writeBooleanField("certain", host.selection().isCertain());
        json.writeArrayFieldStart("certificates");
        for (Fitness fitness : host.selection().candidates()) {
            certificate(host, fitness);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("authorities");
        List<StoredCertificate> own = all.personal();
        for (StoredCertificate one : all.stored()) {
            if (!own.contains(one)) {
                json.writeStartObject();
                facts(one);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        chains(all);
        revocation(all);
        json.writeArrayFieldStart("fetches");
        for (Attempt attempt : attempts) {
            json.writeStartObject();
            json.writeStringField("kind", key(attempt.kind()));
            json.writeStringField("url", attempt.url());
            json.writeBooleanField("fetched", attempt.isFetched());
            json.text("why", attempt.why());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("forecast");
        for (Expiry expiry : Expiry.of(all)) {
            json.writeStartObject();
            json.writeStringField("kind", key(expiry.kind()));
            json.writeStringField("label", expiry.label());
            moment("end", expiry.end());
            json.writeNumberField("days", expiry.days(host.now()));
            json.writeBooleanField("counts", expiry.counts());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.problems(all.problems());
        json.writeEndObject();
    }

    private void certificate(JudgedHost host, Fitness fitness) throws IOException {
        json.writeStartObject();
        facts(fitness.certificate());
        json.writeStringField("fitness", key(fitness.standing()));
        json.writeStringField("why", host.selection().why(fitness));
        json.writeArrayFieldStart("rules");
        for (Result result : fitness.results()) {
            json.writeStartObject();
            json.writeStringField("rule", key(result.rule()));
            json.writeStringField("standing", key(result.standing()));
            json.writeStringField("why", result.why());
            json.number(
                    "code",
                    result.standing() == Fitness.Standing.BROKEN ? result.rule().code() : 0);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("path");
        json.writeStringField("outcome", key(fitness.path().outcome()));
        json.text("why", fitness.path().why());
        json.writeArrayFieldStart("links");
        for (Link link : fitness.path().links()) {
            json.writeStartObject();
            json.writeStringField(
                    "subject", link.certificate().getSubjectX500Principal().getName());
            json.writeStringField("revocation", key(link.revocation()));
            json.text("why", link.revocationWhy());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void facts(StoredCertificate one) throws IOException {
        CertificateFacts facts = one.facts();
        json.text("subject", facts.subject());
        json.text("issuer", facts.issuer());
        json.text("serial", facts.serial());
        json.text("thumbprint", facts.thumbprint());
        json.text("template", facts.template());
        json.writeObjectFieldStart("store");
        json.writeStringField("location", key(one.store().location()));
        json.writeStringField("name", one.store().name());
        json.writeBooleanField("counts", one.store().isForIke());
        json.writeEndObject();
        json.writeStringField("place", one.place());
        moment("notBefore", facts.notBefore());
        moment("notAfter", facts.notAfter());
        json.writeStringField("privateKey", key(one.key()));
        json.text("key", facts.key().label());
        json.text("signature", facts.signature());
        if (facts.purposes().isPresent()) {
            json.strings("purposes", facts.purposes().get());
        } else {
            json.writeNullField("purposes");
        }
        json.strings("names", facts.names());
        json.strings("revocationLists", facts.crls());
        json.strings("responders", facts.responders());
    }

    private void chains(HostCertificates all) throws IOException {
        json.writeArrayFieldStart("chains");
        for (ChainReport chain : all.chains()) {
            json.writeStartObject();
            json.writeStringField("place", chain.place());
            json.writeBooleanField("whole", chain.isWhole());
            errors(chain.orderedErrors());
            json.writeArrayFieldStart("elements");
            for (ChainReport.Element element : chain.elements()) {
                json.writeStartObject();
                json.text("subject", element.facts().subject());
                json.text("thumbprint", element.facts().thumbprint());
                errors(element.errors());
                json.writeArrayFieldStart("retrievals");
                for (Retrieval retrieval : element.retrievals()) {
                    json.writeStartObject();
                    json.writeStringField("kind", key(retrieval.kind()));
                    json.text("url", retrieval.url());
                    json.writeStringField("outcome", key(retrieval.outcome()));
                    json.text("code", retrieval.code() == 0 ? "" : "0x" + Integer.toHexString(retrieval.code()));
                    json.text("codeName", retrieval.codeName());
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void errors(Iterable<TrustError> errors) throws IOException {
        json.writeArrayFieldStart("errors");
        for (TrustError error : errors) {
            json.writeString(error.dotNet());
        }
        json.writeEndArray();
    }

    private void revocation(HostCertificates all) throws IOException {
        json.writeArrayFieldStart("revocationLists");
        for (RevocationList list : all.lists()) {
            json.writeStartObject();
            json.text("issuer", list.issuer());
            json.text("number", list.number());
            moment("thisUpdate", list.thisUpdate());
            moment("nextUpdate", list.nextUpdate());
            json.writeNumberField("entries", list.revoked().size());
            json.writeStringField("place", list.place());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("ocspAnswers");
        for (OcspAnswer answer : all.answers()) {
            json.writeStartObject();
            json.writeStringField("serial", answer.serial());
            json.writeStringField("state", key(answer.state()));
            json.text("responder", answer.responder());
            moment("thisUpdate", answer.thisUpdate());
            moment("nextUpdate", answer.nextUpdate());
            json.writeStringField("place", answer.place());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.strings("cachedUrls", all.cached());
    }

    /** An exact time, or the two between which it lies. */
    private void moment(String name, @Nullable Moment moment) throws IOException {
        if (moment == null || moment.isExact()) {
            json.time(name, moment == null ? null : moment.earliest());
        } else {
            json.writeObjectFieldStart(name);
            json.writeStringField("earliest", moment.earliest().toString());
            json.writeStringField("latest", moment.latest().toString());
            json.writeEndObject();
        }
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
