package org.ipsecworkbench.certificateinspector;

import java.util.Comparator;
import org.openide.util.NbBundle.Messages;

/** By what certificates are put together. Those of users and services stand apart in each. */
@Messages({
    "CTL_ByHost=Host and store",
    "CTL_ByIssuer=Issuer",
    "CTL_ByFitness=Fitness",
    "CTL_ByTemplate=Template",
    "CTL_Ungrouped=Nothing",
    "LBL_NoTemplate=no template",
    "# {0} - host",
    "# {1} - store",
    "LBL_HostStore={0}, {1}"
})
enum Grouping {
    HOST(Bundle.CTL_ByHost()),
    ISSUER(Bundle.CTL_ByIssuer()),
    FITNESS(Bundle.CTL_ByFitness()),
    TEMPLATE(Bundle.CTL_ByTemplate()),
    NOTHING(Bundle.CTL_Ungrouped());

    /** Behind all names. */
    private static final String LAST = "\uffff";

    private final String label;

    Grouping(String label) {
        this.label = label;
    }

    /**
     * The group of a certificate.
     *
     * @param name groups are sorted by it, then by rank
     * @param title for people; a group without one has no heading
     */
    record Group(String name, int rank, String title, String note) implements Comparable<Group> {
        private static final Comparator<Group> ORDER = Comparator.comparing(Group::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Group::name)
                .thenComparing(Group::rank);

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }

        /** Equal for the same group. */
        String key() {
            return name + "\n" + rank;
        }
    }

    /** Where a certificate belongs. */
    Group of(CertificateRow row) {
        Section section = row.section();
        if (this == HOST) {
            String title = Bundle.LBL_HostStore(row.hostName(), section.label());
            return new Group(row.hostName(), section.ordinal(), title, section.why());
        }
        if (!section.counts()) {
            return new Group(LAST, section.ordinal(), section.label(), section.why());
        }
        return switch (this) {
            case ISSUER -> new Group(row.issuer(), 0, row.issuer(), "");
            case FITNESS -> new Group("", row.words().rank(), row.words().words(), "");
            case TEMPLATE -> {
                String template = row.certificate().facts().template();
                yield new Group(template, 0, template.isEmpty() ? Bundle.LBL_NoTemplate() : template, "");
            }
            case HOST, NOTHING -> new Group("", 0, "", "");
        };
    }

    @Override
    public String toString() {
        return label;
    }
}
