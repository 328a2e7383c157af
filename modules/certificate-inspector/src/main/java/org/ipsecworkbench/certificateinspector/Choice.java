package org.ipsecworkbench.certificateinspector;

import org.openide.util.NbBundle.Messages;

/** Which certificates are shown. */
@Messages({
    "CTL_AllOfThem=All certificates",
    "CTL_WithoutAuthorities=Without authorities",
    "CTL_Usable=Those that IKE can use",
    "CTL_Attention=Those that need attention"
})
enum Choice {
    ALL(Bundle.CTL_AllOfThem()),
    WITHOUT_AUTHORITIES(Bundle.CTL_WithoutAuthorities()),
    USABLE(Bundle.CTL_Usable()),
    ATTENTION(Bundle.CTL_Attention());

    private final String label;

    Choice(String label) {
        this.label = label;
    }

    boolean takes(CertificateRow row) {
        return switch (this) {
            case ALL -> true;
            case WITHOUT_AUTHORITIES -> row.section() != Section.AUTHORITY;
            case USABLE -> row.fitness() != null && row.fitness().isUsable();
            case ATTENTION -> row.needsAttention();
        };
    }

    @Override
    public String toString() {
        return label;
    }
}
