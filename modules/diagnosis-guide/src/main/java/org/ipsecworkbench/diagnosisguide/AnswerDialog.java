package org.ipsecworkbench.diagnosisguide;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import javax.swing.text.BadLocationException;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.session.Place;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.WrappedText;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** Shows what a host answered to a command, with the line that a finding rests on selected. */
@Messages({
    "# {0} - host",
    "TIT_Answer=Answer of {0}",
    "# {0} - command",
    "# {1} - time",
    "LBL_AnswerTo={0}\n{1}",
    "ACN_Answer=What the host answered",
    "CTL_OpenInView=Open in Its &View"
})
final class AnswerDialog {
    private AnswerDialog() {}

    /** Opens it beside the window; several may be open. */
    static void show(Evidence evidence, Transcript transcript) {
        Place place = Place.of(evidence.place());
        JTextArea text = new JTextArea(transcript.outputText() + transcript.errorText());
        text.setName("answer");
        text.getAccessibleContext().setAccessibleName(Bundle.ACN_Answer());
        text.setEditable(false);
        text.setFont(Palette.monospaced().deriveFont(Palette.font().getSize2D()));
        WrappedText head = new WrappedText(true);
        head.setText(Bundle.LBL_AnswerTo(evidence.source(), Formats.time(transcript.started())));
        JPanel panel = new JPanel(new BorderLayout(0, 8));
        panel.setBorder(BorderFactory.createEmptyBorder(10, 12, 4, 12));
        panel.add(head, BorderLayout.NORTH);
        panel.add(new JScrollPane(text), BorderLayout.CENTER);
        panel.setPreferredSize(new Dimension(820, 560));
        if (EvidenceLinks.hasView(transcript)) {
            JButton view = new JButton();
            Mnemonics.setLocalizedText(view, Bundle.CTL_OpenInView());
            view.setName("openInView");
            view.addActionListener(e -> EvidenceLinks.openInView(transcript, place));
            JPanel below = new JPanel(new FlowLayout(FlowLayout.LEADING, 0, 0));
            below.add(view);
            panel.add(below, BorderLayout.SOUTH);
        }
        DialogDescriptor descriptor = new DialogDescriptor(
                panel,
                Bundle.TIT_Answer(evidence.host()),
                false,
                new Object[] {NotifyDescriptor.CLOSED_OPTION},
                NotifyDescriptor.CLOSED_OPTION,
                DialogDescriptor.DEFAULT_ALIGN,
                null,
                null);
        DialogDisplayer.getDefault().createDialog(descriptor).setVisible(true);
        // Later, since only what is shown can be scrolled.
        SwingUtilities.invokeLater(() -> select(text, place.unit() == Place.Unit.LINE ? place.first() : 1));
    }

    private static void select(JTextArea text, long line) {
        int index = (int) Math.min(line, text.getLineCount()) - 1;
        try {
            text.requestFocusInWindow();
            text.setCaretPosition(text.getLineStartOffset(index));
            text.moveCaretPosition(text.getLineEndOffset(index));
            text.getCaret().setSelectionVisible(true);
        } catch (BadLocationException e) {
            throw new IllegalStateException("a line that the text has", e);
        }
    }
}
