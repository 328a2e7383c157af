package org.ipsecworkbench.session.redact;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsecworkbench.capture.AddressMap;

/**
 * Other addresses that keep the relations of the former ones: two that share so many bits share as many afterwards, so that
 * subnets stay subnets; in the manner of Xu, Fan, Ammar and Moon, "Prefix-Preserving IP Address Anonymization" (2002). Private
 * and link-local addresses stay such; groups, loopback, masks and unspecified ones stay as they are. Where an address is known to
 * end in zeros or ones, its other one ends alike, so that it still names or closes its subnet, and what lies in a range that is
 * known lies in the other one.
 *
 * <p>Not safe for several threads.
 */
final class AddressPseudonyms implements AddressMap {
    /** More are forgotten and worked out anew: so many spoofed ones may be in a capture. */
    private static final int MAX_KNOWN = 200_000;

    private static final int MAX_COMPARED = 1000;

    /** What nobody leaves or enters, first bits and their number (RFC 6890). Those that are true stay as they are. */
    private record Special(byte[] prefix, int bits, boolean isFixed) {
        boolean begins(byte[] address) {
            return address.length == prefix.length && shares(address, bits);
        }

        boolean shares(byte[] address, int count) {
            for (int i = 0; i < count; i++) {
                if (bit(address, i) != bit(prefix, i)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Special> SPECIAL = List.of(
            special(4, "00", 8, true),
            special(4, "0a", 8, false),
            special(4, "6440", 10, false),
            special(4, "7f", 8, true),
            special(4, "a9fe", 16, false),
            special(4, "ac10", 12, false),
            special(4, "c0a8", 16, false),
            special(4, "e0", 3, true),
            special(16, "00", 96, true),
            special(16, "20", 3, false),
            special(16, "fc", 7, false),
            special(16, "fe80", 64, false),
            special(16, "ff", 8, true));

    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};
    private static final byte[] SOLICITED = {-1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, -1};

    private final Salt salt;
    private final Set<BigInteger> known = new HashSet<>();
    private final Set<BigInteger> ways = new HashSet<>();
    private final Map<BigInteger, byte[]> done = new HashMap<>();

    AddressPseudonyms(Salt salt) {
        this.salt = salt;
    }

    private static Special special(int length, String hex, int bits, boolean isFixed) {
        return new Special(Arrays.copyOf(HexFormat.of().parseHex(hex), length), bits, isFixed);
    }

    /** Tells of an address that occurs, before any is asked for. */
    void know(byte[] address) {
        known.add(key(address));
    }

    /** Tells of two addresses that everything between belongs to: what lay between them lies between their others. */
    void know(byte[] first, byte[] last) {
        if (first.length != last.length) {
            return;
        }
        int shared = 0;
        while (shared < first.length * 8 && bit(first, shared) == bit(last, shared)) {
            shared++;
        }
        // Whether an address is beyond one of both is told by the bits at which it leaves that one's way.
        for (int i = shared; i < first.length * 8; i++) {
            ways.add(way(beginning(first, i), i));
            ways.add(way(beginning(last, i), i));
        }
    }

    /** Whether some address that is known would get that of another, or its own. */
    boolean clashes() {
        return known.stream().limit(MAX_COMPARED).anyMatch(address -> {
            byte[] former = Arrays.copyOfRange(address.toByteArray(), 1, address.toByteArray().length);
            return !isFixed(former) && known.contains(key(ip(former)));
        });
    }

    /** Forgets what stands for what, to begin anew with another salt. */
    void clear() {
        done.clear();
    }

    private static boolean isFixed(byte[] address) {
        return address.length == 16 && (startsWith(address, MAPPED) || startsWith(address, SOLICITED))
                || SPECIAL.stream().anyMatch(special -> special.isFixed() && special.begins(address));
    }

    private static byte[] beginning(byte[] address, int bits) {
        byte[] beginning = new byte[address.length];
        for (int i = 0; i < bits; i++) {
            beginning[i >> 3] |= (byte) (bit(address, i) << 7 - (i & 7));
        }
        return beginning;
    }

    private static BigInteger way(byte[] prefix, int bits) {
        return key(prefix).shiftLeft(8).add(BigInteger.valueOf(bits));
    }

    @Override
    public byte[] ip(byte[] address) {
        if (address.length == 16 && startsWith(address, MAPPED)) {
            byte[] inner = ip(Arrays.copyOfRange(address, 12, 16));
            byte[] mapped = address.clone();
            System.arraycopy(inner, 0, mapped, 12, 4);
            return mapped;
        }
        if (address.length == 16 && startsWith(address, SOLICITED)) {
            // It ends as the address of the one who is asked for.
            byte[] nobody = address.clone();
            Arrays.fill(nobody, SOLICITED.length, 16, (byte) 0);
            return nobody;
        }
        if (done.size() > MAX_KNOWN) {
            done.clear();
        }
        return done.computeIfAbsent(key(address), key -> other(address)).clone();
    }

    private byte[] other(byte[] address) {
        if (isFixed(address)) {
            return address.clone();
        }
        byte[] other = new byte[address.length];
        byte[] prefix = new byte[address.length];
        for (int i = 0; i < address.length * 8; i++) {
            int bit = bit(address, i);
            int flipped = isPinned(prefix, i) || !salt.flips(prefix, i) ? bit : 1 - bit;
            other[i >> 3] |= (byte) (flipped << 7 - (i & 7));
            prefix[i >> 3] |= (byte) (bit << 7 - (i & 7));
        }
        return other;
    }

    /** Whether the bits from here on have to stay: a special range begins so, or somebody's address ends so. */
    private boolean isPinned(byte[] prefix, int bits) {
        for (Special special : SPECIAL) {
            if (special.prefix().length == prefix.length && bits < special.bits() && special.shares(prefix, bits)) {
                return true;
            }
        }
        if (ways.contains(way(prefix, bits))) {
            return true;
        }
        byte[] ones = prefix.clone();
        for (int i = bits; i < ones.length * 8; i++) {
            ones[i >> 3] |= (byte) (1 << 7 - (i & 7));
        }
        return known.contains(key(prefix)) || known.contains(key(ones));
    }

    /** An adapter's address that no maker has: locally administered, and of a group where the former one was. */
    @Override
    public byte[] adapter(byte[] address) {
        if ((address[0] & 1) != 0) {
            // Groups are protocols'; those of IPv6 end as an address does.
            return address[0] == 0x33 && address[1] == 0x33
                    ? new byte[] {0x33, 0x33, address[2], 0, 0, 0}
                    : address.clone();
        }
        byte[] other = salt.noise(address);
        other[0] = (byte) (other[0] & 0xfc | 2);
        return other;
    }

    private static int bit(byte[] address, int i) {
        return address[i >> 3] >> 7 - (i & 7) & 1;
    }

    private static boolean startsWith(byte[] address, byte[] beginning) {
        return Arrays.equals(address, 0, beginning.length, beginning, 0, beginning.length);
    }

    /** The address with a one before it, which tells the versions apart. */
    private static BigInteger key(byte[] address) {
        byte[] marked = new byte[address.length + 1];
        marked[0] = 1;
        System.arraycopy(address, 0, marked, 1, address.length);
        return new BigInteger(marked);
    }
}
