package org.ipsecworkbench.policyexplorer;

import org.ipsecworkbench.workbench.RowsModel;

/** Columns of the values. */
enum DetailColumn implements RowsModel.Column<Detail> {
    NAME("Name"),
    VALUE("Value"),
    WHERE("Read in");

    private final String title;

    DetailColumn(String title) {
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
    public Object of(Detail row) {
        return switch (this) {
            case NAME -> row.name();
            case VALUE -> row.value();
            case WHERE -> row.where();
        };
    }
}
