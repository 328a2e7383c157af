package org.ipsecworkbench.policyexplorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.KeyDigests;
import org.ipsecworkbench.policy.Policies;
import org.ipsecworkbench.policy.PolicyLimits;
import org.ipsecworkbench.workbench.Mark;
import org.junit.jupiter.api.Test;

class PolicyTreeTest {
    private static final String LISTING = """
            pushd ipsec static
            add policy name=P activatedefaultrule=no assign=yes
            add filterlist name=L
            add filter filterlist=L srcaddr=me dstaddr=10.2.0.5 protocol=TCP mirrored=yes srcport=0 dstport=445
            add filteraction name=A action=negotiate inpass=no soft=no qmsecmethods="ESP[3DES,SHA1]:100000k/900s"
            add rule name=Files policy=P filterlist=L filteraction=A psk="open sesame"
            add rule name=Off policy=P filterlist=L filteraction=A activate=no kerberos=yes
            popd
            """;

    private static HostPolicy read(String text) {
        Policies.Document document = new Policies.Document("dump.txt", text.getBytes(StandardCharsets.UTF_8));
        return Policies.parse("SRV1", List.of(document), PolicyLimits.DEFAULT, KeyDigests.random())
                .model();
    }

    private static Entry find(Entry root, String begin) {
        return all(root)
                .filter(one -> one.text().startsWith(begin))
                .findFirst()
                .orElseThrow(() -> new AssertionError(begin + " is not there"));
    }

    private static Stream<Entry> all(Entry root) {
        return Stream.concat(Stream.of(root), root.children().stream().flatMap(PolicyTreeTest::all));
    }

    @Test
    void whatIsInForceIsToldInWordsAndByItsMark() {
        Entry root = PolicyTree.of(read(LISTING));
        assertEquals("P – assigned, in force", find(root, "P –").text());
        Entry rule = find(root, "Files –");
        assertEquals("Files – in force, require inbound, require outbound", rule.text());
        assertEquals(Mark.KEYING, rule.mark());
        Entry off = find(root, "Off –");
        assertTrue(off.text().startsWith("Off – switched off"), off.text());
        assertEquals(Mark.NOT_COUNTED, off.mark());
        assertTrue(all(find(root, "Rules that are not in force")).anyMatch(off::equals), "under what is not in force");
    }

    @Test
    void aRuleHoldsItsFiltersMethodsAndOffersWithUnitsAndPlaces() {
        Entry rule = find(PolicyTree.of(read(LISTING)), "Files –");
        Entry offer = find(rule, "ESP 3des sha1, 900 s, 100000 KB");
        assertEquals("dump.txt, line 5", offer.details().get(0).where());
        assertEquals(6, find(rule, "me <-> 10.2.0.5").details().size());
        assertEquals("pre-shared key", find(rule, "pre-shared key").text());
    }

    @Test
    void findingsComeFirstAndNeedNoIconToBeUnderstood() {
        Entry first = PolicyTree.of(read(LISTING)).children().get(0);
        assertTrue(first.text().startsWith("Stands out"), first.text());
        assertTrue(find(first, "Attention: Weak algorithm").text().contains("3des"));
    }

    @Test
    void aKeyIsNowhere() {
        assertFalse(all(PolicyTree.of(read(LISTING)))
                .anyMatch(one -> one.toString().contains("sesame")
                        || one.details().toString().contains("sesame")));
    }

    @Test
    void nothingGivesAnEmptyTree() {
        assertEquals(List.of(), PolicyTree.of(HostPolicy.EMPTY).children());
    }
}
