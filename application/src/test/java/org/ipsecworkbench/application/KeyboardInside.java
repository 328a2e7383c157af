package org.ipsecworkbench.application;

import java.awt.Component;
import java.awt.event.KeyEvent;
import java.util.Arrays;
import javax.swing.JPopupMenu;
import javax.swing.JTable;
import javax.swing.MenuSelectionManager;
import org.netbeans.jemmy.ComponentChooser;
import org.netbeans.jemmy.operators.JTableOperator;

/** Through all tabs without a mouse. Runs in the application. */
public class KeyboardInside extends WindowCase {
    public KeyboardInside(String name) {
        super(name);
    }

    public void testEveryTabIsReachedAndUsedByKeys() throws Exception {
        open(sample());
        text("verdict", "Partly in clear");
        untilFocusIn("pairs");
        press(KeyEvent.VK_DOWN);
        JTable pairs = (JTable) table("pairs").getSource();
        until("the second pair", () -> pairs.getSelectedRow() == 1);
        contains("pairReasons", "10.57.0.20 – 10.57.0.30");
        press(KeyEvent.VK_ENTER);
        untilFocusIn("packets");
        JTableOperator packets = table("packets");
        packets.waitState(condition("the pair's packets", KeyboardInside::hasSome));
        for (String part : new String[] {"details", "bytes", "filter", "packets"}) {
            press(KeyEvent.VK_F6);
            untilFocusIn(part);
        }
        press(KeyEvent.VK_SLASH);
        untilFocusIn("filter");
        press(KeyEvent.VK_ESCAPE);
        packets.waitState(rows(204));

        press(KeyEvent.VK_ALT, KeyEvent.VK_N);
        untilFocusIn("flows");
        press(KeyEvent.VK_ENTER);
        untilFocusIn("packets");
        packets.waitState(condition("the flow's packets", KeyboardInside::hasSome));

        press(KeyEvent.VK_ALT, KeyEvent.VK_M);
        untilFocusIn("otherCapture");
        press(KeyEvent.VK_ALT, KeyEvent.VK_C);
        untilFocusIn("pairs");
        press(KeyEvent.VK_ALT, KeyEvent.VK_P);
        untilFocusIn("packets");
    }

    public void testTimesAreToldInTheWayThatIsChosen() throws Exception {
        open(sample());
        text("verdict", "Partly in clear");
        untilFocusIn("pairs");
        press(KeyEvent.VK_ALT, KeyEvent.VK_P);
        JTableOperator packets = table("packets");
        packets.waitState(rows(204));
        chooseTimes(KeyEvent.VK_U);
        packets.waitState(title("Time (UTC)"));
        assertEquals("2026-11-23 15:17:58.647966", cell(packets, 0, 1));
        screenshot("utc");
        chooseTimes(KeyEvent.VK_P);
        packets.waitState(title("Since previous (s)"));
        assertEquals("0.000000", cell(packets, 0, 1));
        chooseTimes(KeyEvent.VK_F);
        packets.waitState(title("Time (s)"));
    }

    private static boolean hasSome(Component table) {
        int rows = ((JTable) table).getRowCount();
        return rows > 0 && rows < 204;
    }

    private static void chooseTimes(int mnemonic) throws Exception {
        press(KeyEvent.VK_ALT, KeyEvent.VK_V);
        untilMenus(1);
        press(KeyEvent.VK_D);
        untilMenus(2);
        press(mnemonic);
        untilMenus(0);
    }

    /** Waits until so many menus are open below one another. */
    private static void untilMenus(int open) throws Exception {
        until(
                open + " menus",
                () -> Arrays.stream(MenuSelectionManager.defaultManager().getSelectedPath())
                                .filter(element -> element instanceof JPopupMenu menu && menu.isShowing())
                                .count()
                        == open);
    }

    private static ComponentChooser title(String title) {
        return condition(
                title,
                table -> title.equals(
                        ((JTable) table).getColumnModel().getColumn(1).getHeaderValue()));
    }
}
