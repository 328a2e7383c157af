package org.ipsecworkbench.captureviewer.live;

import java.awt.BorderLayout;
import java.awt.Dimension;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.ipsecworkbench.capture.live.LiveCaptureException;
import org.ipsecworkbench.capture.live.LiveFilter;
import org.ipsecworkbench.capture.live.LiveInterface;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.Tone;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/** The field of a capture filter, checked by libpcap shortly after each key. What is wrong stands below in words. */
@Messages({
    "ACN_CaptureFilter=Capture filter",
    "LBL_CaptureExample=esp or udp port 500 or udp port 4500, in the language of tcpdump; empty for all",
    "# {0} - mistake",
    "MSG_BadFilter=This is no capture filter: {0}"
})
final class FilterField extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int PATIENCE_MILLIS = 250;

    private final RequestProcessor worker = new RequestProcessor("Checking a capture filter");
    private final transient Runnable changed;
    private final JTextField field = new JTextField();
    private final JLabel error = new JLabel(" ");
    private final Timer patience = new Timer(PATIENCE_MILLIS, e -> check());
    private int linkType = LiveInterface.UNKNOWN_LINK_TYPE;
    private boolean sound = true;

    /** Tells whenever {@link #isSound} may have changed. */
    FilterField(Runnable changed) {
        super(new BorderLayout(0, 3));
        this.changed = changed;
        patience.setRepeats(false);
        field.setName("captureFilter");
        field.getAccessibleContext().setAccessibleName(Bundle.ACN_CaptureFilter());
        field.putClientProperty("JTextField.placeholderText", Bundle.LBL_CaptureExample());
        field.setFont(Palette.monospaced().deriveFont(Palette.font().getSize2D()));
        field.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent e) {
                typed();
            }

            @Override
            public void removeUpdate(DocumentEvent e) {
                typed();
            }

            @Override
            public void changedUpdate(DocumentEvent e) {}
        });
        error.setName("captureFilterError");
        error.setBorder(BorderFactory.createEmptyBorder(0, 2, 0, 0));
        error.setForeground(Palette.text(Tone.CLEAR));
        error.setIconTextGap(7);
        error.setPreferredSize(new Dimension(0, Mark.INCONCLUSIVE.icon().getIconHeight() + 4));
        add(field, BorderLayout.CENTER);
        add(error, BorderLayout.SOUTH);
    }

    JTextField field() {
        return field;
    }

    /** The filter as it was typed. */
    String text() {
        return field.getText().strip();
    }

    /** Whether libpcap takes it. While that is not known yet, it is not. */
    boolean isSound() {
        return sound;
    }

    /** A filter's terms depend on the link layer. */
    void linkType(int newLinkType) {
        if (newLinkType != linkType) {
            linkType = newLinkType;
            typed();
        }
    }

    private void typed() {
        sound = text().isEmpty();
        if (sound) {
            patience.stop();
            show("");
        } else {
            patience.restart();
        }
        changed.run();
    }

    private void check() {
        String text = text();
        int type = linkType;
        worker.post(() -> {
            String mistake = mistake(text, type);
            SwingUtilities.invokeLater(() -> {
                if (text.equals(text()) && type == linkType) {
                    sound = mistake.isEmpty();
                    show(mistake);
                    changed.run();
                }
            });
        });
    }

    private static String mistake(String text, int linkType) {
        try {
            return LiveFilter.mistake(text, linkType);
        } catch (LiveCaptureException e) {
            return e.obstacle().what();
        }
    }

    private void show(String mistake) {
        field.putClientProperty("JComponent.outline", mistake.isEmpty() ? null : "error");
        error.setIcon(mistake.isEmpty() ? null : Mark.INCONCLUSIVE.icon());
        error.setText(mistake.isEmpty() ? " " : Bundle.MSG_BadFilter(mistake));
        error.setToolTipText(mistake.isEmpty() ? null : mistake);
    }
}
