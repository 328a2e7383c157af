package org.ipsecworkbench.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.ipsecworkbench.policy.testing.Hives;
import org.ipsecworkbench.policy.testing.Samples;
import org.junit.jupiter.api.Test;

/** Policies in the registry, as a hive and as text: both are made up by what [MS-GPFAS] says. */
class RegistryListingTest {
    private static final String RULE =
            "v2.31|Action=SecureServer|Active=TRUE|Profile=Domain|EP2_4=10.0.0.0/255.0.0.0|Name=Files|"
                    + "Auth1Set={1}|Crypto2Set={2}|";

    /** What {@code netsh advfirewall export} may write. */
    public static byte[] hive() {
        Hives.Key root = Hives.Key.empty();
        root.at("ConSecRules").with("{0}", RULE);
        root.at("Phase1AuthenticationSets\\{1}").with("Name", "Made up");
        root.at("Phase1AuthenticationSets\\{1}\\0001")
                .with("Method", "MachineSHKey")
                .with("SHKey", "open sesame");
        root.at("Phase1AuthenticationSets\\{1}\\0000").with("Method", "MachineKerb");
        root.at("Phase2CryptoSets\\{2}\\0000")
                .with("Protocol", "ESP")
                .with("AhHash", "None")
                .with("EspHash", "SHA1")
                .with("Encryption", "AES-128")
                .with("TimeOutMinutes", 60)
                .with("TimeOutKBytes", 100_000);
        root.at("Phase1CryptoSet\\{3}").with("TimeOutMinutes", 480);
        root.at("Phase1CryptoSet\\{3}\\0000")
                .with("KeyExchange", "ECDH-256")
                .with("Encryption", "AES-256")
                .with("Hash", "SHA1")
                .with("2_1Hash", "SHA256");
        root.at("DomainProfile").with("EnableFirewall", 1);
        return Hives.write(root);
    }

    @Test
    void aHiveIsReadWithTheSetsThatItsRulesName() {
        assertTrue(Policies.recognises(hive()), "though it is binary");
        Parsed<HostPolicy> parsed = Samples.parse("export.wfw", hive());
        assertEquals(List.of(), parsed.problems());
        Rule rule = parsed.model().rules().get(0);
        assertEquals("Files", rule.name());
        assertEquals("require inbound, request outbound", rule.treatment().label());
        assertEquals("export.wfw, key \\ConSecRules", rule.place().label());
        Keying keying = rule.keying();
        assertEquals(
                "[Kerberos (computer), pre-shared key]",
                keying.firstAuth().stream().map(AuthMethod::label).toList().toString());
        assertEquals(
                Samples.DIGESTS.of("open sesame"), keying.firstAuth().get(1).keyDigest());
        assertFalse(parsed.toString().contains("sesame"), "the key is nowhere");
        assertEquals("aes256 sha256 dh19", keying.mainMode().get(0).label());
        assertEquals(28_800, keying.mainMode().get(0).seconds());
        QuickModeOffer offer = keying.quickMode().get(0);
        assertEquals("ESP aes128 sha1", offer.label());
        assertEquals(3600, offer.seconds());
        assertEquals(100_000, offer.kilobytes());
    }

    @Test
    void anExportAsTextSaysTheSame() {
        HostPolicy text = Samples.text("""
                Windows Registry Editor Version 5.00

                [HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\ConSecRules]
                "{0}"="%s"

                [HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\Phase2CryptoSets\\{2}\\0000]
                "AhHash"="SHA256"
                "EspHash"="None"
                "TimeOutMinutes"=dword:0000003c

                [HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Other\\Phase1AuthenticationSets\\{1}\\0000]
                "Method"="MachineCert"
                "CAName"="CN=Made up"
                """.formatted(RULE)).model();
        Keying keying = text.rules().get(0).keying();
        assertEquals("AH sha256", keying.quickMode().get(0).label());
        assertEquals(3600, keying.quickMode().get(0).seconds());
        assertTrue(keying.firstAuth().isEmpty(), "a set of another store is another one");
        assertEquals(Origin.Kind.GPO, text.rules().get(0).origin().kind());
    }

    @Test
    void whatIsCutOrDamagedIsToldAndTheRestIsRead() {
        byte[] whole = hive();
        for (int length = 0; length < whole.length; length += 37) {
            Parsed<HostPolicy> parsed = Samples.parse("cut.wfw", Arrays.copyOf(whole, length));
            assertTrue(!parsed.problems().isEmpty() || length == 0, "cut at " + length);
        }
        byte[] looped = whole.clone();
        // The root's list of keys leads to the root.
        int list = findList(looped);
        System.arraycopy(looped, 0x24, looped, list, 4);
        Parsed<HostPolicy> parsed = Samples.parse("loop.wfw", looped);
        assertTrue(
                parsed.problems().toString().contains("is none"),
                parsed.problems().toString());
    }

    /** A thousand keys, each with a list that leads to all of them: a million steps if nobody counts. */
    @Test
    void aHiveThatLeadsToTheSameKeysAgainAndAgainEnds() {
        Hives.Key root = Hives.Key.empty();
        for (int i = 0; i < 300; i++) {
            root.at("ConSecRules\\Key" + i).with("{0}", RULE);
        }
        byte[] hive = Hives.write(root);
        // Every key gets the longest list of keys that there is, and 2^31-1 values.
        ByteBuffer bytes = ByteBuffer.wrap(hive).order(ByteOrder.LITTLE_ENDIAN);
        int list = 0;
        for (int at = 4096; at + 80 < hive.length; at += 8) {
            list = hive[at + 4] == 'r' && hive[at + 5] == 'i' ? at - 4096 : list;
        }
        for (int at = 4096; at + 80 < hive.length; at += 8) {
            if (hive[at + 4] == 'n' && hive[at + 5] == 'k') {
                bytes.putInt(at + 4 + 0x14, 1).putInt(at + 4 + 0x1c, list).putInt(at + 4 + 0x24, Integer.MAX_VALUE);
            }
        }
        Parsed<HostPolicy> parsed =
                assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Samples.parse("endless.wfw", hive), "it ends");
        assertFalse(parsed.problems().isEmpty(), "and tells why");
    }

    private static int findList(byte[] hive) {
        for (int at = 4096; at + 1 < hive.length; at++) {
            if (hive[at] == 'l' && hive[at + 1] == 'h') {
                return at + 4;
            }
        }
        throw new AssertionError("no list");
    }
}
