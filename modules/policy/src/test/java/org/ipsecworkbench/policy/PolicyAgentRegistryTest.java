package org.ipsecworkbench.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.policy.testing.Hives;
import org.ipsecworkbench.policy.testing.PolicyData;
import org.ipsecworkbench.policy.testing.Samples;
import org.junit.jupiter.api.Test;

/** Policies of the Policy Agent in the registry, binary as [MS-GPIPSEC] 2.2.1 lays them out. */
class PolicyAgentRegistryTest {
    private static final String STORE = "SOFTWARE\\Policies\\Microsoft\\Windows\\IPSec\\Policy\\Local";
    private static final String POLICY = "ipsecPolicy{00000000-0000-4000-8000-000000000001}";
    private static final String ISAKMP = "ipsecISAKMPPolicy{00000000-0000-4000-8000-000000000002}";
    private static final String RULE = "ipsecNFA{00000000-0000-4000-8000-000000000003}";
    private static final String TUNNEL = "ipsecNFA{00000000-0000-4000-8000-000000000004}";
    private static final String DEFAULT = "ipsecNFA{00000000-0000-4000-8000-000000000005}";
    private static final String ACTION = "ipsecNegotiationPolicy{00000000-0000-4000-8000-000000000006}";
    private static final String RESPOND = "ipsecNegotiationPolicy{00000000-0000-4000-8000-000000000007}";
    private static final String LIST = "ipsecFilter{00000000-0000-4000-8000-000000000008}";
    private static final String ID = "00112233445566778899aabbccddeeff";

    private static final String POLICY_DATA = "632120224c4fd111863b00a0248d3021";
    private static final String ISAKMP_DATA = "b820dc80c82ed111a89e00a0248d3021";
    private static final String RULE_DATA = "00acbb118d49d111863900a0248d3021";
    private static final String ACTION_DATA = "b920dc80c82ed111a89e00a0248d3021";
    private static final String FILTER_DATA = "b520dc80c82ed111a89e00a0248d3021";
    private static final String LATER_FILTERS = "3dcdfe3529ae73438a6ac5d8fab2fb08";

    private static byte[] isakmp() {
        return PolicyData.of(ISAKMP_DATA)
                .hex(ID)
                .number(0, 1, 0)
                .octets(4, 0, 0, 0)
                .number(0, 7200)
                .zeros(20)
                .number(2)
                .mainMode(3, 2, 2)
                .mainMode(1, 1, 0x1000_0001L)
                .bytes();
    }

    private static byte[] rule(boolean isTunnel) {
        return PolicyData.of(RULE_DATA)
                .number(3, 1)
                .text("open sesame")
                .number(3)
                .text("CN=Made up CA")
                .number(5)
                .text("")
                .number(0xffff_fffdL)
                .text("")
                .octets(192, 0, 2, 9)
                .number(isTunnel ? 1 : 0, 1)
                .text("")
                .mark(2)
                .number(0, 0, 3, 0)
                .bytes();
    }

    private static byte[] action() {
        return PolicyData.of(ACTION_DATA)
                .number(3)
                .esp(3, 2, 900, 100_000)
                // AH and ESP together.
                .number(3600, 250_000, 0, 0, 2, 2, 0, 1)
                .zeros(8)
                .number(1, 1, 2)
                .zeros(8)
                .zeros(20)
                // An offer of nothing.
                .number(0, 0, 0, 0, 0)
                .zeros(60)
                .bytes();
    }

    private static byte[] filters() {
        return PolicyData.of(FILTER_DATA)
                .number(3)
                .text("")
                .text("")
                .text("from here to files")
                .hex(ID)
                .number(1, 0, 0xffff_ffffL)
                .octets(10, 0, 0, 0, 255, 255, 0, 0)
                .number(0, 6)
                .word(0, 445)
                .octets(0, 0, 0, 0)
                // To the servers of names.
                .text("")
                .text("")
                .text("")
                .hex(ID.replace("00", "01"))
                .number(0, 0, 0, 0, 0, 0, 17)
                .word(0, 53)
                .octets(0, 0x81, 0, 0)
                // What a later version tells better.
                .text("")
                .text("")
                .text("")
                .hex(ID.replace("00", "02"))
                .zeros(36)
                .hex(LATER_FILTERS)
                .number(0, 0, 2)
                .text("")
                .text("")
                .text("")
                .hex(ID.replace("00", "02"))
                .number(1, 8, 3)
                .zeros(32)
                .number(2, 1)
                .octets(192, 0, 2, 1)
                .zeros(12)
                .octets(192, 0, 2, 20)
                .zeros(12)
                .number(0, 0, 2)
                .word(1000, 2000)
                .number(6, 8)
                .text("")
                .text("")
                .text("")
                .hex(ID.replace("00", "03"))
                .number(1, 4, 2)
                .hex("20010db8000000000000000000000000")
                .octets(32)
                .zeros(15)
                .number(0, 2)
                .zeros(32)
                .number(0, 0, 1)
                .word(80, 0)
                .number(6, 0)
                .bytes();
    }

    private static Map<String, Map<String, Object>> objects() {
        Map<String, Map<String, Object>> all = new LinkedHashMap<>();
        all.put(
                POLICY,
                Map.of(
                        "ipsecName",
                        "Made up policy",
                        "ipsecData",
                        PolicyData.of(POLICY_DATA).number(10_800).octets(0).bytes(),
                        "ipsecISAKMPReference",
                        STORE + "\\" + ISAKMP,
                        "ipsecNFAReference",
                        List.of(STORE + "\\" + RULE, STORE + "\\" + TUNNEL, STORE + "\\" + DEFAULT)));
        all.put(ISAKMP, Map.of("ipsecData", isakmp()));
        all.put(
                RULE,
                Map.of(
                        "ipsecName",
                        "Files",
                        "ipsecData",
                        rule(false),
                        "ipsecFilterReference",
                        List.of(STORE + "\\" + LIST),
                        "ipsecNegotiationPolicyReference",
                        STORE + "\\" + ACTION));
        all.put(
                TUNNEL,
                Map.of(
                        "ipsecName",
                        "Tunnel",
                        "ipsecData",
                        rule(true),
                        "ipsecFilterReference",
                        List.of(STORE + "\\" + LIST),
                        "ipsecNegotiationPolicyReference",
                        STORE + "\\" + ACTION));
        all.put(DEFAULT, Map.of("ipsecData", rule(false), "ipsecNegotiationPolicyReference", STORE + "\\" + RESPOND));
        all.put(
                ACTION,
                Map.of(
                        "ipsecName", "Encrypt",
                        "ipsecNegotiationPolicyAction", "{3f91a81a-7647-11d1-864d-d46a00000000}",
                        "ipsecNegotiationPolicyType", "{62f49e10-6c37-11d1-864c-14a300000000}",
                        "ipsecData", action()));
        all.put(
                RESPOND,
                Map.of(
                        "ipsecNegotiationPolicyAction", "{8a171dd3-77e3-11d1-8659-a04f00000000}",
                        "ipsecNegotiationPolicyType", "{62f49e13-6c37-11d1-864c-14a300000000}",
                        "ipsecData", action()));
        all.put(LIST, Map.of("ipsecName", "To files", "ipsecData", filters()));
        return all;
    }

    private static byte[] multi(List<?> texts) {
        StringBuilder all = new StringBuilder();
        texts.forEach(one -> all.append(one).append('\0'));
        return all.append('\0').toString().getBytes(StandardCharsets.UTF_16LE);
    }

    /** As regedit exports it. */
    public static byte[] export() {
        StringBuilder text = new StringBuilder("Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\"
                + STORE + "]\r\n\"ActivePolicy\"=\"" + (STORE + "\\" + POLICY).replace("\\", "\\\\") + "\"\r\n\r\n");
        objects().forEach((name, values) -> {
            text.append("[HKEY_LOCAL_MACHINE\\")
                    .append(STORE)
                    .append('\\')
                    .append(name)
                    .append("]\r\n");
            values.forEach((value, data) -> text.append('"')
                    .append(value)
                    .append("\"=")
                    .append(exported(data))
                    .append("\r\n"));
            text.append("\r\n");
        });
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String exported(Object data) {
        HexFormat hex = HexFormat.ofDelimiter(",");
        if (data instanceof byte[] bytes) {
            String text = hex.formatHex(bytes);
            return "hex:" + text.replaceAll("(.{60}),", "$1,\\\\\r\n  ");
        }
        return data instanceof List<?> texts
                ? "hex(7):" + hex.formatHex(multi(texts))
                : "\"" + data.toString().replace("\\", "\\\\") + "\"";
    }

    /** As reg query prints it. */
    private static String query() {
        String root = "HKEY_LOCAL_MACHINE\\" + STORE;
        StringBuilder text = new StringBuilder(
                "\r\n" + root + "\r\n    ActivePolicy    REG_SZ    " + STORE + "\\" + POLICY + "\r\n\r\n");
        objects().forEach((name, values) -> {
            text.append(root).append('\\').append(name).append("\r\n");
            values.forEach((value, data) -> text.append("    ")
                    .append(value)
                    .append("    ")
                    .append(queried(data))
                    .append("\r\n"));
            text.append("\r\n");
        });
        return text.toString();
    }

    private static String queried(Object data) {
        if (data instanceof byte[] bytes) {
            return "REG_BINARY    " + HexFormat.of().withUpperCase().formatHex(bytes);
        }
        return data instanceof List<?> texts
                ? "REG_MULTI_SZ    "
                        + String.join("\\0", texts.stream().map(String::valueOf).toList())
                : "REG_SZ    " + data;
    }

    /** As reg save writes it. */
    private static byte[] hive() {
        Hives.Key root = Hives.Key.empty();
        String below = STORE.substring("SOFTWARE\\".length());
        root.at(below).with("ActivePolicy", STORE + "\\" + POLICY);
        objects()
                .forEach((name, values) -> values.forEach((value, data) -> root.at(below + "\\" + name)
                        .with(
                                value,
                                data instanceof List<?> texts
                                        ? String.join(
                                                ",",
                                                texts.stream()
                                                        .map(String::valueOf)
                                                        .toList())
                                        : data)));
        return Hives.write(root);
    }

    private static void check(Parsed<HostPolicy> parsed) {
        assertEquals(List.of(), parsed.problems());
        HostPolicy policy = parsed.model();
        assertEquals("Made up policy", policy.assignedPolicy().orElseThrow().name());
        assertEquals(
                List.of("Files", "Tunnel", "<Dynamic>"),
                policy.rules().stream().map(Rule::name).toList());
        Rule rule = policy.rules().get(0);
        assertEquals(Treatment.negotiate(Demand.REQUEST, Demand.REQUEST), rule.treatment());
        assertEquals(
                List.of(
                        "me to 192.0.2.1-192.0.2.20, TCP port 1000-2000 there, mirrored",
                        "2001:db8:0:0:0:0:0:0/32 to any, TCP port 80 there, mirrored",
                        "me to 10.0.0.0/255.255.0.0, TCP port 445 there, mirrored",
                        "any to DNS, UDP port 53 there"),
                rule.filters().stream().map(PolicyAgentRegistryTest::words).toList());
        assertEquals(
                AddressRange.parse("10.0.0.0/16"),
                rule.filters().get(2).destination().ranges().get(0));
        Keying keying = rule.keying();
        assertEquals(
                List.of(
                        "pre-shared key",
                        "certificate (computer) of CN=Made up CA, mapped to an account, name of the"
                                + " authority not sent",
                        "Kerberos (computer)"),
                keying.firstAuth().stream().map(AuthMethod::label).toList());
        assertEquals(
                Samples.DIGESTS.of("open sesame"), keying.firstAuth().get(0).keyDigest());
        assertFalse(parsed.toString().contains("sesame"), "the key is nowhere");
        assertFalse(parsed.toString().contains("6F00700065006E"), "and not in its bytes");
        assertEquals(
                List.of("3des sha1 dh14", "3des sha1 dh2", "des md5 dh14"),
                keying.mainMode().stream().map(MainModeOffer::label).toList());
        assertEquals(7200, keying.mainMode().get(0).seconds());
        assertEquals(
                List.of("ESP 3des sha1", "AH sha1 + ESP none md5"),
                keying.quickMode().stream().map(QuickModeOffer::label).toList());
        assertEquals(900, keying.quickMode().get(0).seconds());
        assertEquals(100_000, keying.quickMode().get(0).kilobytes());
        assertEquals("", keying.pfsGroup(), "its documentation contradicts itself");
        assertTrue(policy.rules().get(1).tunnel().isTunnel());
        assertEquals("192.0.2.9", policy.rules().get(1).tunnel().remote());
        assertEquals(Treatment.Kind.RESPOND, policy.rules().get(2).treatment().kind());
    }

    private static String words(Filter filter) {
        return filter.source().text() + " to " + filter.destination().text() + ", "
                + Protocols.name(filter.protocol()) + " port "
                + filter.destinationPorts().text() + " there" + (filter.isMirrored() ? ", mirrored" : "");
    }

    @Test
    void anExportIsRead() {
        check(Samples.parse("policy.reg", export()));
    }

    @Test
    void aQueryIsReadAlike() {
        check(Samples.parse("policy.txt", query().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aHiveIsReadAlikeAndNamesItsKeys() {
        Parsed<HostPolicy> parsed = Samples.parse("software.hiv", hive());
        check(parsed);
        assertTrue(parsed.model().rules().get(0).place().label().endsWith("\\" + RULE), "a hive has no lines");
    }

    @Test
    void cutDataIsToldAndNeverKept() {
        String text = new String(export(), StandardCharsets.UTF_8);
        int sesame =
                text.indexOf(HexFormat.ofDelimiter(",").formatHex("open ".getBytes(StandardCharsets.UTF_16LE), 0, 10));
        assertTrue(sesame > 0, "the sample has the key in one line");
        String cut = text.substring(0, sesame + 30) + "zz" + text.substring(text.indexOf("\r\n\r\n", sesame));
        Parsed<HostPolicy> parsed = Samples.parse("cut.reg", cut.getBytes(StandardCharsets.UTF_8));
        assertEquals(1, parsed.problems().size(), parsed.problems().toString());
        assertTrue(
                parsed.problems().get(0).what().contains("ends early"),
                parsed.problems().toString());
        assertFalse(parsed.toString().contains("6f,00,70,00,65"), "part of a key is a key");
    }

    @Test
    void everyCutOfAListOfFiltersIsTold() {
        byte[] filters = filters();
        String whole = HexFormat.of().formatHex(filters);
        int later = whole.indexOf(LATER_FILTERS) / 2;
        for (int length = 0; length < filters.length; length++) {
            String text = "HKEY_LOCAL_MACHINE\\" + STORE + "\\" + LIST + "\r\n    ipsecData    REG_BINARY    "
                    + whole.substring(0, 2 * length) + "\r\n";
            // A few bytes behind the first filters are nothing but padding.
            boolean isPadding = length >= later && length <= later + 4;
            assertEquals(!isPadding, !Samples.text(text).problems().isEmpty(), "cut at " + length);
        }
    }
}
