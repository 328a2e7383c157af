package org.ipsecworkbench.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.ipsecworkbench.policy.testing.Samples;
import org.junit.jupiter.api.Test;

/** Real listings, which lie beside the project and are other people's: only counts of them stand here. */
class CorpusTest {
    /** The golden file: a line per sample with counts, and a digest of all keys and values that were read. */
    private static final Path GOLDEN =
            Path.of(System.getProperty("basedir", ""), "src/test/resources/org/ipsecworkbench/policy/corpus.txt");

    private static final boolean WRITE = "write".equals(System.getProperty("ipsecwb.golden"));

    private static final List<String> FILES = List.of(
            "advfirewall/consec-show-rule-all-vistasp1-kb-mangled.txt",
            "advfirewall/consec-show-rule-fragment-aws-2008r2.txt",
            "advfirewall/consec-show-rule-fragment-aws-2012r2.txt",
            "advfirewall/monitor-show-mmsa-vistasp1-kb-mangled.txt",
            "advfirewall/monitor-show-qmsa-vistasp1-kb-mangled.txt",
            "advfirewall/show-currentprofile-domain-off-en.txt",
            "advfirewall/show-currentprofile-domain-on-en.txt",
            "advfirewall/show-global-vistasp1-kb-mangled.txt",
            "advfirewall/set-global-usage-wrapped80.txt",
            "advfirewall/set-privateprofile-usage-wrapped80.txt",
            "netsh-ipsec/dynamic-show-all-de-fragment.txt",
            "netsh-ipsec/netdiag-test-ipsec-debug-2filters-kb813878.txt",
            "netsh-ipsec/netdiag-test-ipsec-nopolicy-kb813878.txt",
            "powershell/find-netipsecrule-winserver2016doc.txt",
            "wfp/frag-fanyi-ipsec-providerContexts.xml",
            "wfp/wfpstate-fanyi.xml.gz",
            "wfp/wfpstate-duguud.xml.gz",
            "wfp/wfpstate-piburner.xml.gz",
            "wfp/filters-piburner.xml.gz",
            "wfp/filters-vpnwindows.xml.gz",
            "wfp/frag-duguud-ipsec-providerContexts.xml");

    private static Parsed<HostPolicy> read(String file) throws IOException {
        Path path = Samples.shared("corpus").resolve(file);
        byte[] content = Files.readAllBytes(path);
        if (file.endsWith(".gz")) {
            content = new GZIPInputStream(new ByteArrayInputStream(content)).readAllBytes();
        }
        return Samples.parse(file, content);
    }

    private static String counts(Parsed<HostPolicy> parsed) {
        HostPolicy policy = parsed.model();
        return policy.rules().size() + " rules, " + policy.mainModeRules().size() + " main mode rules, "
                + policy.legacyPolicies().size() + " policies, "
                + policy.listed().size() + " listed, "
                + policy.unknown().size() + " unknown, " + parsed.problems().size() + " problems";
    }

    /** Twelve digits that change with every value, and tell none. */
    private static String digest(HostPolicy policy) {
        StringBuilder text = new StringBuilder();
        policy.rules().forEach(rule -> append(rule.settings(), text));
        policy.listed().forEach(one -> append(one.settings(), text));
        policy.rules()
                .forEach(rule -> text.append(rule.treatment().label())
                        .append(rule.filters().size()));
        append(policy.unknown(), text);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void append(List<Setting> settings, StringBuilder text) {
        for (Setting setting : settings) {
            // Digests of keys have a salt that is new in every run.
            if (!setting.key().equals("keydigest")) {
                text.append(setting.key()).append('=').append(setting.value()).append('\n');
            }
        }
    }

    @Test
    void everySampleIsReadToWhatWasLookedAt() throws IOException {
        StringBuilder found = new StringBuilder();
        for (String file : FILES) {
            Parsed<HostPolicy> parsed = read(file);
            found.append(file)
                    .append('\t')
                    .append(counts(parsed))
                    .append('\t')
                    .append(digest(parsed.model()))
                    .append('\n');
        }
        if (WRITE) {
            Files.writeString(GOLDEN, found);
            return;
        }
        assertEquals(Files.readString(GOLDEN), found.toString());
    }

    @Test
    void damagedOffersAreReadAsTheyWereMeant() throws IOException {
        Keying keying = read("advfirewall/consec-show-rule-fragment-aws-2008r2.txt")
                .model()
                .rules()
                .get(0)
                .keying();
        assertEquals(
                List.of("aes128 sha1 dh2", "3des sha1 dh2"),
                keying.mainMode().stream().map(MainModeOffer::label).toList());
        assertEquals(
                List.of("ESP aes128 sha1", "ESP 3des sha1"),
                keying.quickMode().stream().map(QuickModeOffer::label).toList());
        assertEquals("dh2", keying.pfsGroup());
    }

    @Test
    void gluedColumnsGiveAWholeRuleWithoutItsKey() throws IOException {
        HostPolicy policy =
                read("advfirewall/consec-show-rule-all-vistasp1-kb-mangled.txt").model();
        Rule rule = policy.rules().get(0);
        assertEquals(Treatment.negotiate(Demand.REQUEST, Demand.REQUEST), rule.treatment());
        assertEquals(2, rule.keying().mainMode().size());
        assertEquals(
                QuickModeOffer.Encapsulation.AH_AND_ESP,
                rule.keying().quickMode().get(0).encapsulation());
        assertEquals(
                Samples.DIGESTS.of("12345"), rule.keying().firstAuth().get(0).keyDigest());
        assertFalse(policy.toString().contains("12345"), "the key is nowhere");
    }

    @Test
    void whatNetdiagSaysIsInForce() throws IOException {
        HostPolicy policy = read("netsh-ipsec/netdiag-test-ipsec-debug-2filters-kb813878.txt")
                .model();
        assertTrue(policy.assignedPolicy().isPresent(), "a policy is active");
        assertEquals(2, policy.rules().size());
        for (Rule rule : policy.rules()) {
            assertEquals(Treatment.BLOCK, rule.treatment());
            assertEquals(17, rule.filters().get(0).protocol());
            assertTrue(rule.filters().get(0).destinationPorts().contains(1434));
        }
    }

    @Test
    void textOfACmdletGivesARule() throws IOException {
        Rule rule = read("powershell/find-netipsecrule-winserver2016doc.txt")
                .model()
                .rules()
                .get(0);
        assertEquals(Treatment.negotiate(Demand.REQUIRE, Demand.REQUEST), rule.treatment());
        assertEquals(Origin.Kind.GPO, rule.origin().kind());
        assertTrue(rule.isEnabled(), "it is on");
    }
}
