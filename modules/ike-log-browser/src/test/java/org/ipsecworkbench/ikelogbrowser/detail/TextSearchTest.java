package org.ipsecworkbench.ikelogbrowser.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ikelogbrowser.Lab;
import org.ipsecworkbench.ikelogbrowser.detail.TextSearch.Place;
import org.junit.jupiter.api.Test;

class TextSearchTest {
    private final Negotiation negotiation =
            Lab.read("c01_ikev1_psk_mismatch").negotiations().get(0);

    TextSearchTest() throws Exception {}

    private TextSearch search(String words) {
        return TextSearch.of(negotiation.steps(), words, step -> MessageText.of(step, Origins.NONE), () -> false);
    }

    @Test
    void wordsAreFoundInEveryStepInAnyCase() {
        TextSearch found = search("COOKIES:");
        assertEquals(
                List.of(0, 1, 2, 3),
                found.places().stream().map(Place::item).distinct().limit(4).toList());
    }

    @Test
    void behindTheLastPlaceTheFirstFollowsAndBeforeTheFirstTheLast() {
        TextSearch found = search("cookies:");
        Place first = found.places().get(0);
        Place last = found.places().get(found.places().size() - 1);
        assertEquals(first, found.next(last, true));
        assertEquals(last, found.next(first, false));
        assertEquals(found.places().get(1), found.next(first, true));
        assertEquals(first, found.next(new Place(0, -1), true));
    }

    @Test
    void whatIsNowhereIsNotFound() {
        assertEquals(TextSearch.NONE, search("no such words"));
    }

    @Test
    void moreThanCanBeGoneThroughIsCutAndSaysSo() {
        TextSearch found = TextSearch.of(negotiation.steps(), "a", step -> "a".repeat(20_000), () -> false);
        assertEquals(TextSearch.MAX_PLACES, found.places().size());
        assertFalse(found.whole());
    }
}
