package org.ipsecworkbench.ikelogbrowser.event;

import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.ExplainedEvent;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.workbench.RowsModel;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/** What an event is asked for, column by column, and how events are ordered by it. */
@Messages({
    "COL_Kind=Kind",
    "COL_Time=Time",
    "COL_Host=Host",
    "COL_Event=Event",
    "COL_Log=Log",
    "COL_Meaning=Meaning",
    "COL_Cause=Cause"
})
enum EventColumn implements RowsModel.Column<SeenEvent> {
    KIND(Bundle.COL_Kind(), EventKind.class, EventKind::of),
    TIME(Bundle.COL_Time(), Instant.class, event -> event.event().time()),
    HOST(Bundle.COL_Host(), String.class, event -> event.event().computer()),
    EVENT(
            Bundle.COL_Event(),
            Integer.class,
            event -> event.event().id() == 0 ? null : event.event().id()),
    LOG(Bundle.COL_Log(), String.class, EventColumn::log),
    MEANING(Bundle.COL_Meaning(), String.class, ExplainedEvent::meaning),
    CAUSE(Bundle.COL_Cause(), String.class, EventColumn::cause);

    private final String title;
    private final Class<?> type;

    @SuppressWarnings("ImmutableEnumChecker") // all are method references or capture nothing
    private final Function<ExplainedEvent, @Nullable Object> value;

    EventColumn(String title, Class<?> type, Function<ExplainedEvent, @Nullable Object> value) {
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
    public @Nullable Object of(SeenEvent row) {
        return value.apply(row.event());
    }

    /** The log, or who wrote into it where the file does not name that. */
    private static String log(ExplainedEvent explained) {
        EventRecord event = explained.event();
        return event.channel().isEmpty() ? event.provider() : event.channel();
    }

    private static String cause(ExplainedEvent explained) {
        Failure failure = explained.failure();
        return failure == null ? "" : failure.failureClass().label();
    }

    Comparator<SeenEvent> order() {
        return switch (this) {
            case KIND -> Comparator.comparing(row -> EventKind.of(row.event()));
            case TIME ->
                Comparator.comparing(
                        row -> row.event().event().time(), Comparator.nullsLast(Comparator.naturalOrder()));
            case EVENT -> Comparator.comparingInt(row -> row.event().event().id());
            case HOST, LOG, MEANING, CAUSE -> Comparator.comparing(row -> String.valueOf(of(row)));
        };
    }
}
