package org.ipsecworkbench.workbench.hosts;

import java.awt.BorderLayout;
import javax.swing.JButton;
import javax.swing.JPanel;
import org.ipsecworkbench.workbench.WrappedText;
import org.openide.util.NbBundle.Messages;

/** The key of a host that the user trusts, which can be forgotten but not typed. */
@Messages({"LBL_NoPin=None; certificates are trusted as Java does", "CTL_ForgetPin=Forget"})
final class PinField extends JPanel {
    private static final long serialVersionUID = 1;

    private final WrappedText text = new WrappedText(true);
    private final JButton forget = new JButton(Bundle.CTL_ForgetPin());
    private String pin = "";

    PinField() {
        super(new BorderLayout(8, 0));
        text.setName("pin");
        forget.setName("forgetPin");
        forget.addActionListener(e -> set(""));
        add(text);
        JPanel side = new JPanel(new BorderLayout());
        side.add(forget, BorderLayout.NORTH);
        add(side, BorderLayout.EAST);
        set("");
    }

    String get() {
        return pin;
    }

    void set(String key) {
        pin = key;
        text.setText(
                key.isEmpty()
                        ? Bundle.LBL_NoPin()
                        : key.replaceAll("(.{16})", "$1 ").strip());
        forget.setVisible(!key.isEmpty());
        revalidate();
    }
}
