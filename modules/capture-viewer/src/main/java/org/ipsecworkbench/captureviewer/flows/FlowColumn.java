package org.ipsecworkbench.captureviewer.flows;

import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import org.ipsecworkbench.capture.Exemption;
import org.ipsecworkbench.capture.Flow;
import org.ipsecworkbench.workbench.Addresses;
import org.ipsecworkbench.workbench.RowsModel;
import org.openide.util.NbBundle.Messages;

/** What a flow is asked for, column by column, and how flows are ordered by it. */
@Messages({
    "COL_Source=Source",
    "COL_Destination=Destination",
    "COL_Network=Network",
    "COL_Class=Class",
    "COL_Spi=SPI",
    "COL_Content=Content",
    "COL_Packets=Packets",
    "COL_Bytes=Size (B)",
    "COL_First=First (s)",
    "COL_Last=Last (s)",
    "COL_Rate=Packets/s",
    "LBL_ContentEncrypted=Encrypted",
    "LBL_ContentReadable=Readable (ESP-NULL)",
    "LBL_ContentAh=Readable (AH)",
    "LBL_ContentUnknown=Unknown: ESP, not proven",
    "LBL_ContentKeying=Negotiates keys",
    "LBL_ContentCompressed=Compressed, in clear",
    "LBL_ContentOther=Not judged",
    "LBL_ContentClear=In clear",
    "# {0} - why",
    "LBL_ContentExempt=In clear, exempt: {0}"
})
enum FlowColumn implements RowsModel.Column<Flow> {
    SOURCE(Bundle.COL_Source(), Flow.class),
    DESTINATION(Bundle.COL_Destination(), Flow.class),
    NETWORK(Bundle.COL_Network(), String.class),
    CLASS(Bundle.COL_Class(), Flow.class),
    SPI(Bundle.COL_Spi(), Long.class),
    CONTENT(Bundle.COL_Content(), String.class),
    PACKETS(Bundle.COL_Packets(), Long.class),
    BYTES(Bundle.COL_Bytes(), Long.class),
    FIRST(Bundle.COL_First(), Flow.class),
    LAST(Bundle.COL_Last(), Flow.class),
    RATE(Bundle.COL_Rate(), Double.class);

    private static final double NANOS = 1e9;

    private final String title;
    private final Class<?> type;

    FlowColumn(String title, Class<?> type) {
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
    public Object of(Flow flow) {
        return switch (this) {
            case SOURCE, DESTINATION, CLASS, FIRST, LAST -> flow;
            case NETWORK -> flow.network();
            case SPI -> flow.spi();
            case CONTENT -> content(flow);
            case PACKETS -> flow.count().packets();
            case BYTES -> flow.count().bytes();
            case RATE -> rate(flow);
        };
    }

    Comparator<Flow> order() {
        return switch (this) {
            case SOURCE -> Comparator.comparing(Flow::source, new Addresses());
            case DESTINATION -> Comparator.comparing(Flow::destination, new Addresses());
            case NETWORK -> Comparator.comparing(Flow::network);
            case CLASS -> Comparator.comparing(Flow::trafficClass);
            case SPI -> Comparator.comparingLong(Flow::spi);
            case CONTENT -> Comparator.comparing(FlowColumn::content);
            case PACKETS -> Comparator.comparingLong(flow -> flow.count().packets());
            case BYTES -> Comparator.comparingLong(flow -> flow.count().bytes());
            case FIRST -> Comparator.comparing(Flow::start);
            case LAST -> Comparator.comparing(Flow::end);
            case RATE -> Comparator.comparingDouble(FlowColumn::rate);
        };
    }

    /** Whether its content can be read, in words. */
    static String content(Flow flow) {
        if (flow.trafficClass().isEsp()) {
            return switch (flow.confidentiality()) {
                case ENCRYPTED -> Bundle.LBL_ContentEncrypted();
                case READABLE -> Bundle.LBL_ContentReadable();
                case UNKNOWN -> Bundle.LBL_ContentUnknown();
            };
        }
        if (flow.trafficClass().isKeying()) {
            return Bundle.LBL_ContentKeying();
        }
        return switch (flow.trafficClass()) {
            case AH -> Bundle.LBL_ContentAh();
            case IPCOMP -> Bundle.LBL_ContentCompressed();
            case ARP, NON_IP, UNDECIDABLE -> Bundle.LBL_ContentOther();
            default ->
                flow.exemption() == Exemption.NONE
                        ? Bundle.LBL_ContentClear()
                        : Bundle.LBL_ContentExempt(flow.exemption().label());
        };
    }

    /** Packets per second between its first and its last; not a number where these are one. */
    static double rate(Flow flow) {
        double seconds = Duration.between(flow.start(), flow.end()).toNanos() / NANOS;
        return seconds <= 0 || flow.count().packets() < 2
                ? Double.NaN
                : (flow.count().packets() - 1) / seconds;
    }

    /** Everything that a flow is found by, in lower case. */
    static String words(Flow flow) {
        String spi = flow.spi() == 0 ? "" : spi(flow.spi());
        return String.join(
                        " ",
                        flow.source(),
                        flow.destination(),
                        flow.network(),
                        flow.trafficClass().label(),
                        flow.trafficClass().key(),
                        spi,
                        content(flow))
                .toLowerCase(Locale.ROOT);
    }

    /** An SPI as it is written everywhere. */
    static String spi(long spi) {
        return String.format("0x%08x", spi);
    }
}
