package org.ipsecworkbench.ikelogbrowser.list;

import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ikelogbrowser.detail.Ending;
import org.ipsecworkbench.ikelogbrowser.detail.Words;
import org.ipsecworkbench.workbench.Addresses;
import org.ipsecworkbench.workbench.RowsModel;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/** What a row is asked for, column by column, and how negotiations are ordered by it. */
@Messages({
    "COL_Outcome=Outcome",
    "COL_Initiator=Initiator",
    "COL_Responder=Responder",
    "COL_Failure=Cause",
    "COL_Exchange=Exchange",
    "COL_Start=Start"
})
enum ListColumn implements RowsModel.Column<Row> {
    OUTCOME(Bundle.COL_Outcome(), Row.class, row -> row),
    FAILURE(Bundle.COL_Failure(), String.class, row -> Words.failure(row.shown())),
    INITIATOR(Bundle.COL_Initiator(), String.class, row -> row.shown().initiator()),
    RESPONDER(Bundle.COL_Responder(), String.class, row -> row.shown().responder()),
    START(Bundle.COL_Start(), Instant.class, row -> row.shown().start()),
    EXCHANGE(Bundle.COL_Exchange(), String.class, row -> Words.exchange(row.shown()));

    private final String title;
    private final Class<?> type;

    @SuppressWarnings("ImmutableEnumChecker") // all are method references or capture nothing
    private final Function<Row, @Nullable Object> value;

    ListColumn(String title, Class<?> type, Function<Row, @Nullable Object> value) {
        this.title = title;
        this.type = type;
        this.value = value;
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
    public @Nullable Object of(Row row) {
        return value.apply(row);
    }

    Comparator<Negotiation> order() {
        return switch (this) {
            case OUTCOME -> Comparator.comparing(Ending::of);
            case FAILURE -> Comparator.comparing(Words::failure);
            case INITIATOR -> Comparator.comparing(Negotiation::initiator, new Addresses());
            case RESPONDER -> Comparator.comparing(Negotiation::responder, new Addresses());
            case START -> Comparator.comparing(ListColumn::start);
            case EXCHANGE -> Comparator.comparing(Words::exchange);
        };
    }

    private static Instant start(Negotiation one) {
        Instant start = one.start();
        return start == null ? Instant.MAX : start;
    }
}
