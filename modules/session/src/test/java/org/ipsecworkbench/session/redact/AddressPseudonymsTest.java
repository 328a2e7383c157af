package org.ipsecworkbench.session.redact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPseudonymsTest {
    private final AddressPseudonyms addresses = new AddressPseudonyms(new Salt());

    private static byte[] address(String text) throws UnknownHostException {
        return InetAddress.getByName(text).getAddress();
    }

    private byte[] other(String text) throws UnknownHostException {
        return addresses.ip(address(text));
    }

    private static int shared(byte[] one, byte[] two) {
        int bits = 0;
        while (bits < one.length * 8 && (one[bits >> 3] ^ two[bits >> 3]) >> 7 - (bits & 7) << 31 == 0) {
            bits++;
        }
        return bits;
    }

    @Test
    void twoAddressesShareAsManyBitsAsBefore() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            byte[] one = new byte[i % 2 == 0 ? 4 : 16];
            random.nextBytes(one);
            byte[] two = one.clone();
            two[random.nextInt(two.length)] ^= (byte) (1 << random.nextInt(8));
            assertEquals(shared(one, two), shared(addresses.ip(one), addresses.ip(two)), Arrays.toString(one));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.0.0.0", "255.255.255.255", "255.255.240.0", "127.0.0.1", "224.0.0.22", "::", "::1", "ff02::1"
            })
    void whatIsNoHostStays(String text) throws UnknownHostException {
        assertArrayEquals(address(text), other(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "172.20.1.2", "192.168.3.4", "169.254.7.8", "fd00::12:3", "fe80::1:2:3"})
    void privateAddressesStayPrivate(String text) throws UnknownHostException {
        InetAddress other = InetAddress.getByAddress(other(text));
        boolean isPrivate =
                other.isSiteLocalAddress() || other.isLinkLocalAddress() || (other.getAddress()[0] & 0xfe) == 0xfc;
        assertTrue(isPrivate, other.toString());
        assertNotEquals(InetAddress.getByName(text), other);
    }

    @Test
    void publicAddressesNeverBecomePrivateOrGroups() {
        Random random = new Random(2);
        byte[] address = new byte[4];
        for (int i = 0; i < 20_000; i++) {
            random.nextBytes(address);
            byte[] other = addresses.ip(address);
            assertEquals(kind(address), kind(other), Arrays.toString(address));
        }
    }

    private static String kind(byte[] address) {
        try {
            InetAddress one = InetAddress.getByAddress(address);
            return one.isSiteLocalAddress() + " " + one.isMulticastAddress() + " " + one.isLoopbackAddress() + " "
                    + one.isLinkLocalAddress() + " " + (address[0] == 0);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 bytes", e);
        }
    }

    @Test
    void networksAndRangesThatAreKnownStayThat() throws UnknownHostException {
        addresses.know(address("198.51.100.0"));
        addresses.know(address("198.51.103.255"));
        assertEquals(0, other("198.51.100.0")[3]);
        assertEquals(-1, other("198.51.103.255")[3]);
        byte[] first = address("203.0.113.37");
        byte[] last = address("203.0.114.201");
        addresses.know(first, last);
        for (int last3 = 0; last3 < 65_536; last3 += 7) {
            byte[] one = {(byte) 203, 0, (byte) (112 + (last3 >> 8 & 3)), (byte) last3};
            boolean isInside = Arrays.compareUnsigned(first, one) <= 0 && Arrays.compareUnsigned(one, last) <= 0;
            byte[] other = addresses.ip(one);
            assertEquals(
                    isInside,
                    Arrays.compareUnsigned(addresses.ip(first), other) <= 0
                            && Arrays.compareUnsigned(other, addresses.ip(last)) <= 0,
                    Arrays.toString(one));
        }
    }

    @Test
    void anAdapterGetsNobodysAddressAndAGroupKeepsIts() {
        byte[] other = addresses.adapter(new byte[] {0, 0x15, 0x5d, 1, 2, 3});
        assertEquals(2, other[0] & 3);
        assertArrayEquals(other, addresses.adapter(new byte[] {0, 0x15, 0x5d, 1, 2, 3}));
        byte[] all = {-1, -1, -1, -1, -1, -1};
        assertArrayEquals(all, addresses.adapter(all));
    }
}
