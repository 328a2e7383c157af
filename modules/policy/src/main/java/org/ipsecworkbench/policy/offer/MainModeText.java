package org.ipsecworkbench.policy.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.policy.MainModeOffer;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.table.Algorithms;
import org.ipsecworkbench.policy.table.Algorithms.Use;

/** Offers for main mode as text. */
public final class MainModeText {
    /** {@code netsh advfirewall}: {@code DHGroup2-AES128-SHA1}, with a colon where it is set. */
    private static final Pattern GROUP_FIRST =
            Pattern.compile("(?i)\\b(DHGroup\\d+|ECDHA?P\\d+)[-:]([0-9a-z]+)-([0-9a-z]+)");

    /** {@code netsh ipsec} as it is set: {@code 3DES-SHA1-2}. */
    private static final Pattern GROUP_LAST = Pattern.compile("(?i)\\b(3DES|DES)-(MD5|SHA1)-(\\d)\\b");

    /** {@code netsh ipsec} as it is shown: columns, the group with its number in brackets. */
    private static final Pattern COLUMNS =
            Pattern.compile("(?i)^\\s*(3DES|DES)\\s+(MD5|SHA1|SHA)\\s+\\S*?\\(?\\s*(\\d+)\\s*\\)?(?:\\s.*)?$");

    /** {@code 3DES/SHA1/DH2/28800/QMlimit=0}. */
    private static final Pattern SLASHES =
            Pattern.compile("(?i)\\b(3DES|DES)\\s*/\\s*(MD5|SHA1)\\s*/\\s*DH(\\d+)\\s*(?:/\\s*(\\d{1,9}))?");

    private static final Pattern MINUTES = Pattern.compile("(?i)(\\d{1,7})\\s*min");

    private MainModeText() {}

    /** Whether a line without a label is an offer. */
    public static boolean looksLike(String line) {
        return GROUP_FIRST.matcher(line).find()
                || SLASHES.matcher(line).find()
                || COLUMNS.matcher(line).matches();
    }

    /** All offers of a text, in order; blanks inside names are taken for damage of whoever pasted it. */
    public static List<MainModeOffer> parse(String text, long seconds, Place place) {
        List<MainModeOffer> offers = new ArrayList<>();
        if (COLUMNS.matcher(text).matches()) {
            Matcher columns = COLUMNS.matcher(text);
            while (columns.find()) {
                offers.add(offer(columns.group(1), columns.group(2), columns.group(3), seconds, place));
            }
            return offers;
        }
        String plain = text.replaceAll("\\s+", "");
        Matcher first = GROUP_FIRST.matcher(plain);
        while (first.find()) {
            offers.add(offer(first.group(2), first.group(3), first.group(1), seconds, place));
        }
        if (offers.isEmpty()) {
            Matcher slashes = SLASHES.matcher(plain);
            while (slashes.find()) {
                long life = slashes.group(4) == null ? seconds : Long.parseLong(slashes.group(4));
                offers.add(offer(slashes.group(1), slashes.group(2), slashes.group(3), life, place));
            }
        }
        if (offers.isEmpty()) {
            // Blanks separate the offers here.
            Matcher last = GROUP_LAST.matcher(text);
            while (last.find()) {
                offers.add(offer(last.group(1), last.group(2), last.group(3), seconds, place));
            }
        }
        return offers;
    }

    /** Seconds of a lifetime such as {@code 480min,0sess}; 0 where there is none. */
    public static long seconds(String lifetime) {
        Matcher minutes = MINUTES.matcher(lifetime);
        return minutes.find() ? 60 * Long.parseLong(minutes.group(1)) : 0;
    }

    private static MainModeOffer offer(String cipher, String hash, String group, long seconds, Place place) {
        return new MainModeOffer(
                Algorithms.name(Use.CIPHER, cipher),
                Algorithms.name(Use.HASH, hash),
                Algorithms.name(Use.GROUP, group),
                seconds,
                place);
    }
}
