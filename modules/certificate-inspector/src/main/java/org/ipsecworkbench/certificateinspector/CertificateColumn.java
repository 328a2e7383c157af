package org.ipsecworkbench.certificateinspector;

import java.time.Instant;
import java.util.Comparator;
import org.ipsecworkbench.certificate.Moment;
import org.ipsecworkbench.workbench.RowsModel;
import org.jspecify.annotations.Nullable;

/** Columns of the table of certificates. Of a heading, the first one has its words and the others nothing. */
enum CertificateColumn implements RowsModel.Column<Line> {
    SUBJECT("Subject", String.class),
    HOST("Host", String.class),
    FITNESS("Fitness for IKE", FitnessWords.class),
    PICK("IKE …", CertificateRow.Pick.class),
    LIFETIME("Left", Lifetime.class),
    END("Ends (UTC)", Moment.class),
    ISSUER("Issuer", String.class),
    TEMPLATE("Template", String.class),
    WHY("Why", String.class);

    private final String title;
    private final Class<?> type;

    CertificateColumn(String title, Class<?> type) {
        this.title = title;
        this.type = type;
    }

    private interface Text {
        String of(CertificateRow row);
    }

    private static Comparator<CertificateRow> text(Text text) {
        return (one, other) -> String.CASE_INSENSITIVE_ORDER.compare(text.of(one), text.of(other));
    }

    private static <T extends Comparable<T>> Comparator<T> last() {
        return Comparator.nullsLast(Comparator.naturalOrder());
    }

    private static @Nullable Instant end(CertificateRow row) {
        Moment end = row.end();
        return end == null ? null : end.earliest();
    }

    /** How it sorts. */
    Comparator<CertificateRow> order() {
        return switch (this) {
            case SUBJECT -> text(CertificateRow::subject);
            case HOST -> text(CertificateRow::hostName);
            case FITNESS -> Comparator.comparing(CertificateRow::words);
            case PICK -> Comparator.comparing(CertificateRow::pick);
            case LIFETIME -> Comparator.comparing(CertificateRow::lifetime, last());
            case END -> Comparator.comparing(CertificateColumn::end, last());
            case ISSUER -> text(CertificateRow::issuer);
            case TEMPLATE -> text(row -> row.certificate().facts().template());
            case WHY -> text(CertificateRow::why);
        };
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
    public @Nullable Object of(Line line) {
        if (line instanceof Line.Entry entry) {
            return of(entry.row());
        }
        return this == SUBJECT && line instanceof Line.Heading heading ? heading.words() : null;
    }

    private @Nullable Object of(CertificateRow row) {
        return switch (this) {
            case SUBJECT -> row.subject();
            case HOST -> row.hostName();
            case FITNESS -> row.words();
            case PICK -> row.pick() == CertificateRow.Pick.NONE ? null : row.pick();
            case LIFETIME -> row.lifetime();
            case END -> row.end();
            case ISSUER -> row.issuer();
            case TEMPLATE -> row.certificate().facts().template();
            case WHY -> row.why();
        };
    }
}
