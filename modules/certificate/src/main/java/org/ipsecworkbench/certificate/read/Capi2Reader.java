package org.ipsecworkbench.certificate.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsecworkbench.certificate.ChainReport;
import org.ipsecworkbench.certificate.Retrieval;
import org.ipsecworkbench.certificate.TrustError;
import org.ipsecworkbench.ike.EventLimits;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.IkeEvents;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.Source;

/**
 * Events of the log {@code Microsoft-Windows-CAPI2/Operational}, as a binary log or as XML: what CryptoAPI of a host found of chains
 * (11, 30), of revocation (41), and what it could fetch (53). They tell of the context that IKE has, too, which a command does not.
 */
final class Capi2Reader {
    private static final String PROVIDER = "Microsoft-Windows-CAPI2";
    private static final int CHAIN = 11;
    private static final int POLICY = 30;
    private static final int REVOCATION = 41;
    private static final int FETCH = 53;

    /** Characters within which a file of XML says that it is one of events. */
    private static final int HEAD = 8192;

    private static final byte[] BINARY_LOG = "ElfFile".getBytes(ISO_8859_1);

    private final Reading reading;
    private final List<EventRecord> events = new ArrayList<>();
    private final Map<String, List<Retrieval>> fetched = new HashMap<>();

    private Capi2Reader(Reading reading) {
        this.reading = reading;
    }

    /** Whether it is a binary log, or XML in which events begin. */
    static boolean recognises(byte[] content) {
        int length = Math.min(HEAD, content.length);
        boolean isBinary =
                length >= BINARY_LOG.length && new String(content, 0, BINARY_LOG.length, ISO_8859_1).equals("ElfFile");
        // In UTF-16 every other byte is zero.
        return isBinary
                || new String(content, 0, length, ISO_8859_1).replace("\0", "").contains("<Event");
    }

    static void read(byte[] content, int length, Reading reading) {
        new Capi2Reader(reading).read(content, length);
    }

    private void read(byte[] content, int length) {
        Source source = new Source(reading.file(), Source.Kind.EVENTS);
        try {
            IkeEvents.read(
                            new ByteArrayInputStream(content, 0, length),
                            source,
                            EventLimits.DEFAULT,
                            IkeLimits.DEFAULT,
                            explained -> keep(explained.event()))
                    .problems()
                    .forEach(problem -> reading.problem(reading.file() + ", " + problem.where(), problem.what()));
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can always be read", e);
        }
        // A later event is about a later state, and what was read last counts.
        events.sort(Comparator.comparing(EventRecord::time, Comparator.nullsFirst(Comparator.naturalOrder())));
        events.stream().filter(event -> event.id() == FETCH).forEach(this::fetch);
        events.stream().filter(event -> event.id() != FETCH).forEach(this::chain);
        fetched.forEach((task, left) -> reading.add(new ChainReport(
                List.of(new ChainReport.Element(Capi2Text.facts("", ""), Set.of(), left)),
                Set.of(),
                false,
                left.get(0).place())));
        reading.known();
    }

    private void keep(EventRecord event) {
        boolean isOurs = event.provider().equals(PROVIDER)
                && (event.id() == CHAIN || event.id() == POLICY || event.id() == REVOCATION || event.id() == FETCH);
        // What a user's program may fetch or trusts says nothing of the computer.
        boolean isOfUser = Capi2Text.attribute(event, "ChainEngineInfo@context").equals("user");
        if (!isOurs || isOfUser) {
            return;
        }
        if (events.size() < reading.limits().maxCertificates()) {
            events.add(event);
        } else if (events.size() == reading.limits().maxCertificates()) {
            reading.problem(
                    reading.file(), "There are more than " + events.size() + " events; the others were left out.");
        }
    }

    private void fetch(EventRecord event) {
        List<Retrieval> ofTask = fetched.computeIfAbsent(Capi2Text.task(event), task -> new ArrayList<>());
        if (ofTask.size() < reading.limits().maxValues()) {
            ofTask.add(Capi2Text.retrieval(event, place(event), reading));
        }
    }

    private void chain(EventRecord event) {
        Set<TrustError> errors = EnumSet.noneOf(TrustError.class);
        TrustCodes.of(Capi2Text.attribute(event, "Result@value")).ifPresent(errors::add);
        TrustCodes.of(Capi2Text.attribute(event, "RevocationStatus@error")).ifPresent(errors::add);
        errors.addAll(Capi2Text.status(Capi2Text.attribute(event, "CertificateChain/TrustStatus/ErrorStatus@value")));
        List<ChainReport.Element> elements = Capi2Text.elements(event, reading);
        boolean isWhole = event.id() == CHAIN && !elements.isEmpty();
        if (elements.isEmpty()) {
            String leaf = Capi2Text.attribute(event, "Certificate@fileRef");
            String subject = Capi2Text.attribute(event, "Certificate@subjectName");
            elements =
                    List.of(new ChainReport.Element(Capi2Text.facts(leaf, reading.cut(subject)), Set.of(), List.of()));
        }
        // Without an error, an event about a part of the work says nothing of the whole.
        if (isWhole || !errors.isEmpty()) {
            List<Retrieval> ofTask = isWhole ? fetched.remove(Capi2Text.task(event)) : null;
            reading.add(new ChainReport(Capi2Text.with(elements, ofTask), errors, isWhole, place(event)));
        }
    }

    private String place(EventRecord event) {
        String program = Capi2Text.attribute(event, "EventAuxInfo@ProcessName");
        return reading.file() + ", " + event.evidence().label() + (event.time() == null ? "" : " of " + event.time())
                + (program.isEmpty() ? "" : " by " + reading.cut(program));
    }
}
