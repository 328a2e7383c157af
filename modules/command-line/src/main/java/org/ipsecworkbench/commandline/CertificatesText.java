package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.certificate.CertificateFacts;
import org.ipsecworkbench.certificate.CertificatePath.Link;
import org.ipsecworkbench.certificate.DistinguishedNames;
import org.ipsecworkbench.certificate.Expiry;
import org.ipsecworkbench.certificate.Fitness;
import org.ipsecworkbench.certificate.Fitness.Result;
import org.ipsecworkbench.certificate.Fitness.Standing;
import org.ipsecworkbench.certificate.JudgedHost;
import org.ipsecworkbench.certificate.Moment;
import org.ipsecworkbench.certificate.RevocationFetch.Attempt;
import org.ipsecworkbench.certificate.RevocationList;
import org.ipsecworkbench.certificate.StrongCrlCheck;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** Certificates for people: which one IKE picks, then each with what every rule says that is not met, then what ends. */
final class CertificatesText {
    private static final String END = System.lineSeparator();
    private static final int MAX_EXPIRIES = 10;

    private final Writer out;
    private final Ansi colours;

    private CertificatesText(Writer out, Ansi colours) {
        this.out = out;
        this.colours = colours;
    }

    /**
     * Writes all hosts.
     *
     * @param attempts what was fetched from this computer, or was not, by host
     */
    static void write(List<JudgedHost> hosts, Map<String, List<Attempt>> attempts, Writer out, Ansi colours)
            throws IOException {
        for (int i = 0; i < hosts.size(); i++) {
            if (i > 0) {
                out.write(END);
            }
            JudgedHost host = hosts.get(i);
            new CertificatesText(out, colours)
                    .host(host, attempts.getOrDefault(host.certificates().name(), List.of()));
        }
    }

    private void host(JudgedHost host, List<Attempt> attempts) throws IOException {
        line(host.certificates().name());
        Fitness picked = host.selection().picked();
        if (picked != null) {
            String surely = host.selection().isCertain() ? "IKE PICKS " : "IKE PROBABLY PICKS ";
            line("  " + verdict(surely + picked.certificate().facts().label(), picked.standing()));
        } else if (!host.selection().candidates().isEmpty()) {
            line("  " + verdict("NO CERTIFICATE IS FIT FOR IKE", Standing.BROKEN));
        }
        if (!host.requirement().authority().isEmpty()) {
            line("  The rule asks for a certificate of " + host.requirement().authority() + ".");
        }
        StrongCrlCheck strictness = host.certificates().strictness();
        if (strictness != StrongCrlCheck.UNKNOWN) {
            line("  The host " + strictness.label() + " (strongcrlcheck " + strictness.value() + ").");
        }
        for (Fitness fitness : host.selection().candidates()) {
            certificate(host, fitness);
        }
        fetches(attempts);
        for (RevocationList list : host.certificates().lists()) {
            line("");
            line("  Revocation list of " + DistinguishedNames.label(list.issuer()) + ", from "
                    + time(list.thisUpdate()) + " to " + time(list.nextUpdate()) + ", "
                    + list.revoked().size() + " entries  [" + list.place() + "]");
        }
        expiries(host);
        for (Problem problem : host.certificates().problems()) {
            line("  PROBLEM: " + problem.where() + ": " + problem.what());
        }
    }

    private void certificate(JudgedHost host, Fitness fitness) throws IOException {
        CertificateFacts facts = fitness.certificate().facts();
        line("");
        line(String.format(
                        Locale.ROOT,
                        "  %-16s %s",
                        verdict(fitness.standing().label(), fitness.standing()),
                        facts.label())
                + "  [" + fitness.certificate().place() + "]");
        field("why", host.selection().why(fitness));
        field("issuer", facts.issuer());
        field("valid", time(facts.notBefore()) + " to " + time(facts.notAfter()));
        field(
                "store",
                fitness.certificate().store().label() + "; "
                        + fitness.certificate().key().label());
        field("thumbprint", facts.thumbprint());
        field("template", facts.template());
        for (Result result : fitness.results()) {
            if (result.standing() != Standing.MET) {
                String code = result.standing() == Standing.BROKEN
                        ? " (error " + result.rule().code() + ")"
                        : "";
                field(result.standing().label(), result.why() + code);
            }
        }
        for (Link link : fitness.path().links()) {
            field(
                    "chain",
                    link.certificate().getSubjectX500Principal().getName() + ": "
                            + link.revocation().label() + ". " + link.revocationWhy());
        }
    }

    private void fetches(List<Attempt> attempts) throws IOException {
        if (attempts.isEmpty()) {
            return;
        }
        line("");
        line("  Fetched from this computer, which tells nothing of the host:");
        for (Attempt attempt : attempts) {
            String outcome = attempt.isFetched() ? "fetched" : "NOT FETCHED: " + attempt.why();
            line("    " + attempt.kind().label() + " at " + attempt.url() + ": " + outcome);
        }
    }

    private void expiries(JudgedHost host) throws IOException {
        List<Expiry> coming = Expiry.of(host.certificates()).stream()
                .filter(expiry -> expiry.counts() && expiry.days(host.now()) >= 0)
                .limit(MAX_EXPIRIES)
                .toList();
        if (coming.isEmpty()) {
            return;
        }
        line("");
        line("  What ends next:");
        for (Expiry expiry : coming) {
            line(String.format(
                    Locale.ROOT,
                    "    in %5d days  %s of %s, %s",
                    expiry.days(host.now()),
                    expiry.kind().label(),
                    expiry.label(),
                    expiry.end().label()));
        }
    }

    private static String time(@Nullable Moment moment) {
        return moment == null ? "a time that is not known" : moment.label();
    }

    private void field(String label, String value) throws IOException {
        if (!value.isBlank()) {
            line(String.format(Locale.ROOT, "    %-16s %s", label, value.strip()));
        }
    }

    private String verdict(String words, Standing standing) {
        String style = switch (standing) {
            case MET -> "bold,green";
            case DOUBTFUL, UNKNOWN -> "bold,yellow";
            case BROKEN -> "bold,red";
        };
        // picocli reads marks in the text, which a certificate of somebody else must not bring.
        return colours.enabled() ? colours.string("@|" + style + " " + words.replace("|@", "") + "|@") : words;
    }

    private void line(String text) throws IOException {
        out.write(text.stripTrailing() + END);
    }
}
