#set( $symbol_pound = '#' )
package ${package};

import java.awt.BorderLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.workbench.RowsModel;
import org.ipsecworkbench.workbench.TableLook;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;
import org.openide.windows.TopComponent;

/** A window to start from: the host pairs of a capture, those with most bytes first. */
@TopComponent.Description(preferredID = "${artifactId}Pairs", persistenceType = TopComponent.PERSISTENCE_NEVER)
@Messages({
    "${symbol_pound} {0} - file name",
    "CTL_PairsWindow=Pairs of {0}",
    "LBL_Reading=Reading the capture…",
    "${symbol_pound} {0} - number of pairs",
    "LBL_Pairs=Host pairs: {0}",
    "${symbol_pound} {0} - reason",
    "LBL_NotRead=The capture cannot be read: {0}"
})
public final class PairsWindow extends TopComponent {
    private static final long serialVersionUID = 1;

    private static final RequestProcessor WORK = new RequestProcessor(PairsWindow.class);

    private final RowsModel<HostPair> rows = new RowsModel<>(PairsColumn.values());
    private final JLabel state = new JLabel(Bundle.LBL_Reading());

    PairsWindow(Path file) {
        setDisplayName(Bundle.CTL_PairsWindow(file.getFileName()));
        setLayout(new BorderLayout());
        JTable table = new JTable(rows);
        table.setName("pairsByBytes");
        TableLook.dress(table);
        state.setBorder(BorderFactory.createEmptyBorder(6, 6, 6, 6));
        add(state, BorderLayout.NORTH);
        add(new JScrollPane(table), BorderLayout.CENTER);
        // Never read on the event thread: everybody would wait.
        WORK.post(() -> read(file));
    }

    private void read(Path file) {
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT.withoutIndex(), ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            List<HostPair> pairs = byBytes(capture.coverage());
            SwingUtilities.invokeLater(() -> {
                rows.show(pairs);
                state.setText(Bundle.LBL_Pairs(pairs.size()));
            });
        } catch (IOException e) {
            SwingUtilities.invokeLater(() -> state.setText(Bundle.LBL_NotRead(e.getMessage())));
        }
    }

    static List<HostPair> byBytes(Coverage coverage) {
        return coverage.pairs().stream()
                .sorted(Comparator.comparingLong(PairsColumn::bytes).reversed())
                .toList();
    }
}
