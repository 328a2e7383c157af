package org.ipsecworkbench.diagnosisguide;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.RemedyRun;
import org.jspecify.annotations.Nullable;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** What is asked now; once all is answered, the button that asks again. The progress in the status line cancels it. */
@Messages({
    "CTL_Again=Ask &Again",
    "CTL_Undo=&Undo Change",
    "CTL_SaveReport=Save &Report…",
    "LBL_Answered=All that the checks need was asked. Asking again shows what has changed since.",
    "LBL_NotAnswered=Not all hosts could be asked. Asking again tries them once more.",
    "ACN_Asking=Progress of asking the hosts"
})
final class RunStrip extends JPanel {
    private static final long serialVersionUID = 1;

    private final JLabel words = new JLabel();
    private final JProgressBar bar = new JProgressBar();
    private final JButton again = new JButton();
    private final JButton save = new JButton();
    private final JButton undo = new JButton();
    /** What was changed last, to be told until the next change; null before the first. */
    private transient @Nullable RemedyRun change;

    RunStrip(Runnable asksAgain, Runnable savesReport, Consumer<Remedy> undoes) {
        super(new BorderLayout(12, 0));
        setBorder(BorderFactory.createEmptyBorder(5, 14, 5, 14));
        Mnemonics.setLocalizedText(again, Bundle.CTL_Again());
        again.setName("askAgain");
        again.addActionListener(e -> asksAgain.run());
        Mnemonics.setLocalizedText(save, Bundle.CTL_SaveReport());
        save.setName("saveReport");
        save.addActionListener(e -> savesReport.run());
        Mnemonics.setLocalizedText(undo, Bundle.CTL_Undo());
        undo.setName("undoRemedy");
        undo.setVisible(false);
        undo.addActionListener(e -> {
            if (change != null) {
                undoes.accept(change.remedy());
            }
        });
        words.setName("asking");
        bar.getAccessibleContext().setAccessibleName(Bundle.ACN_Asking());
        bar.setIndeterminate(true);
        add(words, BorderLayout.CENTER);
        JPanel end = new JPanel(new BorderLayout(12, 0));
        end.add(bar, BorderLayout.CENTER);
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 8, 0));
        buttons.add(undo);
        buttons.add(again);
        buttons.add(save);
        end.add(buttons, BorderLayout.EAST);
        add(end, BorderLayout.EAST);
    }

    void begins() {
        words.setText(" ");
        bar.setVisible(true);
        again.setEnabled(false);
        save.setEnabled(false);
        undo.setEnabled(false);
    }

    void asking(String what) {
        words.setText(what);
    }

    /** Tells what a remedy did, beside what is asked from then on. */
    void changed(RemedyRun done) {
        change = done;
        undo.setVisible(
                done.state() == RemedyRun.State.APPLIED && !done.remedy().undo().isEmpty());
        undo.setToolTipText(done.remedy().title());
    }

    void ended(boolean isWhole) {
        String answered = isWhole ? Bundle.LBL_Answered() : Bundle.LBL_NotAnswered();
        words.setText(change == null ? answered : change.message());
        words.setToolTipText(words.getText());
        bar.setVisible(false);
        again.setEnabled(true);
        save.setEnabled(true);
        undo.setEnabled(true);
    }
}
