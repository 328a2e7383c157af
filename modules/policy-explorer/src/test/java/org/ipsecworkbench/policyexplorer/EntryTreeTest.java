package org.ipsecworkbench.policyexplorer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javax.swing.tree.TreePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntryTreeTest {
    private final EntryTree tree = new EntryTree(entry -> {});

    private static Entry line(String text, Detail... details) {
        return new Entry(text, null, List.of(details), List.of());
    }

    @BeforeEach
    void show() {
        tree.show(Entry.group(
                "host",
                List.of(
                        Entry.group("Rules", List.of(line("Files"), line("Mail", Detail.of("Offer", "ESP aes128")))),
                        line("Other", Detail.of("Offer", "AH sha1")))));
        tree.setSelectionRow(0);
    }

    private String selected() {
        TreePath path = tree.getSelectionPath();
        return path == null ? "" : path.getLastPathComponent().toString();
    }

    @Test
    void whatIsFoundIsSelectedAndCountedAroundTheEnd() {
        assertEquals(new EntryTree.Found(1, 2), tree.find(" offer ", false));
        assertEquals("Mail", selected());
        assertEquals(new EntryTree.Found(2, 2), tree.find("offer", false));
        assertEquals("Other", selected());
        assertEquals(new EntryTree.Found(1, 2), tree.find("offer", false));
        assertEquals(new EntryTree.Found(2, 2), tree.find("offer", true));
        assertEquals(new EntryTree.Found(1, 2), tree.find("OFFER", true));
    }

    @Test
    void valuesAreSearchedToo() {
        assertEquals(new EntryTree.Found(1, 1), tree.find("aes128", false));
        assertEquals("Mail", selected());
    }

    @Test
    void whatIsNowhereLeavesTheSelection() {
        assertEquals(EntryTree.Found.NONE, tree.find("kerberos", false));
        assertEquals(EntryTree.Found.NONE, tree.find("  ", false));
        assertEquals("host", selected());
    }
}
