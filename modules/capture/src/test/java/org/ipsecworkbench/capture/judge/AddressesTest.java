package org.ipsecworkbench.capture.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.Random;
import org.ipsecworkbench.capture.decode.Frame;
import org.ipsecworkbench.capture.testing.Packets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        // RFC 5952 section 1 and 2.
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:0db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:aaaa:bbbb:cccc:dddd:eeee:0001, 2001:db8:aaaa:bbbb:cccc:dddd:eeee:1",
        "2001:DB8:0:0:8:800:200C:417A, 2001:db8::8:800:200c:417a",
        // 4.2.1: as short as can be; 4.2.2: not for a single group; 4.2.3: the longest run, of equal ones the first.
        "2001:db8:0:0:0:0:2:1, 2001:db8::2:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "fe80:0:0:0:0:0:0:1, fe80::1",
        "0:0:0:0:0:0:0:1, ::1",
        "1:0:0:0:0:0:0:0, 1::",
        "0:0:0:0:0:0:1:0, ::1:0",
        "0:1:2:3:4:5:6:7, 0:1:2:3:4:5:6:7",
        "ff02:0:0:0:0:1:ff00:1, ff02::1:ff00:1"
    })
    void ipv6IsWrittenAsRfc5952Says(String address, String canonical) {
        ByteBuffer bytes = ByteBuffer.wrap(Packets.address(address));
        assertEquals(canonical, Addresses.text(bytes.getLong(0), bytes.getLong(8)));
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1", "255.255.255.255", "0.0.0.0", "192.168.100.200"})
    void ipv4IsDotted(String address) {
        int bits = ByteBuffer.wrap(Packets.address(address)).getInt();
        assertEquals(address, Addresses.text(0, Frame.IPV4 | bits & 0xffffffffL));
    }

    @Test
    void noAddressIsNoText() {
        assertEquals("", Addresses.text(0, 0));
    }

    @Test
    void whatIsWrittenReadsAsTheSameAddress() {
        Random random = new Random(5952);
        for (int i = 0; i < 20_000; i++) {
            byte[] address = new byte[16];
            for (int group = 0; group < 8; group++) {
                if (random.nextInt(3) > 0) {
                    address[2 * group] = (byte) (random.nextBoolean() ? 0 : random.nextInt());
                    address[2 * group + 1] = (byte) random.nextInt();
                }
            }
            ByteBuffer bytes = ByteBuffer.wrap(address);
            String text = Addresses.text(bytes.getLong(0), bytes.getLong(8));
            if (text.contains(":")) {
                assertEquals(bytes, ByteBuffer.wrap(Packets.address(text)), text);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, ''",
        (1 << 24 | 42 << 12 | 42) + ", VLAN 42",
        (1 << 24) + ", VLAN 0",
        (2 << 24 | 100 << 12 | 42) + ", VLAN 100.42"
    })
    void vlansAreNamedFromTheOutside(int network, String name) {
        assertEquals(name, Addresses.network(network));
    }
}
