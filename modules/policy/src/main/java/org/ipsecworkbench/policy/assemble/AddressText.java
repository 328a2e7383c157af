package org.ipsecworkbench.policy.assemble;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.policy.AddressRange;
import org.ipsecworkbench.policy.Addresses;
import org.ipsecworkbench.policy.table.Words;

/** Addresses of filters as text. */
final class AddressText {
    private AddressText() {}

    /** A list of addresses, ranges and names. An empty text means every address, as a value that netsh leaves out does. */
    static Addresses parse(String text) {
        return parse(text, "");
    }

    /** The same with a mask or a prefix length that stands elsewhere. */
    static Addresses parse(String text, String mask) {
        String meaning = Words.meaning(text);
        if (text.isBlank() || meaning.equals("any") || meaning.equals("none") && mask.isEmpty()) {
            return Addresses.ANY;
        }
        if (meaning.equals("me")) {
            return Addresses.ME;
        }
        List<AddressRange> ranges = new ArrayList<>();
        for (String part : text.split("[,;]")) {
            String plain = part.strip();
            boolean isBare = plain.indexOf('/') < 0 && plain.indexOf('-') < 0;
            AddressRange range = AddressRange.parse(isBare && !mask.isBlank() ? plain + "/" + mask.strip() : plain);
            if (range == null && !plain.isEmpty()) {
                return new Addresses(Addresses.Kind.NAMED, List.of(), text.strip());
            }
            if (range != null) {
                ranges.add(range);
            }
        }
        boolean isEverything = ranges.stream().anyMatch(range -> range.specificity() == 0 && isWhole(range));
        String whole = ranges.size() == 1 && !mask.isBlank() && text.indexOf('/') < 0 && text.indexOf('-') < 0
                ? text.strip() + "/" + mask.strip()
                : text;
        return isEverything ? Addresses.ANY : new Addresses(Addresses.Kind.RANGES, ranges, text(ranges, whole));
    }

    private static boolean isWhole(AddressRange range) {
        return range.first().signum() == 0 && range.last().bitCount() == range.bits();
    }

    private static String text(List<AddressRange> ranges, String text) {
        return ranges.size() == 1 && ranges.get(0).first().equals(ranges.get(0).last())
                ? ranges.get(0).text()
                : text.strip();
    }
}
