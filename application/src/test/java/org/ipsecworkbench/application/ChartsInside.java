package org.ipsecworkbench.application;

import java.awt.Component;
import javax.swing.JLabel;
import javax.swing.JTable;
import org.netbeans.jemmy.operators.ContainerOperator;
import org.netbeans.jemmy.operators.JButtonOperator;
import org.netbeans.jemmy.operators.JPopupMenuOperator;
import org.netbeans.jemmy.operators.JTabbedPaneOperator;
import org.netbeans.jemmy.operators.JTableOperator;
import org.netbeans.jemmy.operators.JTextFieldOperator;

/** From the charts to the packets and back. Runs in the application. */
public class ChartsInside extends WindowCase {
    public ChartsInside(String name) {
        super(name);
    }

    public void testDraggedTimesAndAClickedBarFilterThePackets() throws Exception {
        open(sample());
        text("verdict", "Partly in clear");
        ContainerOperator<?> times = new ContainerOperator<>(window(), named("timeChart"));
        until("a chart", () -> times.getWidth() > 100 && times.getHeight() > 50);
        times.dragNDrop(times.getWidth() / 4, times.getHeight() / 2, times.getWidth() / 2, times.getHeight() / 2);
        JLabel picked = (JLabel) new ContainerOperator<>(window(), named("picked")).getSource();
        until("a time range", () -> picked.isShowing() && picked.getText().endsWith(" UTC"));
        screenshot("picked-times");

        ContainerOperator<?> bars = new ContainerOperator<>(window(), named("pairChart"));
        bars.clickMouse(bars.getWidth() * 3 / 4, 34 + 26 * 2 + 13, 1);
        until("a pair and a time range", () -> picked.getText().contains("10.57.0.10 – 10.57.0.20, "));
        screenshot("picked-pair");

        new JButtonOperator(window(), named("goToPicked")).push();
        JTextFieldOperator filter = new JTextFieldOperator(window(), named("filter"));
        String text = filter.getText();
        assertTrue(text, text.startsWith("pair == 10.57.0.10,10.57.0.20 and frame.time_relative >= "));
        JTableOperator packets = table("packets");
        packets.waitState(condition("some of the pair's packets", ChartsInside::hasSome));

        new JTabbedPaneOperator(window()).selectPage("Coverage");
        new JButtonOperator(window(), named("unpick")).push();
        new JTabbedPaneOperator(window()).selectPage("Packets");
        packets.waitState(rows(204));
        assertEquals("", filter.getText());
    }

    public void testTheMenuOfARowFiltersOnWhatItShows() throws Exception {
        open(sample());
        text("verdict", "Partly in clear");
        new JTabbedPaneOperator(window()).selectPage("Packets");
        JTableOperator packets = table("packets");
        packets.waitState(rows(204));
        JPopupMenuOperator menu = new JPopupMenuOperator(packets.callPopupOnCell(6, 2));
        screenshot("row-menu");
        menu.pushMenu("Filter on SPI");
        packets.waitState(condition("some of them", component -> ((JTable) component).getRowCount() < 204));
        JTextFieldOperator filter = new JTextFieldOperator(window(), named("filter"));
        assertTrue(filter.getText(), filter.getText().startsWith("spi == 0x"));
        assertEquals("ESP", cell(packets, 0, 4));
    }

    private static boolean hasSome(Component table) {
        int rows = ((JTable) table).getRowCount();
        return rows > 0 && rows < 204;
    }
}
