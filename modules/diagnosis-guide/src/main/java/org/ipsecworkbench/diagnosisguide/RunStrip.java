package org.ipsecworkbench.diagnosisguide;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
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

/** What is asked now, with the button that stops it; once all is answered, the button that asks again. */
@Messages({
    "CTL_Again=Ask &Again",
    "CTL_ReadAgain=Read &Again",
    "CTL_Stop=&Stop",
    "CTL_Undo=&Undo Change",
    "CTL_SaveReport=Save &Report…",
    "CTL_Keep=&Keep in Session…",
    "CTL_Tools=&Look Closer…",
    "LBL_Answered=All was asked. Asking again shows what changed since.",
    "LBL_NotAnswered=Not all hosts could be asked. Asking again tries them once more.",
    "LBL_WasRead=All that the session holds was read. No host was asked.",
    "LBL_Stopped=Stopped: this is what was known until then.",
    "LBL_Stopping=Stopping…",
    "ACN_Asking=Progress of asking the hosts"
})
final class RunStrip extends JPanel {
    private static final long serialVersionUID = 1;

    private final JLabel words = new JLabel();
    private final JProgressBar bar = new JProgressBar();
    private final boolean isLive;
    private final JButton again = new JButton();
    private final JButton stop = new JButton();
    private final JButton save = new JButton();
    private final JButton keep = new JButton();
    private final JButton tools = new JButton();
    private final JButton undo = new JButton();
    /** What was changed last, to be told until the next change; null before the first. */
    private transient @Nullable RemedyRun change;

    private boolean isStopped;

    /** What the buttons do. */
    interface Actions {
        void again();

        void stop();

        void saveReport();

        void lookCloser();

        void undo(Remedy remedy);
    }

    RunStrip(boolean isLive, Actions actions) {
        super(new BorderLayout(12, 0));
        this.isLive = isLive;
        setBorder(BorderFactory.createEmptyBorder(5, 14, 5, 14));
        Mnemonics.setLocalizedText(again, isLive ? Bundle.CTL_Again() : Bundle.CTL_ReadAgain());
        again.setName("askAgain");
        again.addActionListener(e -> actions.again());
        Mnemonics.setLocalizedText(stop, Bundle.CTL_Stop());
        stop.setName("stopAsking");
        stop.addActionListener(e -> {
            isStopped = true;
            stop.setEnabled(false);
            words.setText(Bundle.LBL_Stopping());
            actions.stop();
        });
        Mnemonics.setLocalizedText(save, Bundle.CTL_SaveReport());
        save.setName("saveReport");
        save.addActionListener(e -> actions.saveReport());
        Mnemonics.setLocalizedText(keep, Bundle.CTL_Keep());
        keep.setName("keepInSession");
        keep.setVisible(isLive);
        keep.addActionListener(
                e -> org.openide.awt.Actions.forID("Session", "org.ipsecworkbench.sessionexplorer.KeepInSessionAction")
                        .actionPerformed(e));
        Mnemonics.setLocalizedText(tools, Bundle.CTL_Tools());
        tools.setName("lookCloser");
        tools.setVisible(isLive);
        tools.addActionListener(e -> actions.lookCloser());
        Mnemonics.setLocalizedText(undo, Bundle.CTL_Undo());
        undo.setName("undoRemedy");
        undo.setVisible(false);
        undo.addActionListener(e -> {
            if (change != null) {
                actions.undo(change.remedy());
            }
        });
        words.setName("asking");
        bar.getAccessibleContext().setAccessibleName(Bundle.ACN_Asking());
        bar.setIndeterminate(true);
        add(words, BorderLayout.CENTER);
        JPanel end = new JPanel(new BorderLayout(12, 0));
        end.add(bar, BorderLayout.CENTER);
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 8, 0));
        buttons.add(stop);
        buttons.add(undo);
        buttons.add(tools);
        buttons.add(again);
        buttons.add(save);
        buttons.add(keep);
        end.add(buttons, BorderLayout.EAST);
        add(end, BorderLayout.EAST);
    }

    void begins() {
        isStopped = false;
        stop.setVisible(true);
        stop.setEnabled(true);
        words.setText(" ");
        bar.setVisible(true);
        again.setEnabled(false);
        save.setEnabled(false);
        keep.setEnabled(false);
        tools.setEnabled(false);
        undo.setEnabled(false);
    }

    void asking(String what) {
        if (!isStopped) {
            words.setText(what);
        }
    }

    /** Tells what a remedy did, beside what is asked from then on. */
    void changed(RemedyRun done) {
        change = done;
        undo.setVisible(done.state() == RemedyRun.State.APPLIED && done.remedy().canBeUndone());
        undo.setToolTipText(done.remedy().title());
    }

    void ended(boolean isWhole) {
        words.setText(change == null || isStopped ? state(isWhole) : change.message());
        words.setToolTipText(words.getText());
        bar.setVisible(false);
        stop.setVisible(false);
        again.setEnabled(true);
        save.setEnabled(true);
        keep.setEnabled(true);
        tools.setEnabled(true);
        undo.setEnabled(true);
    }

    private String state(boolean isWhole) {
        if (isStopped) {
            return Bundle.LBL_Stopped();
        }
        if (!isLive) {
            return Bundle.LBL_WasRead();
        }
        return isWhole ? Bundle.LBL_Answered() : Bundle.LBL_NotAnswered();
    }
}
