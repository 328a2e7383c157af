package org.ipsecworkbench.certificateinspector;

import org.ipsecworkbench.certificate.Moment;
import org.ipsecworkbench.workbench.RowsModel;

/** Columns of what ends. */
enum ExpiryColumn implements RowsModel.Column<ExpiryRow> {
    END("Ends (UTC)", Moment.class),
    LEFT("Left", Lifetime.class),
    SIGN("Kind", Sign.class),
    LABEL("What", String.class),
    HOST("Host", String.class);

    private final String title;
    private final Class<?> type;

    ExpiryColumn(String title, Class<?> type) {
        this.title = title;
        this.type = type;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Class<?> type() {
        return type;
    }

    @Override
    public Object of(ExpiryRow row) {
        return switch (this) {
            case END -> row.expiry().end();
            case LEFT -> row.lifetime();
            case SIGN -> row.sign();
            case LABEL -> row.expiry().label();
            case HOST -> row.expiry().host();
        };
    }
}
