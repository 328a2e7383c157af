package org.ipsecworkbench.application;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import javax.swing.JLabel;
import javax.swing.JTable;
import org.netbeans.jemmy.operators.JButtonOperator;
import org.netbeans.jemmy.operators.JLabelOperator;
import org.netbeans.jemmy.operators.JTabbedPaneOperator;
import org.netbeans.jemmy.operators.JTableOperator;
import org.netbeans.jemmy.operators.JToggleButtonOperator;

/** A file that another program still writes: the first half of the sample, cut inside a packet, then the rest, twice. */
public class FollowInside extends WindowCase {
    /** Bytes before the first packet of a pcap file. */
    private static final int FILE_HEADER = 24;

    public FollowInside(String name) {
        super(name);
    }

    public void testAGrowingFileIsFollowed() throws Exception {
        byte[] whole = Files.readAllBytes(sample());
        int cut = whole.length / 2;
        Path growing = Files.write(getWorkDir().toPath().resolve("growing.pcap"), Arrays.copyOf(whole, cut));
        Files.setLastModifiedTime(growing, FileTime.from(Instant.now()));
        open(growing);
        text("progress", "The file seems to be still being written. What you see is what it held when it was read.");
        screenshot("still-written");

        new JButtonOperator(window(), named("followIt")).push();
        starts("progress", "Following: ");
        new JTabbedPaneOperator(window()).selectPage("Packets");
        JTableOperator packets = table("packets");
        packets.setRowSelectionInterval(3, 3);
        Files.write(growing, Arrays.copyOfRange(whole, cut, whole.length), StandardOpenOption.APPEND);
        packets.waitState(rows(204));
        assertEquals("the selection stays", 3, packets.getSelectedRow());
        assertEquals("and the place", 0, packets.getVisibleRect().y);

        packets.scrollToCell(203, 0);
        Files.write(growing, Arrays.copyOfRange(whole, FILE_HEADER, whole.length), StandardOpenOption.APPEND);
        packets.waitState(rows(408));
        packets.waitState(condition("the end is in sight", component -> {
            JTable table = (JTable) component;
            return table.getVisibleRect()
                    .contains(table.getCellRect(407, 0, true).getLocation());
        }));
        assertEquals("the selection still stays", 3, packets.getSelectedRow());
        screenshot("following-packets");
        new JTabbedPaneOperator(window()).selectPage("Coverage");
        text("verdict", "So far: Partly in clear");
        screenshot("following");

        new JButtonOperator(window(), named("stopFollowing")).push();
        text("verdict", "Partly in clear");
        Files.write(growing, Arrays.copyOfRange(whole, FILE_HEADER, whole.length), StandardOpenOption.APPEND);
        new JToggleButtonOperator(window(), named("follow")).push();
        starts("progress", "Following: 612 packets");
    }

    private void starts(String name, String text) {
        new JLabelOperator(window(), named(name))
                .waitState(condition(
                        name + " begins with " + text,
                        label -> label.isShowing() && ((JLabel) label).getText().startsWith(text)));
    }
}
