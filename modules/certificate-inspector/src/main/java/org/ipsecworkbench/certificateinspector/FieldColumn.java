package org.ipsecworkbench.certificateinspector;

import org.ipsecworkbench.certificate.CertificateField;
import org.ipsecworkbench.workbench.RowsModel;

/** Columns of the fields of a certificate. */
enum FieldColumn implements RowsModel.Column<CertificateField> {
    FIELD("Field"),
    VALUE("Value");

    private final String title;

    FieldColumn(String title) {
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
    public Object of(CertificateField field) {
        return this == FIELD ? field.name() : field.value();
    }
}
