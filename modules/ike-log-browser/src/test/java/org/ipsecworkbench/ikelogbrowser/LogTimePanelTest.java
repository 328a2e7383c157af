package org.ipsecworkbench.ikelogbrowser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.JComboBox;
import javax.swing.JTextField;
import org.ipsecworkbench.ike.LogTime;
import org.junit.jupiter.api.Test;

class LogTimePanelTest {
    private static final LogTime UTC = new LogTime(ZoneId.of("UTC"), 0);

    private final LogTimePanel panel = new LogTimePanel(List.of("a.log", "b.log"), List.of(UTC, UTC), () -> {});

    private JComboBox<?> field(String name) {
        return (JComboBox<?>) Stream.of(panel.getComponents())
                .filter(one -> name.equals(one.getName()))
                .findFirst()
                .orElseThrow();
    }

    private void type(String zone) {
        Component editor = field("logZone").getEditor().getEditorComponent();
        ((JTextField) editor).setText(zone);
    }

    @Test
    void eachLogHasATimeOfItsOwn() {
        type("Europe/Berlin");
        field("logOfTime").setSelectedIndex(1);
        field("logYear").setSelectedItem(2003);
        assertEquals(
                List.of(new LogTime(ZoneId.of("Europe/Berlin"), 0), new LogTime(ZoneId.of("UTC"), 2003)),
                panel.times());
    }

    @Test
    void whatIsNoZoneIsNotTaken() {
        type("Nowhere");
        assertFalse(panel.isValidZone());
        assertEquals(UTC, panel.times().get(0));
        type("+05:30");
        assertTrue(panel.isValidZone());
        assertEquals(ZoneId.of("+05:30"), panel.times().get(0).zone());
    }
}
