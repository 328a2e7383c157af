package org.ipsecworkbench.captureviewer;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.ipsecworkbench.workbench.Followable;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;

/** Follows the file of the selected window, or ends that. */
@ActionID(category = "File", id = "org.ipsecworkbench.captureviewer.FollowAction")
@ActionRegistration(displayName = "#CTL_FollowCapture")
@ActionReferences({
    @ActionReference(path = "Menu/File", position = 450),
    @ActionReference(path = "Shortcuts", name = "DS-F")
})
@Messages("CTL_FollowCapture=Fo&llow File, or Stop Following")
public final class FollowAction implements ActionListener {
    private final Followable window;

    /** For the window that is selected. */
    public FollowAction(Followable window) {
        this.window = window;
    }

    @Override
    public void actionPerformed(ActionEvent e) {
        if (window.isFollowing() || window.whyNotFollowed().isEmpty()) {
            window.follow(!window.isFollowing());
        } else {
            DialogDisplayer.getDefault()
                    .notify(new NotifyDescriptor.Message(
                            window.whyNotFollowed(), NotifyDescriptor.INFORMATION_MESSAGE));
        }
    }
}
