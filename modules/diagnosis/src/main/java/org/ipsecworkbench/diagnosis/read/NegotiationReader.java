package org.ipsecworkbench.diagnosis.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.Need;
import org.ipsecworkbench.diagnosis.SeenNegotiation;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.ike.EventLimits;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.IkeEvents;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.IkeWfp;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.OakleyLimits;
import org.ipsecworkbench.ike.OakleyLogs;
import org.ipsecworkbench.ike.Outcome;
import org.ipsecworkbench.ike.Source;

/**
 * Reads the negotiations that a host's events and its log of IKE tell of, by the engine of key negotiations. Events of Windows
 * Server 2003 are listed by its own script, whose words are those of its language.
 */
public final class NegotiationReader {
    private NegotiationReader() {}

    /** In the order of the listings, each by time; empty where the host was not asked, or there are none. */
    public static List<SeenNegotiation> read(HostEvidence host, List<String> addresses) {
        List<SeenNegotiation> seen = new ArrayList<>();
        for (Need need :
                List.of(Commands.NET_EVENTS, Commands.AUDIT_EVENTS, Commands.FAILED_2003, Commands.ESTABLISHED_2003)) {
            host.answer(need)
                    .filter(answer -> answer.ending().exitCode().orElse(1) == 0)
                    .ifPresent(answer -> read(answer.outputText(), need).negotiations().stream()
                            .filter(one -> one.failure() != null || one.outcome() == Outcome.ESTABLISHED)
                            .forEach(one -> seen.add(seen(host, addresses, need, one))));
        }
        host.answer(Commands.IKE_LOG)
                .filter(answer -> answer.ending().exitCode().orElse(1) == 0)
                .ifPresent(answer -> log(answer).negotiations().stream()
                        .filter(one -> one.failure() != null || one.outcome() == Outcome.ESTABLISHED)
                        .forEach(one -> seen.add(seen(host, addresses, Commands.IKE_LOG, one))));
        return seen;
    }

    /** Its lines have no year and no zone: they were written before the answer, in what is taken for UTC. */
    private static IkeReport log(Transcript answer) {
        byte[] bytes = answer.output();
        try {
            return OakleyLogs.read(
                            new ByteArrayInputStream(bytes),
                            bytes.length,
                            new Source(Commands.IKE_LOG.line(), Source.Kind.OAKLEY),
                            LocalDate.ofInstant(answer.started(), ZoneOffset.UTC)
                                    .plusDays(1),
                            ZoneOffset.UTC,
                            OakleyLimits.DEFAULT,
                            IkeLimits.DEFAULT,
                            ScanMonitor.NONE)
                    .report();
        } catch (IOException e) {
            throw new IllegalStateException("memory was read", e);
        }
    }

    private static IkeReport read(String text, Need need) {
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        try {
            return need.equals(Commands.NET_EVENTS)
                    ? IkeWfp.read(
                            in,
                            new Source(need.line(), Source.Kind.WFP),
                            EventLimits.DEFAULT,
                            IkeLimits.DEFAULT,
                            event -> {})
                    : IkeEvents.read(
                            in,
                            new Source(need.line(), Source.Kind.EVENTS),
                            EventLimits.DEFAULT,
                            IkeLimits.DEFAULT,
                            event -> {});
        } catch (IOException e) {
            throw new IllegalStateException("memory was read", e);
        }
    }

    private static SeenNegotiation seen(HostEvidence host, List<String> addresses, Need need, Negotiation one) {
        // A log of the host itself names the other one only.
        boolean isInitiator = addresses.contains(one.initiator())
                || !addresses.contains(one.responder()) && !one.responder().isEmpty();
        Failure failure = one.failure();
        String place = failure == null || failure.evidence().isEmpty()
                ? ""
                : failure.evidence().get(0).label();
        Failure.Code code = failure == null ? null : failure.code();
        String text = failure == null
                ? one.outcome().label()
                : (code == null ? "" : code.value() + " ")
                        + failure.failureClass().label();
        return new SeenNegotiation(
                isInitiator ? one.responder() : one.initiator(),
                isInitiator,
                failure,
                new Evidence(host.name(), need.shown(), place, text));
    }
}
