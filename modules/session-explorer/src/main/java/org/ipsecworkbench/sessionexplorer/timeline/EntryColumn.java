package org.ipsecworkbench.sessionexplorer.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ipsecworkbench.diagnosis.TimelineEntry;
import org.ipsecworkbench.ike.Cookies;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.RowsModel;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/** What a row of the timeline is asked for, column by column. */
@Messages({
    "COL_Time=Time",
    "COL_Length=Lasted",
    "COL_Offset=Clock was off",
    "COL_Lane=Host or file",
    "COL_Kind=Kind",
    "COL_What=What happened",
    "COL_Cookie=Initiator cookie",
    "COL_Spi=SPIs",
    "COL_Place=Place",
    "# {0} - how long",
    "LBL_Ahead={0} ahead",
    "# {0} - how long",
    "LBL_Behind={0} behind"
})
enum EntryColumn implements RowsModel.Column<TimelineEntry> {
    TIME(Bundle.COL_Time(), Instant.class, TimelineEntry::time),
    LENGTH(Bundle.COL_Length(), String.class, entry -> length(entry.length())),
    OFFSET(Bundle.COL_Offset(), String.class, entry -> offset(Duration.between(entry.time(), entry.stated()))),
    LANE(Bundle.COL_Lane(), String.class, TimelineEntry::lane),
    KIND(Bundle.COL_Kind(), String.class, entry -> entry.kind().label()),
    WHAT(Bundle.COL_What(), TimelineEntry.class, entry -> entry),
    COOKIE(Bundle.COL_Cookie(), String.class, entry -> cookie(entry.cookies())),
    SPI(Bundle.COL_Spi(), String.class, EntryColumn::spis),
    PLACE(Bundle.COL_Place(), String.class, entry -> entry.place().words());

    private static final int MAX_SPIS = 4;

    private final String title;
    private final Class<?> type;

    @SuppressWarnings("ImmutableEnumChecker") // all are method references or capture nothing
    private final Function<TimelineEntry, @Nullable Object> value;

    EntryColumn(String title, Class<?> type, Function<TimelineEntry, @Nullable Object> value) {
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
    public @Nullable Object of(TimelineEntry row) {
        return value.apply(row);
    }

    private static String length(Duration length) {
        return length.isZero() ? "" : Formats.duration(length);
    }

    /** How far the clock that told a time was from the one of the timeline, in words; empty where it was not. */
    static String offset(Duration offset) {
        if (offset.isZero()) {
            return "";
        }
        String words = Formats.duration(offset.abs());
        return offset.isNegative() ? Bundle.LBL_Behind(words) : Bundle.LBL_Ahead(words);
    }

    private static String cookie(@Nullable Cookies cookies) {
        return cookies == null ? "" : cookies.initiatorHex();
    }

    private static String spis(TimelineEntry entry) {
        String shown = entry.spis().stream()
                .limit(MAX_SPIS)
                .map(spi -> String.format("0x%08x", spi))
                .collect(Collectors.joining(" "));
        return entry.spis().size() > MAX_SPIS ? shown + " …" : shown;
    }

    Comparator<TimelineEntry> order() {
        return switch (this) {
            case TIME -> Comparator.comparing(TimelineEntry::time);
            case LENGTH -> Comparator.comparing(TimelineEntry::length);
            case OFFSET -> Comparator.comparing(entry -> Duration.between(entry.time(), entry.stated()));
            case LANE -> Comparator.comparing(TimelineEntry::lane, String.CASE_INSENSITIVE_ORDER);
            case KIND -> Comparator.comparing(TimelineEntry::kind);
            case WHAT ->
                Comparator.comparing(TimelineEntry::signal, Signals.WORST_FIRST).thenComparing(TimelineEntry::words);
            case COOKIE -> Comparator.comparing(entry -> cookie(entry.cookies()));
            case SPI -> Comparator.comparing(EntryColumn::spis);
            case PLACE ->
                Comparator.comparing((TimelineEntry entry) -> entry.place().unit())
                        .thenComparing(entry -> entry.place().first());
        };
    }
}
