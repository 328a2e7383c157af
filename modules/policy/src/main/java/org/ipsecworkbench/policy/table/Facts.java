package org.ipsecworkbench.policy.table;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ipsecworkbench.policy.Fact;

/** The facts of {@code facts.tsv}: what a prediction assumes, how sure that is, and who says so. */
public final class Facts {
    private static final Map<String, Fact> FACTS = new LinkedHashMap<>();

    static {
        for (String[] row : Table.rows("facts.tsv", 5)) {
            FACTS.put(row[0], new Fact(row[0], row[1], Double.parseDouble(row[2]), row[3], row[4]));
        }
    }

    private Facts() {}

    /** The fact of a key that is there. */
    public static Fact of(String key) {
        Fact fact = FACTS.get(key);
        if (fact == null) {
            throw new IllegalArgumentException("facts.tsv has no " + key);
        }
        return fact;
    }
}
