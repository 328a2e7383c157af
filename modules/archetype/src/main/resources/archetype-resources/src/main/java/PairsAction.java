#set( $symbol_pound = '#' )
package ${package};

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.ipsecworkbench.workbench.OpenCapture;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;

/** Opens the window for the capture in the selected window; enabled while there is one. */
@ActionID(category = "Capture", id = "${package}.PairsAction")
@ActionRegistration(displayName = "${symbol_pound}CTL_Pairs")
@ActionReference(path = "Menu/Capture", position = 900, separatorBefore = 890)
@Messages("CTL_Pairs=Host Pairs by &Bytes")
public final class PairsAction implements ActionListener {
    private final OpenCapture capture;

    /** For the capture that is selected. */
    public PairsAction(OpenCapture capture) {
        this.capture = capture;
    }

    @Override
    public void actionPerformed(ActionEvent e) {
        PairsWindow window = new PairsWindow(capture.file());
        window.open();
        window.requestActive();
    }
}
