package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ipsecworkbench.certificate.CertificateSources;
import org.ipsecworkbench.certificate.CertificateTable;
import org.ipsecworkbench.certificate.Circumstances;
import org.ipsecworkbench.certificate.Expiry;
import org.ipsecworkbench.certificate.ExpiryCalendar;
import org.ipsecworkbench.certificate.FetchLimits;
import org.ipsecworkbench.certificate.Fitness;
import org.ipsecworkbench.certificate.HostCertificates;
import org.ipsecworkbench.certificate.JudgedHost;
import org.ipsecworkbench.certificate.Requirement;
import org.ipsecworkbench.certificate.RevocationFetch;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Requirements;
import org.ipsecworkbench.diagnosis.Scene;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ipsecwb certificates}: which certificate IKE of a host picks, and why not the others. */
@Command(
        name = "certificates",
        description =
                "Show certificates and how fit they are for IKE: which one IKE picks, why not the others, whether a peer"
                        + " accepts it, and what expires when. Each file is recognised by its content.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:IKE has a certificate that is fit, and nothing needs attention",
            "1:nothing could be read",
            "2:wrong usage",
            "3:something needs attention",
            "4:some files or hosts could not be read"
        })
final class CertificatesCommand implements Callable<Integer> {
    private static final Set<String> CHECKS = Set.of("certificate", "policy");

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description =
                    "Files of one host, or folders of them: listings of certutil, PEM, DER, PKCS #7, PKCS #12, revocation"
                            + " lists, answers of OCSP, captures with IKE, events of CAPI2; - reads standard input.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "Ask this host instead. Of several, each is held against what the next one trusts. "
                    + KnownHostArgument.HELP)
    private List<String> hosts = new ArrayList<>();

    @Option(names = "--name", paramLabel = "NAME", description = "What to call the host of the files.")
    private String name = "";

    @Option(
            names = "--authority",
            paramLabel = "NAME",
            description =
                    "The authority that the rule names, such as \"CN=Root\"; default: that of the host's own rule.")
    private String authority = "";

    @Option(names = "--at", paramLabel = "TIME", description = "Judge for this time (ISO 8601, UTC); default: now.")
    private @Nullable Instant time;

    @Option(
            names = "--days",
            paramLabel = "DAYS",
            description = "What ends within so many days asks for attention; default: ${DEFAULT-VALUE}")
    private int days = (int) Circumstances.WINDOW.toDays();

    @Option(
            names = "--file-password-file",
            paramLabel = "FILE",
            description = "The password of PKCS #12 files is the first line of this one.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description =
                    "Keys to decrypt captures with: an ikev1_decryption_table or ikev2_decryption_table of Wireshark.")
    private List<Path> keyFiles = new ArrayList<>();

    @Option(
            names = "--fetch",
            description =
                    "Fetch the revocation lists that the certificates name, and ask their OCSP responders, from this"
                            + " computer: by HTTP, for a minute at most. Whether the host can fetch them tells only the host.")
    private boolean fetches;

    @Mixin
    private HostOptions options = new HostOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "text, json, csv (a table of all certificates) or ics (a calendar of what ends, with reminders);"
                            + " default: ${DEFAULT-VALUE}")
    private CertificatesFormat format = CertificatesFormat.TEXT;

    @Mixin
    private Output output = new Output();

    /** What was fetched from this computer, or was not, by host. */
    private final Map<String, List<RevocationFetch.Attempt>> attempts = new HashMap<>();

    @Override
    public Integer call() throws IOException {
        if (files.isEmpty() == hosts.isEmpty()) {
            throw new ParameterException(spec().commandLine(), "Give either files or --host.");
        }
        if (days < 0) {
            throw new ParameterException(spec().commandLine(), "--days has to be 0 or more.");
        }
        List<String> errors = new ArrayList<>();
        List<JudgedHost> judged;
        try {
            judged = hosts.isEmpty() ? ofFiles(errors) : ofHosts(errors);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
        errors.forEach(error -> spec().commandLine().getErr().println("ipsecwb: " + error));
        if (judged.stream().allMatch(host -> host.certificates().isEmpty())) {
            judged.stream()
                    .flatMap(host -> host.certificates().problems().stream())
                    .forEach(problem -> spec().commandLine()
                            .getErr()
                            .println("ipsecwb: " + problem.where() + ": " + problem.what()));
            return 1;
        }
        output.write(spec(), (out, colours) -> {
            switch (format) {
                case TEXT -> CertificatesText.write(judged, attempts, out, colours);
                case JSON -> CertificatesJson.write(judged, attempts, out);
                case CSV -> CertificateTable.write(judged, out);
                case ICS -> calendar(judged, out);
            }
        });
        if (!errors.isEmpty()) {
            return 4;
        }
        return judged.stream().anyMatch(CertificatesCommand::needsAttention) ? 3 : 0;
    }

    private void calendar(List<JudgedHost> judged, Writer out) throws IOException {
        List<Expiry> all = judged.stream()
                .flatMap(host -> Expiry.of(host.certificates()).stream())
                .toList();
        ExpiryCalendar.write(all, time == null ? Instant.now() : time, out);
    }

    /** Files without certificates of an owner, such as a revocation list, are judged by their problems alone. */
    private static boolean needsAttention(JudgedHost host) {
        Fitness picked = host.selection().picked();
        boolean isUnfit = !host.selection().candidates().isEmpty()
                && (picked == null || picked.standing() != Fitness.Standing.MET);
        return isUnfit || !host.certificates().problems().isEmpty();
    }

    private List<JudgedHost> ofFiles(List<String> errors) throws IOException, InterruptedException {
        char[] password =
                passwordFile == null ? new char[0] : new Passwords(passwordFile, false).read(passwordFile.toString());
        CertificateSources.Passwords passwords = document -> password.clone();
        CertificateInput input;
        try {
            input = CertificateInput.read(
                    name.isEmpty() ? "files" : name, files, passwords, DecryptionKeys.read(keyFiles));
        } finally {
            Arrays.fill(password, '\0');
        }
        errors.addAll(input.errors());
        Instant now = time == null ? Instant.now() : time;
        Circumstances circumstances =
                new Circumstances(Requirement.of(authority), now, Duration.ofDays(days), Set.of(), null);
        return List.of(judge(input.certificates(), circumstances));
    }

    private JudgedHost judge(HostCertificates certificates, Circumstances circumstances) throws InterruptedException {
        if (!fetches) {
            return JudgedHost.of(certificates, circumstances);
        }
        Interruption.endsOnly(Thread.currentThread()::interrupt);
        RevocationFetch fetch = RevocationFetch.of(certificates, circumstances.now(), FetchLimits.DEFAULT);
        attempts.put(certificates.name(), fetch.attempts());
        return JudgedHost.of(fetch.host(), circumstances);
    }

    private List<JudgedHost> ofHosts(List<String> errors) throws IOException, InterruptedException {
        Interruption.endsOnly(Thread.currentThread()::interrupt);
        List<HostEvidence> evidence = new ArrayList<>();
        try (VerboseTrail trail = options.trail(spec())) {
            for (String host : hosts) {
                evidence.add(ask(host, errors));
            }
        }
        List<HostFacts> facts = Scene.of(evidence, List.of()).hosts();
        List<JudgedHost> judged = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            HostFacts host = facts.get(i);
            HostCertificates peer =
                    facts.size() == 1 ? null : facts.get((i + 1) % facts.size()).certificates();
            Requirement requirement =
                    authority.isEmpty() ? Requirements.of(host).orElse(Requirement.ANY) : Requirement.of(authority);
            Instant now = time == null ? now(host) : time;
            judged.add(judge(
                    host.certificates(),
                    new Circumstances(
                            requirement,
                            now,
                            Duration.ofDays(days),
                            Requirements.protectedServers(host, facts),
                            peer)));
        }
        return judged;
    }

    /** By the clock of the host, which is what counts there. */
    private static Instant now(HostFacts host) {
        return host.evidence()
                .answer(Commands.CERTIFICATES)
                .map(answer -> answer.started().plus(answer.clockOffset().orElse(Duration.ZERO)))
                .orElseGet(Instant::now);
    }

    private HostEvidence ask(String host, List<String> errors) throws IOException, InterruptedException {
        KnownHost known = KnownHostArgument.find(spec(), host);
        try (Credentials credentials = options.credentials(spec(), known)) {
            HostAddress address = known.address();
            String called = host.contains(":") ? address.host() + ":" + address.port() : known.name();
            DiagnosisTarget target =
                    new DiagnosisTarget(called, known.address(), false, credentials, options.connection(spec(), known));
            HostEvidence evidence = HostCollection.collect(
                            List.of(target),
                            Diagnosis.installedChecks().stream()
                                    .filter(check -> CHECKS.contains(check.key()))
                                    .toList())
                    .get(0);
            Failure failure = evidence.failure();
            if (failure != null) {
                errors.add(host + ": " + failure.explanation() + System.lineSeparator() + "  Next step: "
                        + failure.nextStep());
            }
            return evidence;
        }
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        return spec;
    }
}
