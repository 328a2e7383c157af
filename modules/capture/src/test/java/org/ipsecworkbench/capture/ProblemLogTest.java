package org.ipsecworkbench.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemLogTest {

    @Test
    void beyondTheLimitProblemsAreOnlyCounted() {
        ProblemLog log = new ProblemLog(2);
        assertEquals(List.of(), log.problems());
        for (int i = 1; i <= 5; i++) {
            log.add("packet " + i, "odd");
        }
        assertEquals(
                List.of(
                        new Problem("packet 1", "odd"),
                        new Problem("packet 2", "odd"),
                        new Problem("file", "There are 3 more problems like these.")),
                log.problems());
    }
}
