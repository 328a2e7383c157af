package org.ipsecworkbench.application;

import java.awt.Container;
import java.awt.Window;
import java.awt.event.KeyEvent;
import javax.swing.JList;
import org.jspecify.annotations.Nullable;
import org.netbeans.jemmy.operators.ContainerOperator;
import org.netbeans.jemmy.operators.JTabbedPaneOperator;
import org.netbeans.jemmy.operators.JTableOperator;
import org.netbeans.jemmy.operators.JTextFieldOperator;

/** The filter field, by keyboard. Runs in the application. */
public class FilterInside extends WindowCase {
    private JTextFieldOperator filter;
    private JTableOperator packets;

    public FilterInside(String name) {
        super(name);
    }

    @Override
    protected void setUp() throws Exception {
        super.setUp();
        open(sample());
        text("verdict", "Partly in clear");
        new JTabbedPaneOperator(window()).selectPage("Packets");
        packets = table("packets");
        packets.waitState(rows(204));
        filter = new JTextFieldOperator(window(), named("filter"));
        untilFocusIn("packets");
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_F);
        untilFocusIn("filter");
    }

    public void testAFieldIsCompletedByKeyboard() throws Exception {
        press(KeyEvent.VK_E);
        press(KeyEvent.VK_S);
        press(KeyEvent.VK_P);
        press(KeyEvent.VK_PERIOD);
        until(
                "proposals that begin so",
                () -> proposals() != null && proposals().getModel().getSize() > 1);
        screenshot("proposals");
        press(KeyEvent.VK_DOWN);
        until("the first selected", () -> proposals().getSelectedIndex() == 0);
        press(KeyEvent.VK_ENTER);
        until(
                "the proposal in the field",
                () -> proposals() == null && filter.getText().length() > "esp.".length());
        assertTrue(filter.getText(), filter.getText().startsWith("esp."));
        assertEquals("nothing is applied yet", 204, packets.getRowCount());
    }

    public void testAMistakeIsToldAndLeavesTheListAsItIs() throws Exception {
        apply(filter, "esp and ip.addr == 10.57.0.300");
        mistake("At “10.57.0.300”");
        assertEquals(204, packets.getRowCount());
        untilFocusIn("filter");
        apply(filter, "esp and");
        mistake("At “and”");
    }

    public void testFiltersOfBeforeAreListed() throws Exception {
        apply(filter, "arp");
        packets.waitState(rows(8));
        apply(filter, "isakmp");
        packets.waitState(rows(4));
        filter.requestFocus();
        untilFocusIn("filter");
        press(KeyEvent.VK_ESCAPE);
        packets.waitState(rows(204));
        press(KeyEvent.VK_DOWN);
        until("the history", () -> proposals() != null && proposals().getModel().getSize() >= 2);
        screenshot("history");
        press(KeyEvent.VK_DOWN);
        until("the second selected", () -> proposals().getSelectedIndex() == 1);
        press(KeyEvent.VK_ENTER);
        until("it in the field", () -> filter.getText().equals("arp"));
        press(KeyEvent.VK_ENTER);
        packets.waitState(rows(8));
    }

    /** The list under the field, or null while there is none. */
    private static @Nullable JList<?> proposals() {
        for (Window window : Window.getWindows()) {
            Container list = ContainerOperator.findContainer(
                    window, condition("proposals", one -> "proposals".equals(one.getName()) && one.isShowing()));
            if (list != null) {
                return (JList<?>) list;
            }
        }
        return null;
    }
}
