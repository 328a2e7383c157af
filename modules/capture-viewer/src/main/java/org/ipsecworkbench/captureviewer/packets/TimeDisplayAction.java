package org.ipsecworkbench.captureviewer.packets;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.event.MenuEvent;
import javax.swing.event.MenuListener;
import org.ipsecworkbench.workbench.TimeDisplay;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;
import org.openide.util.actions.Presenter;

/** The submenu that chooses how times are told. */
@ActionID(category = "View", id = "org.ipsecworkbench.captureviewer.packets.TimeDisplayAction")
@ActionRegistration(displayName = "#CTL_TimeDisplay", lazy = false)
@ActionReference(path = "Menu/View", position = 50, separatorAfter = 60)
@Messages("CTL_TimeDisplay=Time &Display")
public final class TimeDisplayAction extends AbstractAction implements Presenter.Menu {
    private static final long serialVersionUID = 1;

    /** For the registration. */
    public TimeDisplayAction() {
        super(Bundle.CTL_TimeDisplay());
    }

    @Override
    public void actionPerformed(ActionEvent e) {
        // The submenu acts.
    }

    @Override
    public JMenuItem getMenuPresenter() {
        JMenu menu = new JMenu();
        Mnemonics.setLocalizedText(menu, Bundle.CTL_TimeDisplay());
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
        for (TimeDisplay display : TimeDisplay.values()) {
            JRadioButtonMenuItem item = new JRadioButtonMenuItem();
            Mnemonics.setLocalizedText(item, display.label());
            item.setSelected(display == TimeDisplay.current());
            item.addActionListener(e -> TimeDisplay.choose(display));
            menu.add(item);
        }
    }
}
