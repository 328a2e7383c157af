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

    private static final int PAGE = 256;

    /** Numbers of 16 bits; most registries begin at 0 and have private numbers somewhere above. */
    private final String[][] pages = new String[PAGE][];

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
            if (numbers.pages[number / PAGE] == null) {
                numbers.pages[number / PAGE] = new String[PAGE];
            }
            numbers.pages[number / PAGE][number % PAGE] = row[2];
        }
        return all;
    }

    /** The name; empty where the registry has none. */
    public String name(long number) {
        if (number < 0 || number >= PAGE * PAGE) {
            return "";
        }
        String[] page = pages[(int) number / PAGE];
        String name = page == null ? null : page[(int) number % PAGE];
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
