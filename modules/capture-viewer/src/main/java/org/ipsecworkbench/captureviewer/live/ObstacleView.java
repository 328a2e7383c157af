package org.ipsecworkbench.captureviewer.live;

import java.awt.BorderLayout;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import org.ipsecworkbench.capture.live.LiveObstacle;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.Tone;
import org.ipsecworkbench.workbench.WrappedText;
import org.jspecify.annotations.Nullable;

/** What is in the way of a capture, and the commands that help, to be copied. Invisible where nothing is. */
final class ObstacleView extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int WIDTH = 720;

    private final WrappedText what = new WrappedText(false);
    private final WrappedText remedy = new WrappedText(false);

    ObstacleView() {
        super(new BorderLayout(10, 6));
        setBorder(BorderFactory.createEmptyBorder(8, 10, 8, 10));
        setBackground(Palette.tinge(Tone.UNDECIDABLE));
        JLabel icon = new JLabel(Mark.INCONCLUSIVE.icon());
        icon.setVerticalAlignment(SwingConstants.TOP);
        what.setName("obstacle");
        what.wrapAt(WIDTH);
        remedy.setName("remedy");
        remedy.wrapAt(WIDTH);
        remedy.setFont(Palette.monospaced().deriveFont(Palette.font().getSize2D()));
        JPanel words = new JPanel(new BorderLayout(0, 6));
        words.setOpaque(false);
        words.add(what, BorderLayout.NORTH);
        words.add(remedy, BorderLayout.CENTER);
        add(icon, BorderLayout.WEST);
        add(words, BorderLayout.CENTER);
        setVisible(false);
    }

    void show(@Nullable LiveObstacle obstacle) {
        setVisible(obstacle != null);
        if (obstacle != null) {
            what.setText(obstacle.what());
            remedy.setText(obstacle.remedy());
            remedy.setVisible(!obstacle.remedy().isEmpty());
        }
    }
}
