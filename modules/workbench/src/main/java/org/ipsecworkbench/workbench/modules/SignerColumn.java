package org.ipsecworkbench.workbench.modules;

import java.util.Map;
import org.ipsecworkbench.workbench.RowsModel;
import org.openide.util.NbBundle.Messages;

/** What the table of trusted signers shows of each: entries are names by fingerprints. */
@Messages({"CTL_SignerName=Signer", "CTL_SignerFingerprint=SHA-256 of the certificate"})
enum SignerColumn implements RowsModel.Column<Map.Entry<String, String>> {
    NAME(Bundle.CTL_SignerName()),
    FINGERPRINT(Bundle.CTL_SignerFingerprint());

    private final String title;

    SignerColumn(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Class<?> type() {
        return String.class;
    }

    @Override
    public Object of(Map.Entry<String, String> row) {
        return this == NAME ? row.getValue() : row.getKey();
    }
}
