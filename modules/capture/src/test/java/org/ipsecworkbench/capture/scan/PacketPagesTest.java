package org.ipsecworkbench.capture.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketPagesTest {

    @ParameterizedTest
    @ValueSource(ints = {PacketPages.IN_MEMORY, 70_000, 0})
    void everyPacketIsFoundAcrossPagesOfAnySizeInMemoryAndInTheFile(int inMemory) throws IOException {
        PacketPages pages = new PacketPages(inMemory);
        int[] sizes = {1, 8192, 3, 1, 1, 700, 2};
        long first = 0;
        for (int round = 0; round < 20; round++) {
            for (int size : sizes) {
                PacketPages.Page page = new PacketPages.Page(1000 * first, size);
                for (int i = 0; i < size; i++) {
                    page.places[i] = 1000 * i;
                    page.flows[i] = (int) (first + i) * 3;
                }
                pages.add(page);
                first += size;
            }
        }
        assertEquals(first, pages.packets());
        for (long packet = 0; packet < first; packet++) {
            assertEquals(1000 * packet, pages.position(packet));
            assertEquals((int) packet * 3, pages.flow(packet));
        }
        int[] flows = new int[1000];
        long[] positions = new long[1000];
        for (long from : new long[] {0, 8000, 8191, 65_000, first - 1000}) {
            pages.copyFlows(from, flows, 1000);
            pages.copyPositions(from, positions, 1000);
            for (int i = 0; i < 1000; i++) {
                assertEquals(pages.flow(from + i), flows[i]);
                assertEquals(pages.position(from + i), positions[i]);
            }
        }
    }

    @Test
    void placesReachFourGigabytesBehindTheFirstOfAPage() throws IOException {
        PacketPages pages = new PacketPages();
        PacketPages.Page page = new PacketPages.Page(5_000_000_000L, 2);
        page.places[1] = (int) 4_000_000_001L;
        pages.add(page);
        assertEquals(9_000_000_001L, pages.position(1));
    }

    @Test
    void whatIsNotThereIsOutOfBounds() throws IOException {
        PacketPages pages = new PacketPages();
        assertThrows(IndexOutOfBoundsException.class, () -> pages.flow(0));
        pages.add(new PacketPages.Page(0, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> pages.position(2));
        assertThrows(IndexOutOfBoundsException.class, () -> pages.position(-1));
    }
}
