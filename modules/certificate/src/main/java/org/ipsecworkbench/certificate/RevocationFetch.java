package org.ipsecworkbench.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.certificate.CertificateSources.Document;
import org.ipsecworkbench.certificate.Retrieval.Kind;
import org.ipsecworkbench.certificate.fetch.Fetcher;
import org.ipsecworkbench.certificate.fetch.Fetcher.Reply;
import org.ipsecworkbench.certificate.fetch.Question;
import org.ipsecworkbench.certificate.path.Material;
import org.ipsecworkbench.certificate.path.PathFinder;

/**
 * Revocation lists and answers of OCSP fetched from this computer, where somebody asked for that. They tell whether a certificate was
 * revoked; whether a host can fetch them tells only that host ({@code certutil -verify -urlfetch} there).
 *
 * @param host what was known before, with the lists and answers that were fetched
 * @param attempts one for each address, in the order of the certificates
 */
public record RevocationFetch(HostCertificates host, List<Attempt> attempts) {
    /** Copies the list. */
    public RevocationFetch {
        attempts = List.copyOf(attempts);
    }

    /**
     * What came of one address.
     *
     * @param kind what was asked for
     * @param url where, as the certificate or its authority names it
     * @param why nothing of use was fetched, as a clause; empty where it was
     * @param took how long
     */
    public record Attempt(Kind kind, String url, String why, Duration took) {
        /** Whether a list or an answer came that can be read. Whether it holds says the judgement of the certificate. */
        public boolean isFetched() {
            return why.isEmpty();
        }
    }

    /**
     * Asks the addresses that the own certificates of a host and the authorities above them name, by HTTP, one after another. Blocks
     * for the time of the limits at most; not for the event thread.
     *
     * @param now for which chains are built
     * @throws InterruptedException if the thread is told to stop
     */
    public static RevocationFetch of(HostCertificates host, Instant now, FetchLimits limits)
            throws InterruptedException {
        Map<String, Question> questions = new LinkedHashMap<>();
        PathFinder paths = new PathFinder(Material.of(host), now);
        for (StoredCertificate one : host.personal()) {
            one.x509()
                    .map(paths::find)
                    .ifPresent(path ->
                            Question.of(path).forEach(question -> questions.putIfAbsent(question.key(), question)));
        }
        Fetcher fetcher = new Fetcher(limits);
        List<Attempt> attempts = new ArrayList<>();
        HostCertificates all = host;
        for (Question question : questions.values()) {
            long begin = System.nanoTime();
            Reply reply = attempts.size() < limits.maxAddresses()
                    ? fetcher.fetch(question)
                    : Reply.failed("not tried, since there are more than " + limits.maxAddresses() + " addresses");
            String why = reply.why();
            byte[] body = reply.body();
            if (body != null) {
                HostCertificates found = CertificateSources.parse(
                        host.name(),
                        List.of(new Document(question.url(), body)),
                        CertificateLimits.DEFAULT,
                        CertificateSources.Passwords.NONE);
                why = question.unreadable(found);
                all = why.isEmpty() ? all.and(found) : all;
            }
            attempts.add(
                    new Attempt(question.kind(), question.url(), why, Duration.ofNanos(System.nanoTime() - begin)));
        }
        return new RevocationFetch(all, attempts);
    }
}
