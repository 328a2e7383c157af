package org.ipsecworkbench.certificate;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ipsecworkbench.certificate.judge.Purposes;
import org.jspecify.annotations.Nullable;

/**
 * All certificates of hosts as a table of comma-separated values (RFC 4180), with a header. Times are ISO 8601 in UTC; one that its
 * source leaves open is an interval, {@code EARLIEST/LATEST}. What a spreadsheet would take for a formula begins with an apostrophe.
 */
public final class CertificateTable {
    private static final String END = "\r\n";

    /** Columns in their order. */
    private static final List<String> COLUMNS = List.of(
            "host",
            "store",
            "location",
            "counts",
            "picked",
            "fitness",
            "why",
            "subject",
            "issuer",
            "serial",
            "thumbprint",
            "template",
            "not_before",
            "not_after",
            "days_left",
            "private_key",
            "key",
            "signature",
            "purposes",
            "names",
            "place");

    private CertificateTable() {}

    /** Writes the table: first those of an owner in the order of the choice, then the others; host by host. */
    public static void write(List<JudgedHost> hosts, Writer out) throws IOException {
        row(COLUMNS, out);
        for (JudgedHost host : hosts) {
            Map<StoredCertificate, Fitness> judged = host.selection().candidates().stream()
                    .collect(Collectors.toMap(Fitness::certificate, Function.identity(), (first, second) -> first));
            for (Fitness fitness : host.selection().candidates()) {
                row(values(host, fitness.certificate(), fitness), out);
            }
            for (StoredCertificate other : host.certificates().stored()) {
                if (!judged.containsKey(other)) {
                    row(values(host, other, null), out);
                }
            }
        }
    }

    private static List<String> values(JudgedHost host, StoredCertificate one, @Nullable Fitness fitness) {
        CertificateFacts facts = one.facts();
        boolean isPicked = fitness != null && fitness.equals(host.selection().picked());
        return List.of(
                host.certificates().name(),
                one.store().name(),
                one.store().location().name().toLowerCase(Locale.ROOT),
                String.valueOf(one.store().isForIke()),
                String.valueOf(isPicked),
                fitness == null ? "" : fitness.standing().label(),
                fitness == null ? "" : host.selection().why(fitness),
                facts.subject(),
                facts.issuer(),
                facts.serial(),
                facts.thumbprint(),
                facts.template(),
                time(facts.notBefore()),
                time(facts.notAfter()),
                Optional.ofNullable(facts.notAfter())
                        .map(end -> String.valueOf(Expiry.days(end, host.now())))
                        .orElse(""),
                one.key().label(),
                facts.key().label(),
                facts.signature(),
                facts.purposes().map(Purposes::words).orElse(""),
                String.join(" ", facts.names()),
                one.place());
    }

    private static String time(@Nullable Moment moment) {
        if (moment == null) {
            return "";
        }
        return moment.isExact() ? moment.earliest().toString() : moment.earliest() + "/" + moment.latest();
    }

    private static void row(List<String> values, Writer out) throws IOException {
        out.write(values.stream().map(CertificateTable::quoted).collect(Collectors.joining(",")) + END);
    }

    private static String quoted(String value) {
        boolean isFormula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 && !value.matches("-\\d+");
        return "\"" + (isFormula ? "'" : "") + value.replace("\"", "\"\"") + "\"";
    }
}
