package org.ipsecworkbench.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ipsecworkbench.policy.testing.Samples;
import org.junit.jupiter.api.Test;

/**
 * Whole proofs, as a person reads them, of pairs that break or agree at each step: {@code prediction-proofs.txt}, which {@code
 * -Dipsecwb.golden=write} writes.
 */
class PredictionProofTest {
    private static final Path GOLDEN = Path.of("src/test/resources/org/ipsecworkbench/policy/prediction-proofs.txt");
    private static final boolean WRITE = "write".equals(System.getProperty("ipsecwb.golden"));
    private static final Flow FLOW = Flow.parse("tcp 10.0.0.1 10.0.0.2:445");
    private static final String ENCRYPT = " qmsecmethods=esp:sha256-aes256+60min+100000kb";

    private static final String RESPOND = "netsh ipsec static add policy name=C activatedefaultrule=yes assign=yes\n";

    /** Of each pair both policies, as scripts. */
    private static final Map<String, String[]> PAIRS = new LinkedHashMap<>();

    static {
        pair("agree", modern("requireinrequireout", ENCRYPT), modern("requireinrequestout", ENCRYPT));
        pair(
                "agree on the second offer of each",
                modern(
                        "requireinrequireout",
                        " qmsecmethods=ah:sha1,esp:sha256-aes256"
                                + " mmsecmethods=dhgroup2:3des-sha1,dhgroup14:aes256-sha256"),
                modern(
                        "requireinrequireout",
                        " qmsecmethods=esp:sha1-aes128,esp:sha256-aes256 mmsecmethods=ecdhp384:aes256-sha384,dhgroup14:aes256-sha256"));
        pair(
                "no key module in common",
                modern("requireinrequireout", " keymodule=ikev1"),
                modern("requireinrequireout", " keymodule=ikev2"));
        pair(
                "no key module in common, and in clear then",
                modern("requestinrequestout", " keymodule=ikev1"),
                modern("requestinrequestout", " keymodule=ikev2"));
        pair(
                "no main mode offer in common",
                modern("requireinrequireout", " mmsecmethods=dhgroup2:aes128-sha1"),
                modern("requireinrequireout", " mmsecmethods=dhgroup14:aes128-sha1"));
        pair(
                "no method in common",
                modern("requireinrequireout", "").replace("computerkerb", "computercert auth1ca=\"CN=A\""),
                modern("requireinrequireout", ""));
        pair(
                "certificates of two authorities",
                modern("requireinrequireout", ENCRYPT).replace("computerkerb", "computercert auth1ca=\"CN=A\""),
                modern("requireinrequireout", ENCRYPT).replace("computerkerb", "computercert auth1ca=\"CN=B\""));
        pair(
                "certificates of two kinds of signature",
                modern("requireinrequireout", "").replace("computerkerb", "computercert auth1ca=\"CN=A\""),
                modern("requireinrequireout", "")
                        .replace("computerkerb", "computercertecdsap256 auth1ecdsap256ca=\"CN=A\""));
        pair(
                "two keys",
                modern("requireinrequireout", "").replace("computerkerb", "computerpsk auth1psk=one"),
                modern("requireinrequireout", "").replace("computerkerb", "computerpsk auth1psk=other"));
        pair(
                "one key",
                modern("requireinrequireout", ENCRYPT).replace("computerkerb", "computerpsk auth1psk=one"),
                modern("requireinrequireout", ENCRYPT).replace("computerkerb", "computerpsk auth1psk=one"));
        pair(
                "a second authentication that is missing",
                modern("requireinrequireout", " auth2=userkerb"),
                modern("requireinrequireout", ""));
        pair(
                "a second authentication of both",
                modern("requireinrequireout", ENCRYPT + " auth2=userkerb"),
                modern("requireinrequireout", ENCRYPT + " auth2=userkerb,anonymous"));
        pair(
                "selectors that are too wide",
                modern("requireinrequireout", ""),
                modern("requireinrequireout", " protocol=tcp port1=any port2=445"));
        pair(
                "transport and tunnel",
                modern("requireinrequireout", ""),
                modern(
                        "requireinrequireout",
                        " mode=tunnel localtunnelendpoint=10.0.0.2 remotetunnelendpoint=10.0.0.1"));
        pair(
                "a tunnel whose ends fit",
                modern(
                        "requireinrequireout",
                        ENCRYPT + " mode=tunnel localtunnelendpoint=10.0.0.1 remotetunnelendpoint=10.0.0.2"),
                modern(
                        "requireinrequireout",
                        ENCRYPT + " mode=tunnel localtunnelendpoint=10.0.0.2 remotetunnelendpoint=10.0.0.1"));
        pair(
                "a group that is not offered",
                modern("requireinrequireout", ""),
                modern("requireinrequireout", " qmpfs=dhgroup14"));
        pair(
                "the group of main mode",
                modern("requireinrequireout", ENCRYPT + " qmpfs=mainmode"),
                modern("requireinrequireout", ENCRYPT + " qmpfs=dhgroup2"));
        pair(
                "no quick mode offer in common",
                modern("requireinrequireout", " qmsecmethods=esp:sha256-aes256"),
                modern("requireinrequireout", " qmsecmethods=esp:sha256-aes128"));
        pair(
                "integrity alone",
                modern("requireinrequireout", " qmsecmethods=ah:sha1"),
                modern("requireinrequireout", " qmsecmethods=ah:sha1"));
        pair(
                "authentication alone",
                modern("requireinrequireout", " qmsecmethods=authnoencap:sha1"),
                modern("requireinrequireout", " qmsecmethods=authnoencap:sha1"));
        pair("exempt", modern("noauthentication", ""), modern("requireinrequireout", ""));
        pair("nobody has a policy", "# nothing\n", "# nothing\n");
        pair("one has none", "# nothing\n", modern("requestinrequestout", ""));
        pair("one has none, and the other one requires", "# nothing\n", modern("requireinrequireout", ""));
        pair("two generations", legacy("yes", "yes"), modern("requestinrequestout", " qmsecmethods=esp:sha1-3des"));
        pair("a Secure Server asked by nobody", "# nothing\n", legacy("yes", "no"));
        pair("both only respond", RESPOND, RESPOND);
        pair("who responds and who asks", RESPOND, legacy("yes", "yes"));
    }

    private static void pair(String name, String one, String other) {
        PAIRS.put(name, new String[] {one, other});
    }

    private static String modern(String action, String more) {
        return "netsh advfirewall consec add rule name=R endpoint1=any endpoint2=any action=" + action
                + " auth1=computerkerb" + more + "\n";
    }

    private static String legacy(String inpass, String soft) {
        return "netsh ipsec static add policy name=P activatedefaultrule=no assign=yes\n"
                + "netsh ipsec static add filterlist name=L\n"
                + "netsh ipsec static add filter filterlist=L srcaddr=me dstaddr=any mirrored=yes\n"
                + "netsh ipsec static add filteraction name=A action=negotiate inpass=" + inpass + " soft=" + soft
                + " qmsecmethods=\"ESP[3DES,SHA1]:100000k/900s\"\n"
                + "netsh ipsec static add rule name=R policy=P filterlist=L filteraction=A kerberos=yes\n";
    }

    private static HostPolicy host(String name, String script) {
        return Samples.parse(name, script.getBytes(StandardCharsets.UTF_8))
                .model()
                .named(name);
    }

    @Test
    void everyProofIsTheOneThatWasRead() throws IOException {
        StringBuilder text = new StringBuilder();
        PAIRS.forEach((name, pair) -> {
            Prediction prediction = Predictor.predict(host("ONE", pair[0]), host("OTHER", pair[1]), FLOW);
            text.append("# ").append(name).append("\n\n");
            write("there", prediction.there(), text);
            write("back", prediction.back(), text);
        });
        if (WRITE) {
            Files.writeString(GOLDEN, text);
        }
        assertEquals(Files.readString(GOLDEN).replace("\r\n", "\n"), text.toString());
    }

    private static void write(String way, DirectedPrediction one, StringBuilder text) {
        text.append(String.format(
                        Locale.ROOT,
                        "%s: %s, %s, %.3f%n",
                        way,
                        one.outcome().label(),
                        one.protection(),
                        one.confidence())
                .replace("\r\n", "\n"));
        text.append("  why: ").append(one.why()).append('\n');
        Divergence divergence = one.divergence();
        if (divergence != null) {
            text.append("  differs: ").append(divergence).append('\n');
        }
        if (!one.cure().isEmpty()) {
            text.append("  helps: ").append(one.cure());
            ProposedChange change = one.change();
            text.append(
                            change == null
                                    ? ""
                                    : " [" + change.side() + " "
                                            + change.change().text() + "]")
                    .append('\n');
        }
        for (ProofStep step : one.steps()) {
            text.append("  ")
                    .append(step.id())
                    .append(' ')
                    .append(step.title())
                    .append(" (")
                    .append(step.status());
            text.append("): ")
                    .append(step.ofSender())
                    .append(places(step.senderEvidence()))
                    .append(" | ");
            text.append(step.ofReceiver())
                    .append(places(step.receiverEvidence()))
                    .append(" | ")
                    .append(step.why());
            text.append('\n');
        }
        text.append("  rests on: ")
                .append(one.facts().stream().map(Fact::key).collect(Collectors.joining(", ")))
                .append("\n\n");
    }

    private static String places(List<Place> places) {
        return places.stream().map(Place::label).collect(Collectors.joining(", ", " [", "]"));
    }
}
