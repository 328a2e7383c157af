package org.ipsecworkbench.workbench.hosts;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import org.ipsecworkbench.lab.Scenario;
import org.ipsecworkbench.workbench.WrappedText;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;
import org.openide.util.Mutex;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;
import org.openide.windows.TopComponent;
import org.openide.windows.WindowManager;

/** Starts the lab with a scenario that the user chooses, and shows its hosts. */
@ActionID(category = "Hosts", id = StartLabAction.ID)
@ActionRegistration(displayName = "#CTL_StartLab")
@ActionReference(path = "Menu/Hosts", position = 800, separatorBefore = 790)
@Messages({
    "CTL_StartLab=Start the &Lab…",
    "TIT_StartLab=Lab: Simulated Hosts",
    "MSG_Lab=Simulated Windows hosts on this machine, reached by WinRM as real ones are. What you change there works, and is"
            + " gone when the lab is stopped. Nothing of it was verified against a real Windows."
})
public final class StartLabAction implements ActionListener {
    static final String ID = "org.ipsecworkbench.workbench.hosts.StartLabAction";

    private static final Dimension SIZE = new Dimension(560, 320);
    private static final int WIDTH = 540;
    private static final RequestProcessor WORKER = new RequestProcessor("Scenarios");

    @Override
    public void actionPerformed(ActionEvent e) {
        WORKER.post(() -> ask(Scenario.all()));
    }

    private static void ask(List<Scenario> scenarios) {
        Mutex.EVENT.readAccess(() -> choose(scenarios));
    }

    private static void choose(List<Scenario> scenarios) {
        DefaultListModel<String> titles = new DefaultListModel<>();
        scenarios.forEach(scenario -> titles.addElement(scenario.title()));
        JList<String> list = new JList<>(titles);
        list.setName("scenarios");
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        WrappedText about = new WrappedText(false);
        about.setName("aboutScenario");
        about.wrapAt(WIDTH);
        list.addListSelectionListener(e -> about.setText(
                scenarios.get(Math.max(0, list.getSelectedIndex())).about()));
        list.setSelectedIndex(0);
        WrappedText words = new WrappedText(true);
        words.wrapAt(WIDTH);
        words.setFocusable(false);
        about.setFocusable(false);
        words.setText(Bundle.MSG_Lab());
        JScrollPane scroll = new JScrollPane(list);
        scroll.setPreferredSize(SIZE);
        JPanel panel = new JPanel(new BorderLayout(0, 10));
        panel.setBorder(BorderFactory.createEmptyBorder(12, 12, 6, 12));
        panel.add(words, BorderLayout.NORTH);
        panel.add(scroll);
        panel.add(about, BorderLayout.SOUTH);
        DialogDescriptor dialog = new DialogDescriptor(panel, Bundle.TIT_StartLab());
        if (DialogDisplayer.getDefault().notify(dialog) == DialogDescriptor.OK_OPTION && list.getSelectedIndex() >= 0) {
            LabRun.start(scenarios.get(list.getSelectedIndex()));
            TopComponent window = WindowManager.getDefault().findTopComponent(HostsWindow.ID);
            window.open();
            window.requestActive();
        }
    }
}
