package org.ipsecworkbench.captureviewer.packets;

import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.AbstractAction;
import javax.swing.Action;
import org.ipsecworkbench.capture.Flow;
import org.ipsecworkbench.capture.Packet;
import org.ipsecworkbench.captureviewer.PairKey;
import org.ipsecworkbench.captureviewer.filter.FilterTexts;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/** What the menu of a packet filters on: everything that its row shows, named as it is. */
@Messages({
    "# {0} - address",
    "CTL_OnSource=Filter on Source {0}",
    "# {0} - address",
    "CTL_OnDestination=Filter on Destination {0}",
    "# {0} - both addresses",
    "CTL_OnConversation=Filter on Conversation {0}",
    "# {0} - class",
    "CTL_OnClass=Filter on Class {0}",
    "# {0} - number",
    "CTL_OnSpi=Filter on SPI {0}",
    "CTL_OnFlow=Filter on This Direction and Class",
    "CTL_All=Show All Packets"
})
final class PacketMenu {
    /** What is known of the selected row. */
    record Row(Packet packet, @Nullable Flow flow, @Nullable PairKey pair) {}

    private record Entry(String words, String filter) {}

    private final List<OnRow> actions = new ArrayList<>();
    private final Consumer<String> apply;

    /** Applies filters by their text; empty text lifts the filter. */
    PacketMenu(Consumer<String> apply) {
        this.apply = apply;
        add(row -> row.packet().source().isEmpty()
                ? null
                : new Entry(
                        Bundle.CTL_OnSource(row.packet().source()),
                        FilterTexts.address(row.packet().source())));
        add(row -> row.packet().destination().isEmpty()
                ? null
                : new Entry(
                        Bundle.CTL_OnDestination(row.packet().destination()),
                        FilterTexts.address(row.packet().destination())));
        add(row -> row.pair() == null
                ? null
                : new Entry(Bundle.CTL_OnConversation(row.pair().label()), FilterTexts.pair(row.pair())));
        add(row -> new Entry(
                Bundle.CTL_OnClass(row.packet().trafficClass().label()),
                FilterTexts.trafficClass(row.packet().trafficClass())));
        add(row -> row.flow() == null || row.flow().spi() == 0
                ? null
                : new Entry(
                        Bundle.CTL_OnSpi(String.format("0x%08x", row.flow().spi())),
                        FilterTexts.spi(row.flow().spi())));
        add(row -> row.flow() == null ? null : new Entry(Bundle.CTL_OnFlow(), FilterTexts.flow(row.flow())));
        add(row -> new Entry(Bundle.CTL_All(), ""));
    }

    private void add(Function<Row, @Nullable Entry> entry) {
        actions.add(new OnRow(entry));
    }

    Action[] actions() {
        return actions.toArray(Action[]::new);
    }

    /** Names the entries after a row; those that have nothing in it are disabled. */
    void about(@Nullable Row row) {
        for (OnRow action : actions) {
            action.about(row);
        }
    }

    private final class OnRow extends AbstractAction {
        private static final long serialVersionUID = 1;

        private final transient Function<Row, @Nullable Entry> entry;
        private String filter = "";

        OnRow(Function<Row, @Nullable Entry> entry) {
            this.entry = entry;
        }

        void about(@Nullable Row row) {
            Entry now = row == null ? null : entry.apply(row);
            setEnabled(now != null);
            if (now != null) {
                putValue(NAME, now.words());
                filter = now.filter();
            } else if (row != null) {
                putValue(NAME, "");
            }
        }

        @Override
        public void actionPerformed(ActionEvent e) {
            apply.accept(filter);
        }
    }
}
