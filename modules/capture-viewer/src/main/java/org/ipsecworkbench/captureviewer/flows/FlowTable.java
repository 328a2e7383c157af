package org.ipsecworkbench.captureviewer.flows;

import java.awt.event.MouseEvent;
import java.time.Instant;
import org.ipsecworkbench.capture.Flow;
import org.ipsecworkbench.captureviewer.Looks;
import org.ipsecworkbench.workbench.Cells;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.HeaderSorter;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.ResultTable;
import org.ipsecworkbench.workbench.RowsModel;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/** The table of flows. */
@Messages("ACN_Flows=Conversations by direction, class and SPI")
final class FlowTable extends ResultTable {
    private static final long serialVersionUID = 1;
    private static final String ADDRESS = "192.168.100.200_";

    private final RowsModel<Flow> model;
    private @Nullable Instant start;

    FlowTable(RowsModel<Flow> model, HeaderSorter<Flow> sorter) {
        super(model, "flows", Bundle.ACN_Flows(), FlowColumn.CONTENT);
        this.model = model;
        setRowSorter(sorter);
        column(FlowColumn.SOURCE, Cells.<Flow>code(Flow::source), ADDRESS);
        column(FlowColumn.DESTINATION, Cells.<Flow>code(Flow::destination), ADDRESS);
        column(FlowColumn.NETWORK, Cells.<String>text(String::toString), "VLAN 4000");
        column(
                FlowColumn.CLASS,
                Cells.<Flow>marked(
                        flow -> flow.trafficClass().label(), flow -> Palette.chip(Looks.of(flow.trafficClass(), flow))),
                "NAT keepalive__");
        column(FlowColumn.SPI, Cells.<Long>code(spi -> spi == 0 ? "" : FlowColumn.spi(spi)), "0x00000000_");
        column(FlowColumn.CONTENT, Cells.<String>text(String::toString), "Unknown: ESP, not proven__");
        column(FlowColumn.PACKETS, Cells.<Long>number(Formats::count), "10,000,000");
        column(FlowColumn.BYTES, Cells.<Long>number(Formats::count), "1,000,000,000");
        column(FlowColumn.FIRST, Cells.<Flow>number(flow -> seconds(flow.start())), "86400.000000");
        column(FlowColumn.LAST, Cells.<Flow>number(flow -> seconds(flow.end())), "86400.000000");
        column(
                FlowColumn.RATE,
                Cells.<Double>number(rate -> Double.isNaN(rate) ? "–" : Formats.brief(rate)),
                "100.0 k");
        hide(FlowColumn.NETWORK);
    }

    private String seconds(Instant time) {
        return start == null ? "" : Formats.seconds(start, time);
    }

    /** Sets when relative times begin, and whether there are networks to show. */
    void about(@Nullable Instant newStart, boolean networks) {
        start = newStart;
        if (networks) {
            unhide(FlowColumn.NETWORK, FlowColumn.DESTINATION);
        }
    }

    @Override
    public @Nullable String getToolTipText(MouseEvent e) {
        int row = rowAtPoint(e.getPoint());
        int column = columnAtPoint(e.getPoint());
        if (row < 0 || column < 0) {
            return null;
        }
        Flow flow = model.row(row);
        return switch (FlowColumn.values()[convertColumnIndexToModel(column)]) {
            case SOURCE -> flow.source();
            case DESTINATION -> flow.destination();
            case CONTENT -> FlowColumn.content(flow);
            case FIRST -> Formats.time(flow.start());
            case LAST -> Formats.time(flow.end());
            default -> null;
        };
    }
}
