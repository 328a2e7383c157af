package org.ipsecworkbench.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {
    @Test
    void wordsAndPlacesAreTheSame() {
        for (Place place : List.of(
                Place.ALL,
                Place.packet(17),
                Place.line(1),
                Place.event(999_999_999_999_999_999L),
                new Place(Place.Unit.LINE, 12, 19))) {
            assertEquals(place, Place.of(place.words()));
        }
        assertEquals("lines 12 to 19", new Place(Place.Unit.LINE, 12, 19).words());
        assertEquals("packet 17", Place.packet(17).words());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "packet",
                "packet 0",
                "packet -1",
                "packet 1000000000000000000",
                "Packet 17",
                "finding psk-mismatch",
                "line 1 to",
                "packet ١٧"
            })
    void wordsThatNameNoPlaceAreAll(String words) {
        assertEquals(Place.ALL, Place.of(words));
    }

    @Test
    void aRangeThatRunsBackwardsIsItsFirst() {
        assertEquals(Place.line(19), Place.of("lines 19 to 12"));
    }

    @Test
    void holdsWhatIsInIt() {
        Place lines = Place.of("lines 12 to 19");
        assertTrue(lines.contains(12) && lines.contains(19));
        assertFalse(lines.contains(11) || lines.contains(20) || Place.ALL.contains(0));
    }

    @Test
    void noneCanBeMadeThatDoesNotExist() {
        assertThrows(IllegalArgumentException.class, () -> Place.packet(0));
        assertThrows(IllegalArgumentException.class, () -> new Place(Place.Unit.LINE, 3, 2));
        assertThrows(IllegalArgumentException.class, () -> new Place(Place.Unit.ALL, 1, 1));
    }
}
