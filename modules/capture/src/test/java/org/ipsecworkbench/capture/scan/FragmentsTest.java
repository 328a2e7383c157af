package org.ipsecworkbench.capture.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.capture.Exemption;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.decode.Frame;
import org.junit.jupiter.api.Test;

class FragmentsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int UDP = 17;
    private static final int ESP = 50;
    private static final long A = Frame.IPV4 | 0x0a000001;
    private static final long B = Frame.IPV4 | 0x0a000002;

    private final FlowTable flows = new FlowTable(1000);
    private final PacketPages pages = new PacketPages();
    private final Tally tally = new Tally(1000);
    private final List<Fragments.Fragment> fed = new ArrayList<>();

    @Test
    void aLaterFragmentTakesClassExemptionAndSpiOfItsFirst() throws IOException {
        first(key(1, ESP), 0, TrafficClass.ESP, 0xcafe);
        later(key(1, ESP), 1, TrafficClass.ESP);
        take(10);
        assertEquals(TrafficClass.ESP, classOf(1));
        assertEquals(0xcafe, flows.spi(pages.flow(1)));
    }

    @Test
    void fragmentsMayComeBeforeTheirFirst() throws IOException {
        later(key(1, UDP), 0, TrafficClass.UNDECIDABLE);
        later(key(1, UDP), 1, TrafficClass.UNDECIDABLE);
        first(key(1, UDP), 2, TrafficClass.IKEV2, 0);
        take(10);
        assertEquals(TrafficClass.IKEV2, classOf(0));
        assertEquals(TrafficClass.IKEV2, classOf(1));
        assertEquals(2, total().packets());
    }

    @Test
    void fragmentsMayComeInAnotherBatchThanTheirFirst() throws IOException {
        Fragments fragments = new Fragments(flows, pages, tally, 10);
        pages.add(new PacketPages.Page(0, 2));
        fragments.take(List.of(fragment(key(1, UDP), false, 0, 0, TrafficClass.UNDECIDABLE, 0)));
        fragments.take(List.of(fragment(key(1, UDP), true, 1, 0, TrafficClass.IKEV1, 0)));
        fragments.finish(tally);
        assertEquals(TrafficClass.IKEV1, classOf(0));
    }

    /** The end of a file that is followed is not the end of its packets. */
    @Test
    void whatWasSettledAtAnEndWaitsOn() throws IOException {
        Fragments fragments = new Fragments(flows, pages, tally, 10);
        pages.add(new PacketPages.Page(0, 2));
        fragments.take(List.of(fragment(key(1, UDP), false, 0, 0, TrafficClass.UNDECIDABLE, 0)));
        Tally ending = new Tally(1000);
        fragments.finish(ending);
        assertEquals(1, ending.packets());
        assertEquals(TrafficClass.UNDECIDABLE, classOf(0));
        fragments.take(List.of(fragment(key(1, UDP), true, 1, 0, TrafficClass.IKEV1, 0)));
        assertEquals(TrafficClass.IKEV1, classOf(0));
        assertEquals(1, total().packets());
    }

    @Test
    void withoutItsFirstAFragmentIsWhatItsProtocolNumberSays() throws IOException {
        later(key(1, ESP), 0, TrafficClass.ESP);
        later(key(2, UDP), 1, TrafficClass.UNDECIDABLE);
        take(10);
        assertEquals(TrafficClass.ESP, classOf(0));
        assertEquals(TrafficClass.UNDECIDABLE, classOf(1));
        assertEquals(2, total().packets());
        assertEquals(2000, total().bytes());
    }

    @Test
    void withoutItsFirstItIsInClearWhereItsHostsSentNothingElse() throws IOException {
        flows.flow(0, A, 0, B, 0, TrafficClass.CLEAR, Exemption.NONE, 0);
        later(key(1, UDP), 0, TrafficClass.UNDECIDABLE);
        take(10);
        assertEquals(TrafficClass.CLEAR, classOf(0));
    }

    @Test
    void butNotWhereTheyNegotiatedOrUsedEspInEitherDirection() throws IOException {
        flows.flow(0, A, 0, B, 0, TrafficClass.CLEAR, Exemption.NONE, 0);
        flows.flow(0, B, 0, A, 0, TrafficClass.IKEV2, Exemption.NONE, 0);
        later(key(1, UDP), 0, TrafficClass.UNDECIDABLE);
        take(10);
        assertEquals(TrafficClass.UNDECIDABLE, classOf(0));
    }

    @Test
    void otherAddressesNetworksProtocolsAndNumbersAreOtherDatagrams() throws IOException {
        first(key(1, UDP), 0, TrafficClass.IKEV2, 0);
        later(new Fragments.Key(0, B, 0, A, 0, 1, UDP), 1, TrafficClass.UNDECIDABLE);
        later(new Fragments.Key(0, A, 0, B, 9, 1, UDP), 2, TrafficClass.UNDECIDABLE);
        later(new Fragments.Key(0, A, 0, B, 0, 1, 6), 3, TrafficClass.UNDECIDABLE);
        later(key(2, UDP), 4, TrafficClass.UNDECIDABLE);
        take(10);
        for (int row = 1; row <= 4; row++) {
            assertEquals(TrafficClass.UNDECIDABLE, classOf(row), "row " + row);
        }
    }

    @Test
    void afterThirtySecondsTheSameNumberIsAnotherDatagram() throws IOException {
        fed.add(fragment(key(1, UDP), true, 0, 0, TrafficClass.IKEV2, 0));
        fed.add(fragment(key(1, UDP), false, 1, 29 * SECOND, TrafficClass.UNDECIDABLE, 0));
        fed.add(fragment(key(1, UDP), false, 2, 31 * SECOND, TrafficClass.UNDECIDABLE, 0));
        fed.add(fragment(key(1, UDP), true, 3, 32 * SECOND, TrafficClass.CLEAR, 0));
        take(10);
        assertEquals(TrafficClass.IKEV2, classOf(1));
        assertEquals(TrafficClass.CLEAR, classOf(2));
    }

    @Test
    void beyondTheLimitTheOldestDatagramIsSettledWithoutItsFirst() throws IOException {
        later(key(1, UDP), 0, TrafficClass.UNDECIDABLE);
        later(key(2, UDP), 1, TrafficClass.UNDECIDABLE);
        later(key(3, UDP), 2, TrafficClass.UNDECIDABLE);
        first(key(1, UDP), 3, TrafficClass.IKEV2, 0);
        first(key(3, UDP), 4, TrafficClass.IKEV2, 0);
        take(2);
        assertEquals(TrafficClass.UNDECIDABLE, classOf(0), "was given up");
        assertEquals(TrafficClass.IKEV2, classOf(2));
        assertEquals(3, total().packets(), "and everything was counted once");
    }

    /** Datagrams whose first fragment never comes, many fragments each: what waits has to stay bounded. */
    @Test
    void aFloodOfFragmentsIsCountedWithoutKeepingItAll() throws IOException {
        Fragments fragments = new Fragments(flows, pages, tally, 1 << 16);
        int rows = 1024;
        int batches = 1500;
        for (int batch = 0; batch < batches; batch++) {
            pages.add(new PacketPages.Page(0, rows));
            List<Fragments.Fragment> found = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                found.add(fragment(
                        key((batch * rows + row) % 60_000, UDP),
                        false,
                        batch * rows + row,
                        0,
                        TrafficClass.UNDECIDABLE,
                        0));
            }
            fragments.take(found);
        }
        assertTrue(fragments.waiting() <= Fragments.MAX_WAITING_IN_ALL, () -> fragments.waiting() + " wait");
        fragments.finish(tally);
        assertEquals((long) rows * batches, total().packets());
    }

    private void first(Fragments.Key key, int row, TrafficClass trafficClass, int spi) {
        fed.add(fragment(key, true, row, 0, trafficClass, spi));
    }

    private void later(Fragments.Key key, int row, TrafficClass byProtocol) {
        fed.add(fragment(key, false, row, 0, byProtocol, 0));
    }

    private void take(int limit) throws IOException {
        pages.add(new PacketPages.Page(0, fed.size()));
        Fragments fragments = new Fragments(flows, pages, tally, limit);
        fragments.take(fed);
        fragments.finish(tally);
    }

    private Tally total() {
        Tally total = new Tally(1000);
        total.add(tally);
        return total;
    }

    private TrafficClass classOf(int packet) {
        return flows.trafficClass(pages.flow(packet));
    }

    private static Fragments.Key key(int datagram, int protocol) {
        return new Fragments.Key(0, A, 0, B, 0, datagram, protocol);
    }

    private static Fragments.Fragment fragment(
            Fragments.Key key, boolean first, int row, long time, TrafficClass trafficClass, int spi) {
        return new Fragments.Fragment(key, first, row, time, 1000, trafficClass, Exemption.NONE, spi);
    }
}
