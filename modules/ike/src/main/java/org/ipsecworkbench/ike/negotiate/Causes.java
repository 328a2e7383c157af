package org.ipsecworkbench.ike.negotiate;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.Failure.Code;
import org.ipsecworkbench.ike.Failure.Numbering;
import org.ipsecworkbench.ike.FailureClass;
import org.ipsecworkbench.ike.isakmp.Numbers;
import org.ipsecworkbench.ike.table.Table;
import org.jspecify.annotations.Nullable;

/** Why negotiations fail, in words: the resources {@code causes.tsv} and {@code codes.tsv}. */
public final class Causes {
    private static final String BENIGN = "no-failure";
    private static final String UNKNOWN = "unknown-error";
    private static final String PREFIX = "ERROR_IPSEC_";

    private record Cause(FailureClass failureClass, String explanation, String nextStep) {}

    private record Key(Numbering numbering, long value) {}

    private record Meaning(String name, String cause) {}

    private static final Map<String, Cause> CAUSES = causes();
    private static final Map<Key, Meaning> CODES = codes();

    private Causes() {}

    private static Map<String, Cause> causes() {
        Map<String, Cause> causes = new HashMap<>();
        for (String[] row : Table.rows(Causes.class, "causes.tsv")) {
            FailureClass failureClass =
                    FailureClass.valueOf(row[1].toUpperCase(Locale.ROOT).replace('-', '_'));
            causes.put(row[0], new Cause(failureClass, row[2], row[3]));
        }
        return causes;
    }

    private static Map<Key, Meaning> codes() {
        Map<Key, Meaning> codes = new HashMap<>();
        for (String[] row : Table.rows(Causes.class, "codes.tsv")) {
            Numbering numbering =
                    Numbering.valueOf(row[0].toUpperCase(Locale.ROOT).replace('-', '_'));
            if (!CAUSES.containsKey(row[3])) {
                throw new IllegalStateException("causes.tsv has no " + row[3]);
            }
            codes.put(new Key(numbering, Long.decode(row[1])), new Meaning(row[2], row[3]));
        }
        return codes;
    }

    /** The failure of a cause that was found without a number. */
    public static Failure of(String key, List<Evidence> evidence) {
        return of(key, null, evidence);
    }

    /** The failure of a cause that is known better than by its number alone. */
    public static Failure of(String key, @Nullable Code code, List<Evidence> evidence) {
        Cause cause = CAUSES.get(key);
        if (cause == null) {
            throw new IllegalArgumentException("causes.tsv has no " + key);
        }
        return new Failure(cause.failureClass(), code, cause.explanation(), cause.nextStep(), evidence);
    }

    /** The failure that a number stands for. */
    public static Failure ofCode(Numbering numbering, long value, List<Evidence> evidence) {
        Meaning meaning = CODES.getOrDefault(new Key(numbering, value), new Meaning("", UNKNOWN));
        return of(meaning.cause(), new Code(numbering, value, name(numbering, value, meaning.name())), evidence);
    }

    private static String name(Numbering numbering, long value, String name) {
        return switch (numbering) {
            case WIN32 -> name.isEmpty() || value > 0xffff ? name : PREFIX + name;
            case RAS -> name;
            case IKEV1_NOTIFY -> Numbers.NOTIFY.name(value);
            case IKEV2_NOTIFY -> Numbers.NOTIFY2.name(value);
        };
    }

    /** The failure that a number stands for where what surrounds it says more than the number. */
    static Failure ofCode(Numbering numbering, long value, String cause, List<Evidence> evidence) {
        return of(cause, new Code(numbering, value, name(numbering, value, "")), evidence);
    }

    /** Whether a number is no failure. */
    public static boolean isBenign(Numbering numbering, long value) {
        Meaning meaning = CODES.get(new Key(numbering, value));
        return meaning != null && meaning.cause().equals(BENIGN);
    }

    /** The number of an error of Windows by its name, with its prefix or without; 0 where no table knows it. */
    public static long win32(String name) {
        String plain = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        for (Map.Entry<Key, Meaning> entry : CODES.entrySet()) {
            if (entry.getKey().numbering() == Numbering.WIN32
                    && entry.getValue().name().equals(plain)) {
                return entry.getKey().value();
            }
        }
        return 0;
    }
}
