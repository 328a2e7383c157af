package org.ipsecworkbench.workbench.modules;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.extension.trust.ModuleTrust;
import org.ipsecworkbench.workbench.Cells;
import org.ipsecworkbench.workbench.ResultTable;
import org.ipsecworkbench.workbench.RowsModel;
import org.ipsecworkbench.workbench.TableLook;
import org.ipsecworkbench.workbench.WrappedText;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/** Shows the added modules and the signers whom the user trusts, and lets both be changed. For the event thread. */
@Messages({
    "MSG_ModulesRights=A module that you add can do whatever you can. Its signature says who made it. One that was"
            + " changed after it was signed never runs. What you set here holds from the next start on.",
    "CTL_WarnUnsigned=&Warn of modules that nobody signed, and run them",
    "CTL_RefuseUnsigned=&Refuse modules that none of the trusted signers signed",
    "CTL_AddedModules=&Added modules:",
    "CTL_TrustedSigners=Trusted &signers:",
    "CTL_TrustSigner=&Trust Its Signer",
    "CTL_TrustNoLonger=Trust No &Longer",
    "CTL_RemoveRefused=R&emove",
    "# {0} - name of a module",
    "MSG_RemoveRefused=Remove the module {0}? Its file is deleted."
})
final class ModulesPanel extends JPanel {
    @Serial
    private static final long serialVersionUID = 1;

    private static final Logger LOG = Logger.getLogger(ModulesPanel.class.getName());
    private static final String EXAMPLE_SIGNER = "CN=Example Networks, C=DE";
    private static final RequestProcessor WORKER = new RequestProcessor(ModulesPanel.class);

    private final transient Path user;
    private final transient Runnable changed;
    private final JRadioButton warn = new JRadioButton();
    private final JRadioButton refuse = new JRadioButton();
    private final JButton trustSigner = new JButton();
    private final JButton remove = new JButton();
    private final JButton trustNoLonger = new JButton();
    private final RowsModel<JudgedModule> modules = new RowsModel<>(JudgedModule.Column.values());
    private final RowsModel<Map.Entry<String, String>> signers = new RowsModel<>(SignerColumn.values());
    private final ResultTable moduleTable =
            new ResultTable(modules, "addedModules", Bundle.CTL_AddedModules(), JudgedModule.Column.STATE);
    private final ResultTable signerTable =
            new ResultTable(signers, "trustedSigners", Bundle.CTL_TrustedSigners(), SignerColumn.FINGERPRINT);
    private transient ModuleTrust saved = new ModuleTrust(false, Map.of());
    private transient ModuleTrust trust = saved;

    ModulesPanel(Path user, Runnable changed) {
        super(new BorderLayout());
        this.user = user;
        this.changed = changed;
        JPanel rows = new JPanel();
        rows.setLayout(new BoxLayout(rows, BoxLayout.PAGE_AXIS));
        rows.setBorder(BorderFactory.createEmptyBorder(12, 12, 12, 12));
        WrappedText rights = new WrappedText(false);
        rights.setText(Bundle.MSG_ModulesRights());
        rows.add(left(rights));
        rows.add(Box.createVerticalStrut(8));
        rows.add(left(choice(warn, "warnUnsigned", Bundle.CTL_WarnUnsigned(), false)));
        rows.add(left(choice(refuse, "refuseUnsigned", Bundle.CTL_RefuseUnsigned(), true)));
        name(trustSigner, "trustSigner", Bundle.CTL_TrustSigner());
        name(remove, "removeModule", Bundle.CTL_RemoveRefused());
        name(trustNoLonger, "trustNoLonger", Bundle.CTL_TrustNoLonger());
        add(rows, moduleTable, Bundle.CTL_AddedModules(), trustSigner, remove);
        add(rows, signerTable, Bundle.CTL_TrustedSigners(), trustNoLonger);
        TableLook.column(
                moduleTable,
                JudgedModule.Column.NAME.ordinal(),
                Cells.<String>text(text -> text),
                "com.example.networks");
        TableLook.column(
                moduleTable, JudgedModule.Column.SIGNER.ordinal(), Cells.<String>text(text -> text), EXAMPLE_SIGNER);
        TableLook.column(
                moduleTable, JudgedModule.Column.STATE.ordinal(), Cells.<String>text(text -> text), EXAMPLE_SIGNER);
        TableLook.column(signerTable, SignerColumn.NAME.ordinal(), Cells.<String>text(text -> text), EXAMPLE_SIGNER);
        TableLook.column(
                signerTable, SignerColumn.FINGERPRINT.ordinal(), Cells.<String>code(text -> text), EXAMPLE_SIGNER);
        ButtonGroup group = new ButtonGroup();
        group.add(warn);
        group.add(refuse);
        trustSigner.addActionListener(e -> trustSelected());
        remove.addActionListener(e -> removeSelected());
        trustNoLonger.addActionListener(e -> trustSelectedNoLonger());
        add(rows);
    }

    private static JComponent left(JComponent component) {
        component.setAlignmentX(LEFT_ALIGNMENT);
        return component;
    }

    private JRadioButton choice(JRadioButton button, String name, String text, boolean refusing) {
        Mnemonics.setLocalizedText(button, text);
        button.setName(name);
        button.addActionListener(e -> change(new ModuleTrust(refusing, trust.signers())));
        return button;
    }

    private void add(JPanel rows, JTable table, String title, JButton... buttonsBelow) {
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, title);
        label.setLabelFor(table);
        rows.add(Box.createVerticalStrut(12));
        rows.add(left(label));
        JScrollPane scroll = new JScrollPane(table);
        scroll.setPreferredSize(new Dimension(600, 130));
        rows.add(left(scroll));
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 4));
        for (JButton button : buttonsBelow) {
            buttons.add(button);
        }
        buttons.setMaximumSize(new Dimension(Integer.MAX_VALUE, buttons.getPreferredSize().height));
        rows.add(left(buttons));
        table.getSelectionModel().addListSelectionListener(e -> enableButtons());
    }

    private static void name(JButton button, String name, String words) {
        Mnemonics.setLocalizedText(button, words);
        button.setName(name);
    }

    /** Shows what is set, and judges the modules anew. */
    void read() {
        WORKER.post(() -> {
            ModuleTrust read = ModuleTrust.in(user);
            SwingUtilities.invokeLater(() -> {
                saved = read;
                show(read);
            });
        });
    }

    private void change(ModuleTrust newer) {
        show(newer);
        changed.run();
    }

    private void show(ModuleTrust newer) {
        trust = newer;
        warn.setSelected(!newer.refusing());
        refuse.setSelected(newer.refusing());
        signers.show(List.copyOf(new TreeMap<>(newer.signers()).entrySet()));
        enableButtons();
        WORKER.post(() -> judge(newer));
    }

    private void judge(ModuleTrust newer) {
        try {
            List<JudgedModule> judged = JudgedModule.in(user, newer);
            SwingUtilities.invokeLater(() -> {
                if (trust.equals(newer)) {
                    modules.update(judged);
                    enableButtons();
                }
            });
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The added modules cannot be read", e);
        }
    }

    private void enableButtons() {
        int row = moduleTable.getSelectedRow();
        trustSigner.setEnabled(row >= 0
                && !modules.row(row).signature().chain().isEmpty()
                && !trust.trusts(modules.row(row).signature().chain()));
        remove.setEnabled(row >= 0 && !modules.row(row).isKnown());
        trustNoLonger.setEnabled(signerTable.getSelectedRow() >= 0);
    }

    private void trustSelected() {
        change(trust.with(
                modules.row(moduleTable.getSelectedRow()).signature().chain().get(0)));
    }

    private void removeSelected() {
        AddedModule module = modules.row(moduleTable.getSelectedRow()).module();
        Object answer = DialogDisplayer.getDefault()
                .notify(new NotifyDescriptor.Confirmation(
                        Bundle.MSG_RemoveRefused(module.codeName()), NotifyDescriptor.OK_CANCEL_OPTION));
        if (answer == NotifyDescriptor.OK_OPTION) {
            ModuleTrust now = trust;
            WORKER.post(() -> {
                try {
                    module.remove(user);
                } catch (IOException e) {
                    LOG.log(Level.WARNING, "A module cannot be removed", e);
                }
                judge(now);
            });
        }
    }

    private void trustSelectedNoLonger() {
        change(trust.without(signers.row(signerTable.getSelectedRow()).getKey()));
    }

    boolean isChanged() {
        return !trust.equals(saved);
    }

    /** Keeps what is shown, and has modules that may run now start the next time. */
    void apply() {
        ModuleTrust before = saved;
        ModuleTrust now = trust;
        saved = now;
        WORKER.post(() -> {
            try {
                now.save(user);
                for (AddedModule module : AddedModule.in(user)) {
                    boolean ran = before.judge(module.file()).runs();
                    if (!ran && now.judge(module.file()).runs()) {
                        module.enable(user);
                    }
                }
            } catch (IOException e) {
                LOG.log(Level.WARNING, "Which modules may run cannot be kept", e);
            }
        });
    }
}
