package org.ipsecworkbench.policy.judge;

import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.policy.AddressRange;
import org.ipsecworkbench.policy.Addresses;
import org.ipsecworkbench.policy.Filter;
import org.ipsecworkbench.policy.Ports;

/** What traffic a filter means, without where and how it was written: equal where the traffic is. */
public record FilterKey(End one, End other, int protocol) {
    /** One side. */
    public record End(Addresses.Kind kind, List<AddressRange> ranges, String name, Ports ports) {
        public static End of(Addresses addresses, Ports ports) {
            boolean isNamed = addresses.kind() == Addresses.Kind.NAMED;
            return new End(
                    addresses.kind(),
                    addresses.ranges(),
                    isNamed ? addresses.text().toLowerCase(Locale.ROOT) : "",
                    ports);
        }
    }

    /** What a filter means, in the direction in which it was written. */
    public static FilterKey of(Filter filter) {
        return new FilterKey(
                End.of(filter.source(), filter.sourcePorts()),
                End.of(filter.destination(), filter.destinationPorts()),
                filter.protocol());
    }

    /** The way back. */
    public FilterKey reverse() {
        return new FilterKey(other, one, protocol);
    }

    /** One key for both directions of a mirrored filter, whichever of them was written. */
    public static FilterKey ofBoth(Filter filter) {
        FilterKey key = of(filter);
        boolean isOrdered = !filter.isMirrored() || key.one.toString().compareTo(key.other.toString()) <= 0;
        return isOrdered ? key : key.reverse();
    }
}
