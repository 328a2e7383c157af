package org.ipsecworkbench.application;

import java.awt.Component;
import java.awt.Rectangle;
import java.awt.Robot;
import java.io.File;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.swing.SwingUtilities;
import org.netbeans.jemmy.operators.ComponentOperator;

/** Pictures of what a window test sees. */
final class Screenshots {
    private Screenshots() {}

    /** What is on the screen where a window is, once it has come to rest. */
    static void take(ComponentOperator window, String name) throws Exception {
        Component shown = window.getSource();
        Robot robot = new Robot();
        robot.waitForIdle();
        robot.delay(700);
        Rectangle[] bounds = new Rectangle[1];
        SwingUtilities.invokeAndWait(() -> bounds[0] = shown.getBounds());
        File file = Path.of(System.getProperty(WindowSuite.SCREENSHOTS))
                .resolve(System.getProperty(WindowSuite.LOOK) + "-" + name + ".png")
                .toFile();
        ImageIO.write(robot.createScreenCapture(bounds[0]), "png", file);
    }
}
