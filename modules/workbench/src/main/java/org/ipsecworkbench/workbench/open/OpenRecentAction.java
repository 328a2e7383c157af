package org.ipsecworkbench.workbench.open;

import java.awt.event.ActionEvent;
import java.nio.file.Path;
import java.util.List;
import javax.swing.AbstractAction;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.event.MenuEvent;
import javax.swing.event.MenuListener;
import org.ipsecworkbench.workbench.FileOpening;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.RecentFiles;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;
import org.openide.util.actions.Presenter;

/** The submenu of the files that were opened last. */
@ActionID(category = "File", id = "org.ipsecworkbench.workbench.open.OpenRecentAction")
@ActionRegistration(displayName = "#CTL_OpenRecent", lazy = false)
@ActionReference(path = "Menu/File", position = 150)
@Messages({"CTL_OpenRecent=Open &Recent", "CTL_NoRecent=(none yet)", "CTL_ClearRecent=&Clear List"})
public final class OpenRecentAction extends AbstractAction implements Presenter.Menu {
    private static final long serialVersionUID = 1;

    /** For the registration. */
    public OpenRecentAction() {
        super(Bundle.CTL_OpenRecent());
    }

    @Override
    public void actionPerformed(ActionEvent e) {
        // The submenu acts.
    }

    @Override
    public JMenuItem getMenuPresenter() {
        JMenu menu = new JMenu();
        Mnemonics.setLocalizedText(menu, Bundle.CTL_OpenRecent());
        menu.addMenuListener(new MenuListener() {
            @Override
            public void menuSelected(MenuEvent e) {
                fill(menu);
            }

            @Override
            public void menuDeselected(MenuEvent e) {}

            @Override
            public void menuCanceled(MenuEvent e) {}
        });
        return menu;
    }

    private static void fill(JMenu menu) {
        menu.removeAll();
        List<Path> files = RecentFiles.list();
        if (files.isEmpty()) {
            menu.add(Bundle.CTL_NoRecent()).setEnabled(false);
            return;
        }
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            JMenuItem item = new JMenuItem((i + 1) + "  " + Formats.abbreviate(file.toString(), 80));
            if (i < 9) {
                item.setMnemonic('1' + i);
            }
            item.setToolTipText(file.toString());
            item.addActionListener(e -> FileOpening.open(List.of(file)));
            menu.add(item);
        }
        menu.addSeparator();
        JMenuItem clear = new JMenuItem();
        Mnemonics.setLocalizedText(clear, Bundle.CTL_ClearRecent());
        clear.addActionListener(e -> RecentFiles.clear());
        menu.add(clear);
    }
}
