package org.ipsecworkbench.certificateinspector;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.ipsecworkbench.certificate.CertificateFacts;
import org.ipsecworkbench.certificate.CertificatePath;
import org.ipsecworkbench.certificate.CertificatePath.Link;
import org.ipsecworkbench.certificate.ChainReport;
import org.ipsecworkbench.certificate.DistinguishedNames;
import org.ipsecworkbench.certificate.HostCertificates;
import org.ipsecworkbench.certificate.Retrieval;
import org.ipsecworkbench.certificate.TrustError;
import org.ipsecworkbench.workbench.Mark;

/**
 * One certificate of a chain, as it stands in the tree.
 *
 * @param words its name and whether it was revoked
 * @param status all that is known of it, in lines
 */
record PathNode(String words, Mark mark, String status) {
    /**
     * The chain of a certificate, from the root down: as it was built, or as the host reported it where only a listing is there.
     */
    static List<PathNode> of(CertificateRow row) {
        HostCertificates host = row.host().certificates();
        CertificateFacts facts = row.certificate().facts();
        List<PathNode> nodes = new ArrayList<>();
        List<Link> links =
                row.fitness() == null ? List.of() : row.fitness().path().links();
        if (!links.isEmpty()) {
            links.forEach(link -> nodes.add(of(link, row.host().now())));
        } else {
            host.report(facts)
                    .ifPresent(report ->
                            report.elements().forEach(element -> nodes.add(of(element, report.isWhole()))));
        }
        if (nodes.isEmpty()) {
            nodes.add(new PathNode(
                    facts.label(),
                    Mark.INCONCLUSIVE,
                    row.section() == Section.AUTHORITY
                            ? "An authority. Chains are built for certificates of owners."
                            : "Nothing was read of its chain."));
        }
        Collections.reverse(nodes);
        return nodes;
    }

    private static PathNode of(Link link, Instant now) {
        String name = DistinguishedNames.label(
                link.certificate().getSubjectX500Principal().getName());
        boolean hasEnded = link.certificate().getNotAfter().toInstant().isBefore(now);
        Mark mark = switch (link.revocation()) {
            case GOOD, NOT_APPLICABLE -> hasEnded ? Mark.FAILED : Mark.SUCCEEDED;
            case REVOKED -> Mark.FAILED;
            case UNKNOWN -> hasEnded ? Mark.FAILED : Mark.INCONCLUSIVE;
        };
        String state = link.revocation().label() + (hasEnded ? ", has ended" : "");
        String status = link.certificate().getSubjectX500Principal().getName()
                + "\nEnds " + link.certificate().getNotAfter().toInstant()
                + (hasEnded ? ", so it has ended" : "")
                + "\nState: " + link.revocation().label() + "."
                + (link.revocationWhy().isEmpty() ? "" : " " + link.revocationWhy());
        return new PathNode(name + " – " + state, mark, status);
    }

    private static PathNode of(ChainReport.Element element, boolean isWhole) {
        boolean isOpen = element.errors().stream().allMatch(TrustError::isUndetermined);
        String errors =
                element.errors().stream().sorted().map(TrustError::label).collect(Collectors.joining(", "));
        String state = !errors.isEmpty() ? errors : isWhole ? "no error reported" : "its status was not in the report";
        Mark mark = errors.isEmpty()
                ? (isWhole ? Mark.SUCCEEDED : Mark.INCONCLUSIVE)
                : isOpen ? Mark.INCONCLUSIVE : Mark.FAILED;
        String retrievals = element.retrievals().stream().map(PathNode::words).collect(Collectors.joining());
        return new PathNode(
                element.facts().label() + " – " + state,
                mark,
                element.facts().subject() + "\nThe host reports: " + state + "." + retrievals);
    }

    private static String words(Retrieval retrieval) {
        String outcome = switch (retrieval.outcome()) {
            case FETCHED -> "fetched";
            case FAILED -> "not fetched" + (retrieval.codeName().isEmpty() ? "" : " (" + retrieval.codeName() + ")");
            case NO_ADDRESS -> "no address";
        };
        return "\n" + retrieval.kind().label() + ": " + outcome
                + (retrieval.url().isEmpty() ? "" : ", " + retrieval.url());
    }

    /** What is to be said of the whole chain. */
    static String summary(CertificateRow row) {
        if (row.fitness() == null) {
            return "";
        }
        CertificatePath path = row.fitness().path();
        String outcome = switch (path.outcome()) {
            case TRUSTED -> "The chain holds and ends at a root that the host trusts.";
            case UNTRUSTED_ROOT -> "The chain ends at a root that the host does not trust.";
            case PARTIAL -> "An issuer is missing, so the chain does not reach a root.";
            case INVALID -> "The chain does not hold.";
            case UNKNOWN -> "Whether the chain holds is not known.";
        };
        return path.why().isEmpty() ? outcome : outcome + " " + path.why();
    }

    @Override
    public String toString() {
        return words;
    }
}
