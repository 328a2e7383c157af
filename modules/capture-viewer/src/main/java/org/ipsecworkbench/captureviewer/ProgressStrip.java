package org.ipsecworkbench.captureviewer;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.time.Duration;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.Tone;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/**
 * How far the reading is, with the button that ends it; after that, what is missing, or that more may come, with the button
 * that goes on. Else invisible.
 */
@Messages({
