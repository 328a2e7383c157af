package org.ipsecworkbench.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ipsecworkbench.policy.testing.Samples;
import org.junit.jupiter.api.Test;

/** Policies in a state of the filtering platform; the input is synthetic. */
class PlatformListingTest {
    static final String STATE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <wfpstate><providerContexts numItems="2">
            <item><providerContextKey>{1}</providerContextKey><displayData><name>Main mode</name></displayData>
            <type>FWPM_IPSEC_IKE_MM_CONTEXT</type>
            <ikeMmPolicy><ikeProposals numItems="1"><item>
            <cipherAlgorithm><algoIdentifier>IKEEXT_CIPHER_AES_256</algoIdentifier></cipherAlgorithm>
            <integrityAlgorithm><algoIdentifier>IKEEXT_INTEGRITY_SHA_384</algoIdentifier></integrityAlgorithm>
            <dhGroup>IKEEXT_DH_ECP_384</dhGroup></item></ikeProposals></ikeMmPolicy></item>
            <item><providerContextKey>{2}</providerContextKey><type>FWPM_GENERAL_CONTEXT</type></item>
            </providerContexts></wfpstate>
            <firewallState/>
            """;

    @Test
    void contextsOfIpsecAreListedWithTheirOffers() {
        Parsed<HostPolicy> parsed = Samples.text(STATE);
        assertEquals(List.of(), parsed.problems());
        List<Listed> contexts = parsed.model().of(Listed.Kind.PLATFORM_POLICY);
        assertEquals(1, contexts.size());
        assertEquals("Main mode", contexts.get(0).name());
        assertEquals("DHGroup20-aes256-sha384", contexts.get(0).value("mmoffers"));
    }

    @Test
    void whatIsCutIsReadUpToTheCut() {
        Parsed<HostPolicy> parsed =
                Samples.text(STATE.substring(0, STATE.indexOf("<item><providerContextKey>{2}") + 20));
        assertEquals(1, parsed.model().of(Listed.Kind.PLATFORM_POLICY).size());
        assertTrue(
                parsed.problems().get(0).what().contains("damaged"),
                parsed.problems().toString());
    }

    @Test
    void noOtherFileIsEverRead() {
        Parsed<HostPolicy> parsed = Samples.text(
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><wfpstate><item>"
                        + "<providerContextKey>&x;</providerContextKey><type>FWPM_IPSEC_IKE_MM_CONTEXT</type></item></wfpstate>");
        assertTrue(!parsed.toString().contains("root:"), parsed.toString());
        assertTrue(!parsed.problems().isEmpty(), "it is told");
    }

    @Test
    void filtersOfIpsecAreListedAndOthersAreNot() {
        String filter = """
                <item><filterKey>{%d}</filterKey><displayData><name>%s</name></displayData><layerKey>%s</layerKey>
                <filterCondition numItems="1"><item><fieldKey>FWPM_CONDITION_IP_REMOTE_ADDRESS</fieldKey>
                <conditionValue><type>FWP_UINT32</type><uint32>10.0.0.1</uint32></conditionValue></item></filterCondition>
                <providerContextKey>{1}</providerContextKey></item>
                """;
        Parsed<HostPolicy> parsed = Samples.text("<wfpstate><layers><item><filters>"
                + filter.formatted(1, "Peers", "FWPM_LAYER_IKEEXT_V4")
                + filter.formatted(2, "Other", "FWPM_LAYER_ALE_AUTH_CONNECT_V4")
                + "</filters></item></layers></wfpstate>");
        List<Listed> filters = parsed.model().of(Listed.Kind.PLATFORM_FILTER);
        assertEquals(1, filters.size(), filters.toString());
        assertEquals("Peers", filters.get(0).name());
        assertTrue(
                filters.get(0).settings().stream().anyMatch(one -> one.value().equals("10.0.0.1")));
        assertEquals(List.of(), parsed.problems());
    }
}
