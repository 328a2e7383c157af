package org.ipsecworkbench.captureviewer.filter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.capture.Exemption;
import org.ipsecworkbench.capture.Flow;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.captureviewer.PairKey;

/** The filters that the workbench writes: what a click means, in the words that a person would type. */
public final class FilterTexts {
    private static final Pattern VLAN = Pattern.compile("VLAN (\\d+)(?:\\.(\\d+))?");
    private static final String AND = " and ";

    private FilterTexts() {}

    /** The packets of a host pair. */
    public static String pair(PairKey pair) {
        return "pair == " + pair.a() + "," + pair.b() + network(pair.network());
    }

    /** The packets that an address sent or received. */
    public static String address(String address) {
        return "host == " + address;
    }

    /** The packets of a class. */
    public static String trafficClass(TrafficClass trafficClass) {
        return "class == " + quoted(trafficClass.key());
    }

    /** The packets with a security parameters index. */
    public static String spi(long spi) {
        return String.format("spi == 0x%08x", spi);
    }

    /** The packets of a flow. */
    public static String flow(Flow flow) {
        List<String> terms = new ArrayList<>();
        if (!flow.source().isEmpty()) {
            terms.add("host.src == " + flow.source());
        }
        if (!flow.destination().isEmpty()) {
            terms.add("host.dst == " + flow.destination());
        }
        terms.add(trafficClass(flow.trafficClass()));
        if (flow.spi() != 0) {
            terms.add(spi(flow.spi()));
        }
        if (flow.trafficClass() == TrafficClass.CLEAR) {
            terms.add(flow.exemption() == Exemption.NONE ? "protection == clear" : "protection == exempt");
        }
        return String.join(AND, terms) + network(flow.network());
    }

    /** The packets between two moments. */
    public static String times(Instant first, Instant from, Instant to) {
        return "frame.time_relative >= " + seconds(first, from, RoundingMode.FLOOR) + AND + "frame.time_relative <= "
                + seconds(first, to, RoundingMode.CEILING);
    }

    /** Both filters at once; either may be empty. */
    public static String both(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + AND + other;
    }

    private static String seconds(Instant first, Instant time, RoundingMode rounding) {
        Duration since = Duration.between(first, time);
        return BigDecimal.valueOf(since.getSeconds())
                .add(BigDecimal.valueOf(since.getNano(), 9))
                .setScale(6, rounding)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String network(String network) {
        Matcher vlan = VLAN.matcher(network);
        if (!vlan.matches()) {
            return "";
        }
        String outer = AND + "vlan.id == " + vlan.group(1);
        return vlan.group(2) == null ? outer : outer + AND + "vlan.id == " + vlan.group(2);
    }

    private static String quoted(String key) {
        return key.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-') ? key : '"' + key + '"';
    }
}
