package org.ipsecworkbench.policy.assemble;

import org.ipsecworkbench.policy.Addresses;
import org.ipsecworkbench.policy.Filter;
import org.ipsecworkbench.policy.Ports;
import org.ipsecworkbench.policy.Protocols;
import org.ipsecworkbench.policy.read.Block;
import org.ipsecworkbench.policy.table.Words;

/** Filters of netsh ipsec. */
final class LegacyFilter {
    private LegacyFilter() {}

    /** A filter is mirrored unless it says that it is not (netsh ipsec, add filter). */
    static Filter of(Block block) {
        int protocol = block.has("protocol") ? Protocols.number(block.value("protocol")) : Filter.ANY_PROTOCOL;
        boolean isAnyNumber = protocol == 0;
        return new Filter(
                side(block, "src"),
                side(block, "dst"),
                isAnyNumber ? Filter.ANY_PROTOCOL : Math.max(protocol, Filter.ANY_PROTOCOL),
                Ports.parse(block.value("srcport")),
                Ports.parse(block.value("dstport")),
                !Words.isNo(block.value("mirrored")),
                block.place());
    }

    private static Addresses side(Block block, String side) {
        String address = block.value(side + "addr");
        String name = block.value(side + "dns");
        boolean isMe =
                Words.meaning(address).equals("me") || Words.meaning(name).equals("me");
        return isMe ? Addresses.ME : AddressText.parse(address, block.value(side + "mask"));
    }
}
