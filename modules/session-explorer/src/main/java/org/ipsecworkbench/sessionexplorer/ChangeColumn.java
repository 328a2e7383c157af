package org.ipsecworkbench.sessionexplorer;

import java.util.function.Function;
import org.ipsecworkbench.diagnosis.SessionChange;
import org.ipsecworkbench.workbench.RowsModel;
import org.openide.util.NbBundle.Messages;

/** What a change between two sessions is asked for, column by column. */
@Messages({"COL_Trend=Which way", "COL_Topic=What", "COL_Hosts=Hosts", "COL_Statement=Change"})
enum ChangeColumn implements RowsModel.Column<SessionChange> {
    TREND(Bundle.COL_Trend(), SessionChange.Trend.class, SessionChange::trend),
    TOPIC(Bundle.COL_Topic(), String.class, change -> change.topic().label()),
    HOSTS(Bundle.COL_Hosts(), String.class, change -> String.join(", ", change.hosts())),
    STATEMENT(Bundle.COL_Statement(), String.class, SessionChange::statement);

    private final String title;
    private final Class<?> type;

    @SuppressWarnings("ImmutableEnumChecker") // all are method references or capture nothing
    private final Function<SessionChange, Object> value;

    ChangeColumn(String title, Class<?> type, Function<SessionChange, Object> value) {
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
    public Object of(SessionChange change) {
        return value.apply(change);
    }
}
