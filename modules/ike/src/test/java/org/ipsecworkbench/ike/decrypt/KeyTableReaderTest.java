package org.ipsecworkbench.ike.decrypt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.ike.Cookies;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTableReaderTest {
    private static final String SPIS = "0102030405060708,1112131415161718,";

    @Test
    void bothTablesAreReadWithQuotesAndComments() {
        DecryptionKeys keys = DecryptionKeys.read(
                "keys",
                "# made by Wireshark\n\n\"0102030405060708\"," + "ab".repeat(24) + "\r\n" + SPIS + "00".repeat(36) + ","
                        + "01".repeat(36) + ",\"AES-GCM-256 with 16 octet ICV [RFC5282]\",,,\"NONE [RFC4306]\"\n");
        assertEquals(List.of(), keys.problems());
        assertEquals(24, keys.version1().get(0x0102030405060708L).length());
        SaKeys sa = keys.version2().get(new Cookies(0x0102030405060708L, 0x1112131415161718L));
        assertEquals(new Encryption(Encryption.Kind.AES_GCM, 32, 16), sa.encryption());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NULL [RFC2410] | NULL 0 0",
                "DES [RFC2405] | DES_CBC 8 0",
                "3DES [RFC2451] | DES3_CBC 24 0",
                "AES-CBC-192 [RFC3602] | AES_CBC 24 0",
                "AES-CTR-128 [RFC5930] | AES_CTR 16 0",
                "AES-GCM-128 with 8 octet ICV [RFC5282] | AES_GCM 16 8",
                "AES-CCM-256 with 12 octet ICV [RFC5282] | AES_CCM 32 12",
                "AES-CCM-256 | -",
                "AES-CBC-128 with 8 octet ICV | -",
                "CAMELLIA | -"
            })
    void namesOfCiphersAreThoseOfWireshark(String name, String expected) {
        assertEquals(
                expected,
                Encryption.of(name)
                        .map(one -> one.kind() + " " + one.key() + " " + one.check())
                        .orElse("-"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NONE [RFC4306] | ' 0'",
                "HMAC_SHA2_256_96 [draft-ietf-ipsec-ciph-sha-256-00] | HmacSHA256 12",
                "HMAC_SHA2_384_192 [RFC4868] | HmacSHA384 24",
                "ANY 96-bits of Authentication [No Checking] | ' 12'",
                "AES_XCBC | -"
            })
    void namesOfIntegrityAlgorithmsToo(String name, String expected) {
        assertEquals(
                expected,
                Integrity.of(name).map(one -> one.mac() + " " + one.check()).orElse("-"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "feedfacefeedface",
                "feedfacefeedface,feedfacefeedfacefeedfacefeedface00",
                "feedfacefeedface,feedfacefeedfacefeedfacefeedfacexx",
                "feedfacefeedfacefeedfacefeedface,feedfacefeedface",
                "feedfacefeedface,\"feedfacefeedface",
                "feedfacefeedface,feedfacefeedface,feedface,feedface,\"feedfacefeedface\",feedface,feedface,\"NONE\"",
                "feedfacefeedface,feedfacefeedface,feedface,feedface,\"3DES\",,,\"NONE\""
            })
    void aBadLineIsAProblemWithItsNumberAndWithoutItsContent(String line) {
        DecryptionKeys keys = DecryptionKeys.read("my keys", "# first\n" + line + "\n");
        assertEquals(0, keys.version1().size() + keys.version2().size());
        Problem problem = keys.problems().get(0);
        assertEquals("my keys, line 2", problem.where());
        assertFalse(keys.toString().contains("feedface"), keys.toString());
    }

    @Test
    void noTextShowsAKey() {
        DecryptionKeys keys = DecryptionKeys.read("keys", "0102030405060708," + "feedface".repeat(4));
        assertFalse(keys.toString().contains("feed"), keys.toString());
        assertEquals(
                "(16 bytes, not shown)",
                keys.version1().get(0x0102030405060708L).toString());
    }
}
