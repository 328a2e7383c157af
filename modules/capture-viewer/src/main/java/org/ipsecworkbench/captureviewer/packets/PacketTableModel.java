package org.ipsecworkbench.captureviewer.packets;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.swing.table.AbstractTableModel;
import org.ipsecworkbench.capture.Flow;
import org.ipsecworkbench.capture.Packet;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.TimeDisplay;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/**
 * The packets as rows, each decoded when it is looked at. Keeps the packets of the last rows only, so that its size does
 * not depend on the capture's.
 */
@Messages({
    "COL_Number=No.",
    "COL_Time=Time (s)",
    "COL_SincePrevious=Since previous (s)",
    "COL_Moment=Time (UTC)",
    "COL_LocalMoment=Time (local)",
    "COL_Source=Source",
    "COL_Destination=Destination",
    "COL_Class=Class",
    "COL_Length=Length (B)",
    "COL_Info=Info",
    "# {0} - what went wrong",
    "MSG_UnreadablePacket=This packet cannot be read: {0}"
})
final class PacketTableModel extends AbstractTableModel {
    static final int NUMBER = 0;
    static final int TIME = 1;
    static final int SOURCE = 2;
    static final int DESTINATION = 3;
    static final int CLASS = 4;
    static final int LENGTH = 5;
    static final int INFO = 6;

    private static final long serialVersionUID = 1;
    private static final int KEPT = 512;
    private static final String[] TITLES = {
        Bundle.COL_Number(),
        "",
        Bundle.COL_Source(),
        Bundle.COL_Destination(),
        Bundle.COL_Class(),
        Bundle.COL_Length(),
        Bundle.COL_Info()
    };
    private static final Class<?>[] TYPES = {
        Long.class, String.class, String.class, String.class, Packet.class, Long.class, String.class
    };

    private final Map<Long, Packet> recent = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Packet> eldest) {
            return size() > KEPT;
        }
    };
    private transient @Nullable PacketSource source;
    private transient PacketRows rows = PacketRows.NONE;
    private transient List<Flow> flows = List.of();
    private transient @Nullable Instant start;
    private TimeDisplay display = TimeDisplay.SINCE_FIRST;
    private int shown;

    /** Shows rows of a source. Rows that only got more keep the selection and cost nothing. */
    void show(PacketSource newSource, PacketRows newRows, boolean grown, int limit) {
        source = newSource;
        rows = newRows;
        int size = Math.min(newRows.size(), limit);
        if (start == null && size > 0) {
            start = packet(newSource, 0).time();
        }
        if (!grown) {
            shown = size;
            fireTableDataChanged();
        } else if (size > shown) {
            int first = shown;
            shown = size;
            fireTableRowsInserted(first, size - 1);
        }
    }

    /** Sets what is known of the flows, for the colours. */
    void setFlows(List<Flow> newFlows) {
        flows = newFlows;
    }

    /** Sets how times are told. */
    void setDisplay(TimeDisplay newDisplay) {
        display = newDisplay;
    }

    PacketRows rows() {
        return rows;
    }

    /** The time that relative times start from: that of the first packet. */
    @Nullable
    Instant start() {
        return start;
    }

    /** The packet in a row. */
    Packet packet(int row) {
        return packet(Objects.requireNonNull(source), rows.packet(row));
    }

    /** The flow of a packet, where it is known yet. */
    @Nullable
    Flow flow(Packet packet) {
        int flow = source == null ? -1 : source.flowOf(packet.index());
        return flow < 0 || flow >= flows.size() ? null : flows.get(flow);
    }

    /** A packet that cannot be read is a row that says so: an exception here would come back with each repaint. */
    private Packet packet(PacketSource from, long index) {
        Packet packet = recent.get(index);
        if (packet == null) {
            try {
                packet = from.packet(index);
            } catch (RuntimeException | InternalError e) {
                packet =
                        new Packet(index, null, "", "", TrafficClass.UNDECIDABLE, 0, 0, Bundle.MSG_UnreadablePacket(e));
            }
            recent.put(index, packet);
        }
        return packet;
    }

    private String time(int row, Packet packet) {
        Instant time = packet.time();
        if (time == null) {
            return "";
        }
        if (display == TimeDisplay.UTC || display == TimeDisplay.LOCAL) {
            return Formats.moment(time);
        }
        Instant from = display == TimeDisplay.SINCE_FIRST
                ? start
                : packet(Math.max(0, row - 1)).time();
        return from == null ? "" : Formats.seconds(from, time);
    }

    @Override
    public int getRowCount() {
        return shown;
    }

    @Override
    public int getColumnCount() {
        return TITLES.length;
    }

    @Override
    public String getColumnName(int column) {
        return column != TIME
                ? TITLES[column]
                : switch (display) {
                    case SINCE_FIRST -> Bundle.COL_Time();
                    case SINCE_PREVIOUS -> Bundle.COL_SincePrevious();
                    case UTC -> Bundle.COL_Moment();
                    case LOCAL -> Bundle.COL_LocalMoment();
                };
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return TYPES[column];
    }

    @Override
    public @Nullable Object getValueAt(int row, int column) {
        Packet packet = packet(row);
        return switch (column) {
            case NUMBER -> packet.index() + 1;
            case TIME -> time(row, packet);
            case SOURCE -> packet.source();
            case DESTINATION -> packet.destination();
            case CLASS -> packet;
            case LENGTH -> packet.length();
            default -> packet.info();
        };
    }
}
