package org.ipsecworkbench.ike.events;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.table.Table;

/** What the codes {@code %%N} in the values of events stand for: the resource {@code parameters.tsv}. */
final class Parameters {
    private static final Pattern CODE = Pattern.compile("%%(\\d{1,9})");
    private static final Map<String, String> MEANINGS = new HashMap<>();

    static {
        for (String[] row : Table.rows(Parameters.class, "parameters.tsv")) {
            MEANINGS.put(row[0], row[1]);
        }
    }

    private Parameters() {}

    /** A value with the meaning of the codes in it. */
    static EventRecord.Field field(String name, String raw) {
        String stripped = raw.strip();
        if (!stripped.contains("%%")) {
            return new EventRecord.Field(name, stripped, "");
        }
        Matcher codes = CODE.matcher(stripped);
        String meaning =
                codes.replaceAll(code -> Matcher.quoteReplacement(MEANINGS.getOrDefault(code.group(1), code.group())));
        return new EventRecord.Field(name, stripped, meaning.equals(stripped) ? "" : meaning);
    }
}
