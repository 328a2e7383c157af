package org.ipsecworkbench.ike.isakmp;

import java.util.HashMap;
import java.util.Map;
import org.ipsecworkbench.ike.table.Table;

/** What the numbers of one registry mean; the registries stand in the resource {@code numbers.tsv}. */
public final class Numbers {
    private static final Map<String, Numbers> ALL = load();

    /** Exchange types. */
    public static final Numbers EXCHANGES = of("exchange");
    /** Payload types of all versions, which do not overlap. */
    public static final Numbers PAYLOADS = of("payload");
    /** Notify message types of IKEv1. */
    public static final Numbers NOTIFY = of("notify");
    /** Notify message types of IKEv2. */
    public static final Numbers NOTIFY2 = of("notify2");

    private static final int DENSE = 256;

    private final String[] low = new String[DENSE];
    private final Map<Integer, String> high = new HashMap<>();

    private Numbers() {}

    /** A registry of the table. */
    public static Numbers of(String registry) {
        Numbers numbers = ALL.get(registry);
        if (numbers == null) {
            throw new IllegalArgumentException("numbers.tsv has no registry " + registry);
        }
        return numbers;
    }

    private static Map<String, Numbers> load() {
        Map<String, Numbers> all = new HashMap<>();
        for (String[] row : Table.rows(Numbers.class, "numbers.tsv")) {
            Numbers numbers = all.computeIfAbsent(row[0], registry -> new Numbers());
            int number = Integer.parseInt(row[1]);
            if (number < DENSE) {
                numbers.low[number] = row[2];
            } else {
                numbers.high.put(number, row[2]);
            }
        }
        return all;
    }

    /** The name; empty where the registry has none. */
    public String name(long number) {
        String name = null;
        if (number >= 0 && number < DENSE) {
            name = low[(int) number];
        } else if (number <= Integer.MAX_VALUE) {
            name = high.get((int) number);
        }
        return name == null ? "" : name;
    }

    /** The name, or a word and the number. */
    public String name(long number, String word) {
        String name = name(number);
        return name.isEmpty() ? word + " " + number : name;
    }

    /** The name, or the number alone. */
    String nameOrNumber(long number) {
        String name = name(number);
        return name.isEmpty() ? Long.toString(number) : name;
    }
}
