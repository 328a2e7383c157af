package org.ipsecworkbench.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ipsecworkbench.lab.model.Language;
import org.ipsecworkbench.lab.model.WindowsVersion;
import org.ipsecworkbench.lab.testing.Networks;
import org.ipsecworkbench.lab.testing.Prompt;
import org.junit.jupiter.api.Test;

/** Holds what the programs print against what Windows printed, where such samples lie beside the project. */
class CorpusTest {
    private final Prompt prompt = new Prompt(Networks.single(WindowsVersion.SERVER_2019, Language.ENGLISH));

    private static List<String> sample(String name) throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared/corpus"))) {
            folder = folder.getParent();
        }
        assumeTrue(folder != null, "no text of real hosts: shared/corpus is not there");
        return Files.readAllLines(folder.resolve("shared/corpus").resolve(name));
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\r\n", -1)).stream()
                .map(String::stripTrailing)
                .toList();
    }

    private static List<String> stripped(List<String> lines) {
        return lines.stream()
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** A line without its values: digits, hexadecimal numbers and words behind the sign are left out. */
    private static Set<String> labels(List<String> lines, Pattern label) {
        return lines.stream()
                .map(label::matcher)
                .filter(found -> found.find())
                .map(found -> found.group(1).strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theProfileIsPrintedAsBySampleLineByLine() throws IOException {
        List<String> sample = sample("advfirewall/show-currentprofile-domain-on-en.txt");
        assertEquals(stripped(sample), stripped(lines(prompt.print("netsh advfirewall show currentprofile"))));
    }

    @Test
    void aRunningServiceIsPrintedAsBySampleLineByLine() throws IOException {
        List<String> sample = sample("services/sc-query-all-win10-19045-ipsec-blocks.txt").stream()
                .dropWhile(line -> !line.startsWith("SERVICE_NAME: IKEEXT"))
                .takeWhile(line -> !line.isBlank())
                .filter(line -> !line.startsWith("DISPLAY_NAME"))
                .toList();
        assertEquals(stripped(sample), stripped(lines(prompt.print("sc query IKEEXT"))));
    }

    @Test
    void aStoppedServiceHasTheLinesOfTheSample() throws IOException {
        Pattern label = Pattern.compile("^\\s*([A-Z0-9_]+)\\s*:");
        List<String> sample = sample("services/sc-query-ikeext-stopped-win10-19042.txt");
        prompt.print("sc stop IKEEXT");
        assertEquals(labels(sample, label), labels(lines(prompt.print("sc query IKEEXT")), label));
    }

    @Test
    void theConfigurationOfAServiceHasTheLinesOfTheSample() throws IOException {
        Pattern label = Pattern.compile("^\\s*([A-Z_]+)\\s*:");
        List<String> sample = sample("services/sc-qc-ikeext-win7.txt");
        assertEquals(labels(sample, label), labels(lines(prompt.print("sc qc IKEEXT")), label));
    }

    @Test
    void ticketsHaveTheLinesOfTheSample() throws IOException {
        Pattern label = Pattern.compile("^\\s+([A-Z][A-Za-z ]+?)(?::| 0x)");
        Set<String> sample = labels(sample("misc/klist-two-tickets-en.txt"), label);
        assertTrue(sample.size() > 8, sample::toString);
        assertEquals(sample, labels(lines(prompt.print("klist")), label));
    }

    @Test
    void theTimeServiceHasTheLinesOfTheSample() throws IOException {
        Pattern label = Pattern.compile("^([A-Z][A-Za-z ]+):");
        List<String> sample = sample("misc/w32tm-query-status-ok-2023.txt");
        assertEquals(labels(sample, label), labels(lines(prompt.print("w32tm /query /status")), label));
    }

    @Test
    void theSecureChannelIsPrintedAsBySample() throws IOException {
        List<String> sample = sample("misc/nltest-sc_reset-ok.txt").stream()
                .map(line -> line.replace("dc10.domain.example", "DC1.lab.test"))
                .toList();
        assertEquals(stripped(sample), stripped(lines(prompt.print("nltest /sc_reset:LAB"))));
    }

    @Test
    void certificatesHaveTheLinesOfTheSample() throws IOException {
        Pattern label = Pattern.compile("^\\s*([A-Z][A-Za-z ()0-9]+?)(?::| =)");
        Set<String> sample = labels(sample("certutil/store-my-subca-key-en.txt"), label);
        // Of an authority only, and the container's number, which names a file that the lab does not have.
        sample.remove("CA Version");
        sample.remove("Unique container name");
        assertEquals(sample, labels(lines(prompt.print("certutil -store My")), label));
    }

    /** Lines whose values are no numbers and names of their own, in the order in which they come first. */
    private static List<String> structure(List<String> lines) {
        return lines.stream()
                .map(line -> line.strip()
                        .replaceAll("[0-9a-f]{32,}", "HASH")
                        .replaceAll("^(Issuer|Subject|Serial|NotBefore|NotAfter|ThisUpdate|NextUpdate): .*", "$1:")
                        .replaceAll("^CRL [0-9a-f]+:", "CRL:")
                        .replaceAll("\\([0-9a-f]{2,}\\)", "(N)")
                        .replaceAll("http://.*", "URL"))
                .filter(line -> line.matches("(?i).*(Status|Chain|CRL|OCSP|AIA|CDP|Update|Serial|NotAfter|Issuer).*"))
                .distinct()
                .toList();
    }

    @Test
    void verificationHasTheLinesOfTheSampleInItsOrder() throws IOException {
        // The sample's is of a subordinate authority, from Windows Server 2022; the flags are those of the command's
        // options.
        List<String> sample = structure(sample("certutil/verify-urlfetch-subca-ok-2022.txt")).stream()
                .filter(line -> !line.contains("_FLAGS_") && !line.startsWith("ChainFlags"))
                .toList();
        prompt.print("certutil -store My 0 C:\\own.cer");
        List<String> ours = structure(lines(prompt.print("certutil -verify -urlfetch C:\\own.cer"))).stream()
                .filter(line -> !line.contains("_FLAGS_") && !line.startsWith("ChainFlags"))
                .toList();
        assertEquals(sample, ours);
    }

    @Test
    void aListOfRevokedCertificatesHasTheLinesOfTheSampleInItsOrder() throws IOException {
        String values = "(Issuer:|Serial Number:|Date:|Update:|Entries:|Hash\\(\\w+\\):) .*";
        List<String> sample = sample("certutil/dump-crl-en-2026-fragment.txt").stream()
                .limit(24)
                .filter(line -> !line.startsWith("    CN=") && !line.startsWith("    DC="))
                .map(line -> line.stripTrailing().replaceAll(values, "$1"))
                .toList();
        var host = Networks.host(Networks.play("certificate-revoked"), "SRV1");
        Prompt its = new Prompt(host);
        its.print("certutil -urlcache -f http://pki.lab.test/lab-ca.crl C:\\a.crl");
        List<String> ours = lines(its.print("certutil -dump C:\\a.crl")).stream()
                .filter(line -> !line.startsWith("    CN="))
                .map(line -> line.replaceAll(values, "$1"))
                .limit(sample.size())
                .map(line -> line.replace("Superseded (4)", "Cessation of Operation (5)"))
                .toList();
        assertEquals(sample, ours);
    }

    @Test
    void eventsHaveTheValuesOfTheSampleInItsOrder() throws IOException {
        Pattern name = Pattern.compile("<Data Name='(\\w+)'>");
        String sample = String.join("", sample("events/4653-ikev1-timeout-xml-2020.xml"));
        String ours = new Prompt(Networks.host(Networks.play("firewall-drops-ike"), "SRV1"))
                .print("wevtutil qe Security /f:xml /q:*[System[(EventID=4653)]] /c:1");
        assertEquals(
                name.matcher(sample).results().map(found -> found.group(1)).toList(),
                name.matcher(ours).results().map(found -> found.group(1)).toList());
    }

    @Test
    void eventsHaveTheValuesOfTheManifest() throws IOException {
        for (String line : sample("reference/security_event_xml_fields.tsv")) {
            String[] columns = line.split("\t", -1);
            boolean isOurs = columns[0].matches("465[0-5]|5451|5452|5453")
                    && columns[2].contains("Win10")
                    && (columns[1].equals("1") || !columns[0].matches("4654|5451|5452"));
            if (isOurs) {
                List<String> fields = List.of(columns[3].split(", ", -1)).stream()
                        .map(field -> field.substring(0, Math.max(0, field.indexOf(':'))))
                        .filter(field -> !field.isEmpty())
                        .toList();
                assertEquals(fields, values(Integer.parseInt(columns[0])), columns[0]);
            }
        }
    }

    private static List<String> values(int id) {
        for (String scenario : List.of(
                "all-well", "certificate-expired", "kerberos-clock-skew", "quick-mode-mismatch", "service-stopped")) {
            var network = Networks.play(scenario);
            Prompt prompt = new Prompt(Networks.host(network, "SRV1"));
            prompt.print("net stop IKEEXT");
            prompt.run("ping -n 1 SRV2");
            var found = network.hosts().stream()
                    .flatMap(host -> host.security().events().stream())
                    .filter(event -> event.id() == id)
                    .findFirst();
            if (found.isPresent()) {
                return List.copyOf(found.get().data().keySet());
            }
        }
        // An association by certificates, which no scenario ends well with.
        var network = Networks.play("certificate-revoked");
        new Prompt(Networks.host(network, "SRV1")).print("netsh advfirewall set global ipsec strongcrlcheck 0");
        return network.hosts().get(0).security().events().stream()
                .filter(event -> event.id() == id)
                .findFirst()
                .map(event -> List.copyOf(event.data().keySet()))
                .orElseThrow(() -> new AssertionError("nothing writes " + id));
    }
}
