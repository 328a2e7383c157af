package org.ipsecworkbench.captureviewer.details;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.capture.Detail;
import org.ipsecworkbench.workbench.Formats;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/** The details of the selected packet beside its bytes. Reads them in the background; the last one asked for wins. */
@Messages({
    "LBL_NoPacket=Select a packet to see its headers and bytes.",
    "# {0} - bytes",
    "LBL_BytesOfPacket={0} captured. Click a byte to find its field.",
    "# {0} - field",
    "# {1} - first byte",
    "# {2} - last byte",
    "# {3} - how many bytes",
    "LBL_Range={0}: bytes {1} to {2} ({3})",
    "# {0} - field",
    "# {1} - byte",
    "LBL_OneByte={0}: byte {1}",
    "# {0} - field",
    "LBL_NoBytes={0}: not from bytes of this packet",
    "LBL_Unreadable=Unreadable",
    "# {0} - what went wrong",
    "MSG_PacketUnreadable=this packet cannot be read: {0}"
})
public final class DetailsPanel extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = Logger.getLogger(DetailsPanel.class.getName());
    private static final long NONE = -1;

    private final transient RequestProcessor worker = new RequestProcessor("Reading a packet", 1, false);
    private final transient RequestProcessor.Task task = worker.create(this::read);
    private final DetailTree tree = new DetailTree();
    private final BytesView bytes = new BytesView(tree::select);
    private final JLabel words = new JLabel(Bundle.LBL_NoPacket());
    private transient volatile @Nullable DetailSource source;
    private volatile long wanted = NONE;

    /** Shows no packet yet. */
    public DetailsPanel() {
        super(new BorderLayout());
        tree.getSelectionModel().addTreeSelectionListener(e -> {
            tree.keepSelected();
            mark();
        });
        JSplitPane both = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, scroll(tree), scroll(bytes));
        both.setResizeWeight(0.5);
        // Its own meaning of F6 knows two parts only.
        both.getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(KeyEvent.VK_F6, 0), "none");
        both.setBorder(BorderFactory.createEmptyBorder());
        words.setName("field");
        words.setBorder(BorderFactory.createEmptyBorder(3, 10, 3, 10));
        words.setMinimumSize(new Dimension(0, 0));
        add(both, BorderLayout.CENTER);
        add(words, BorderLayout.SOUTH);
    }

    private static JScrollPane scroll(Component content) {
        JScrollPane scroll = new JScrollPane(content);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setMinimumSize(new Dimension(200, 60));
        return scroll;
    }

    /** Where F6 stops: the tree, then the bytes. */
    public List<Component> stops() {
        return List.of(tree, bytes);
    }

    /** Sets where packets come from. */
    public void setSource(DetailSource from) {
        source = from;
    }

    /** Shows a packet, or none for -1. */
    public void show(long packet) {
        if (packet != wanted) {
            wanted = packet;
            task.schedule(0);
        }
    }

    private void read() {
        long packet = wanted;
        DetailSource from = source;
        List<Detail> headers = List.of();
        byte[] captured = {};
        if (packet != NONE && from != null) {
            try {
                captured = from.bytes(packet);
                headers = from.details(packet);
            } catch (RuntimeException | InternalError e) {
                LOG.log(Level.INFO, "Packet " + packet, e);
                headers = List.of(new Detail(
                        Bundle.LBL_Unreadable(), Bundle.MSG_PacketUnreadable(e), Detail.State.WRONG, -1, 0, List.of()));
            }
        }
        List<Detail> tops = headers;
        byte[] all = captured;
        SwingUtilities.invokeLater(() -> {
            if (packet == wanted) {
                bytes.show(all);
                tree.show(tops);
                mark();
            }
        });
    }

    /** The bytes of the selected line, marked and in words. */
    private void mark() {
        DetailNode node = tree.selectedNode();
        if (node == null) {
            bytes.mark(0, 0);
            words.setText(
                    bytes.bytes().length == 0
                            ? Bundle.LBL_NoPacket()
                            : Bundle.LBL_BytesOfPacket(Formats.count(bytes.bytes().length, "byte", "bytes")));
            return;
        }
        Detail detail = node.detail();
        int offset = detail.offset();
        bytes.mark(Math.max(0, offset), detail.hasPlace() ? detail.length() : 0);
        words.setText(
                switch (bytes.marked()) {
                    case 0 -> Bundle.LBL_NoBytes(detail.name());
                    case 1 -> Bundle.LBL_OneByte(detail.name(), Formats.count(offset));
                    default ->
                        Bundle.LBL_Range(
                                detail.name(),
                                Formats.count(offset),
                                Formats.count(offset + bytes.marked() - 1L),
                                Formats.count(bytes.marked(), "byte", "bytes"));
                });
    }

    /** Ends what runs in the background. */
    public void close() {
        wanted = NONE;
        worker.shutdown();
    }
}
