package org.ipsecworkbench.diagnosisguide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TermsTest {
    private static List<String> words(String text) {
        return Terms.in(text).stream().map(Terms.Term::word).toList();
    }

    @Test
    void wordsAreFoundAsWordsAndAbbreviationsInTheirCase() {
        assertEquals(List.of("SA"), words("There is no SA between them"));
        assertEquals(List.of(), words("He said it was a sale, ikea and espresso"));
        assertEquals(List.of("quick mode", "offer"), words("The Quick mode offers of A and B"));
        assertEquals(List.of("HOST/"), words("The domain does not know HOST/SRV9"));
    }

    @Test
    void eachIsExplainedInOneLine() {
        for (Terms.Term term : Terms.all()) {
            assertTrue(term.meaning().endsWith("."), term.word());
            assertTrue(term.meaning().length() < 130, term.word());
            assertFalse(term.word().contains("|") || term.word().contains("*"), term.word());
        }
    }
}
