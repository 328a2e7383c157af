package org.ipsecworkbench.captureviewer.packets;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.ipsecworkbench.workbench.Formats;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;

/** Asks for the number of a packet and goes there. */
@ActionID(category = "Edit", id = GoToPacketAction.ID)
@ActionRegistration(displayName = "#CTL_GoTo")
@ActionReferences({
    @ActionReference(path = "Menu/Edit", position = 1950, separatorBefore = 1940),
    @ActionReference(path = "Shortcuts", name = "D-G")
})
@Messages({
    "CTL_GoTo=&Go to Packet…",
    "TIT_GoTo=Go to Packet",
    "# {0} - last number",
    "LBL_GoTo=&Number of the packet (1 to {0}):",
    "# {0} - what was typed",
    "# {1} - last number",
    "MSG_NoSuchPacket=There is no packet {0}. The numbers go from 1 to {1}."
})
public final class GoToPacketAction implements ActionListener {
    static final String ID = "org.ipsecworkbench.captureviewer.packets.GoToPacketAction";

    private final PacketNavigator window;

    /** For the window that is selected. */
    public GoToPacketAction(PacketNavigator window) {
        this.window = window;
    }

    @Override
    public void actionPerformed(ActionEvent e) {
        String last = Formats.count(window.packets());
        NotifyDescriptor.InputLine question = new NotifyDescriptor.InputLine(Bundle.LBL_GoTo(last), Bundle.TIT_GoTo());
        if (DialogDisplayer.getDefault().notify(question) != NotifyDescriptor.OK_OPTION) {
            return;
        }
        String typed = question.getInputText().trim();
        long number = number(typed);
        if (number < 1 || number > window.packets()) {
            DialogDisplayer.getDefault()
                    .notify(new NotifyDescriptor.Message(
                            Bundle.MSG_NoSuchPacket(typed, last), NotifyDescriptor.INFORMATION_MESSAGE));
            return;
        }
        window.goTo(number - 1);
    }

    /** A number, with or without thousands separators; 0 where it is none. */
    static long number(String typed) {
        try {
            return Long.parseLong(typed.replace(",", "").replace(" ", ""));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
