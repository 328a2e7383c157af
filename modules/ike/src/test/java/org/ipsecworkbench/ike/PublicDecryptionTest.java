package org.ipsecworkbench.ike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.ike.testing.Captures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Public captures beside the project with the keys that Wireshark's test suite publishes for them, and the AUTH in them. */
class PublicDecryptionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wireshark__ikev2-decrypt-3des-sha1_160.pcap | 19ab98963486359f,78f13157ccd3b3d8,"
                        + "2e0e194070fc658c2bfbfdbf8b956be4b2eaa33d02a43cca,"
                        + "219f3080e631774b8d5836d3a675b099b1e271c9bdcf6e15,\"3DES [RFC2451]\","
                        + "c96f5bad08aebbff60509c7495f11c183818b916,e742ac415cdfdd709c9de92769a169e0a5224f79,"
                        + "\"HMAC_SHA1_160 [RFC4595]\" | 02f7a0d5f1fdc8ea81039818c65bb9bd09af9b89",
                "wireshark__ikev2-decrypt-aes128ccm12.pcap | ea684d21597afd36,d9fe2ab22dac23ac,"
                        + "be83fe15f6a9976941870830fe26c014b863b3,79e0f4476861a76e64329e787b1c4ff38d732f,"
                        + "\"AES-CCM-128 with 12 octet ICV [RFC5282]\",,,\"NONE [RFC4306]\" | "
                        + "c2104394299e1ffe7908ea720ad5d13717a0d454",
                "wireshark__ikev2-decrypt-aes256cbc.pcapng | 191ccd371a7a1f7b,bc123d15e4af593f,"
                        + "9096ddd2933620e8f48122c53a3f562cb0222c1cf97ce41fcc874ea2582a89ac,"
                        + "6718c6b2bbef2f234eac4c13832f885d87b574afd2af0111161e99b5dc61b4d4,\"AES-CBC-256 [RFC3602]\","
                        + "12d532c3e83c757906af548dfe1ccf223ca5507af77898454e2d55c8ace57a17,"
                        + "30c4ead18c93024b58a86c1e3db60f550221801026853170b4cb0248d3a95329,"
                        + "\"HMAC_SHA2_256_128 [RFC4868]\" | e1a8d550064201a7ec024a85758d0673c61c5c51",
                "wireshark__ikev2-decrypt-aes256gcm16.pcap | 0158b8fb90b7623d,13514610cea16160,"
                        + "647075bf167447a1c8683e8dbe4794b4cfe73799cc6bec34905441159ce13705c8dfb3a9,"
                        + "15c9eae6f94631d63068bf44bb69999abc07b3d15e915fd8f0ed99ad481efd75deb02a5e,"
                        + "\"AES-GCM-256 with 16 octet ICV [RFC5282]\",,,\"NONE [RFC4306]\" | "
                        + "9ab71f14ab553cad873a1aa70b99df155dee77cd",
                "wireshark__ikev1-bug-12610.pcapng.gz | ab3e0f1f8bc3be8e,"
                        + "928392441e00ece5e8af3bc545416e86afa1291e7c013271514738b70ef25d22 | "
                        + "b52521f774967402c9f6cee95fd17e5b"
            })
    void theProofInsideIsRead(String file, String table, String proof) throws IOException {
        List<String> proofs = new ArrayList<>();
        DecryptionKeys keys = DecryptionKeys.read("keys", table);
        assertEquals(List.of(), keys.problems());
        Captures.read(Captures.shared().resolve("collected").resolve(file), keys, seen -> {
            Decrypted decrypted = seen.message().decrypted();
            for (Payload payload : decrypted == null ? List.<Payload>of() : decrypted.payloads()) {
                if (payload instanceof Payload.Authentication auth) {
                    proofs.add(auth.data().hex());
                } else if (payload instanceof Payload.Opaque hash) {
                    proofs.add(hash.data().hex());
                }
            }
        });
        assertTrue(proofs.stream().anyMatch(one -> one.startsWith(proof)), proofs.toString());
    }
}
