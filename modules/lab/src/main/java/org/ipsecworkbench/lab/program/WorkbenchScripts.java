package org.ipsecworkbench.lab.program;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.lab.model.Domain;
import org.ipsecworkbench.lab.model.FileStore;
import org.ipsecworkbench.lab.model.Service;
import org.ipsecworkbench.lab.model.StoredCertificate;
import org.ipsecworkbench.lab.model.WindowsHost;

/**
 * The scripts that the workbench itself sends: what a host is, a file piece by piece, the certificates of the computer, and
 * addresses of names. The lab understands too little
 * PowerShell to run them, so it knows them by their mark, a comment {@code <#ipsecwb NAME#>}, and prints
 * what they would.
 */
final class WorkbenchScripts {
    private static final Pattern MARK = Pattern.compile("<#ipsecwb ([a-z0-9-]{1,40})#>");

    /** Characters before the mark at most: what every script begins with, and the values that are given to it. */
    private static final int MARK_WITHIN = 4096;

    private static final Map<Integer, String> FLAGS = new LinkedHashMap<>();

    static {
        FLAGS.put(TrustStatus.NOT_TIME_VALID, "NotTimeValid");
        FLAGS.put(TrustStatus.UNTRUSTED_ROOT, "UntrustedRoot");
        FLAGS.put(TrustStatus.PARTIAL_CHAIN, "PartialChain");
        FLAGS.put(TrustStatus.REVOCATION_UNKNOWN, "RevocationStatusUnknown");
        FLAGS.put(TrustStatus.OFFLINE_REVOCATION, "OfflineRevocation");
        FLAGS.put(TrustStatus.REVOKED, "Revoked");
    }

    private static final Pattern PATH = Pattern.compile("\\$path='((?:[^']|'')*)';");
    private static final Pattern NAMES = Pattern.compile("\\$names='([^']{0,4096})';");
    private static final Pattern FROM = Pattern.compile("\\$from=(\\d{1,18});");
    private static final int PIECE = 49_152;
    private static final int NOT_THERE = 3;

    private WorkbenchScripts() {}

    /** The name in the mark of a script, or empty where it is none of the workbench. */
    static String name(String script) {
        Matcher mark = MARK.matcher(script).region(0, Math.min(MARK_WITHIN, script.length()));
        return mark.find() ? mark.group(1) : "";
    }

    /** Runs a script that has a mark. One that the lab is too old for is told as such, never taken for one that printed nothing. */
    static int run(Call call, String script) throws IOException {
        String name = name(script);
        return switch (name) {
            case "system" -> probe(call);
            case "file" -> fetch(call, script);
            case "certificates" -> certificates(call);
            case "addresses" -> addresses(call, script);
            default -> {
                call.err().line("The simulated host does not know the script " + name + " of the workbench.");
                yield 1;
            }
        };
    }

    private static int probe(Call call) {
        WindowsHost host = call.host();
        synchronized (host.network().lock()) {
            call.out().line("os=" + host.version().caption());
            call.out().line("version=" + host.version().number());
            call.out().line("culture=" + host.language().tag());
            call.out().line("powershell=" + Cmdlets.powerShell(host));
            call.out().line("elevated=True");
            call.out().line("time=" + host.now());
            for (String name : List.of("PolicyAgent", "IKEEXT", "BFE", "MpsSvc", "CryptSvc", "EventLog")) {
                Service service = host.services().find(name);
                if (service != null) {
                    call.out().line("service." + name + "=" + (service.isRunning() ? "Running" : "Stopped"));
                }
            }
        }
        return 0;
    }

    /** Hosts of the network and the server of the revocation lists; all other names are unknown there. */
    private static int addresses(Call call, String script) {
        Matcher names = NAMES.matcher(script);
        if (names.find()) {
            synchronized (call.host().network().lock()) {
                for (String name : names.group(1).split(",")) {
                    WindowsHost found = call.host().network().host(name);
                    String known = name.equalsIgnoreCase(Domain.LISTS) ? Domain.LISTS_ADDRESS : "";
                    call.out().line(name + "=" + (found == null ? known : found.address()));
                }
            }
        }
        return 0;
    }

    private static int certificates(Call call) {
        WindowsHost host = call.host();
        synchronized (host.network().lock()) {
            for (StoredCertificate stored : host.certificates()) {
                if (stored.store().equals("My")) {
                    List<TrustStatus.Link> chain = TrustStatus.chain(host, stored.certificate());
                    call.out().line("certificate=" + base64(stored.certificate()));
                    call.out().line("key=" + (stored.hasPrivateKey() ? "True" : "False"));
                    call.out().line("chain=" + base64(stored.certificate()));
                    chain.subList(1, chain.size())
                            .forEach(link -> call.out().line("chain=" + base64(link.certificate())));
                    status(TrustStatus.errors(chain))
                            .forEach(status -> call.out().line("status=" + status));
                }
            }
        }
        return 0;
    }

    /** By the names of X509ChainStatusFlags. */
    private static List<String> status(int errors) {
        List<String> status = new ArrayList<>();
        FLAGS.forEach((bit, name) -> {
            if ((errors & bit) != 0) {
                status.add(name);
            }
        });
        return status;
    }

    private static String base64(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was made has an encoding", e);
        }
    }

    private static int fetch(Call call, String script) throws IOException {
        Matcher path = PATH.matcher(script);
        Matcher offset = FROM.matcher(script);
        long from = offset.find() ? Long.parseLong(offset.group(1)) : 0;
        FileStore.File file = null;
        synchronized (call.host().network().lock()) {
            if (path.find()) {
                file = call.host().files().file(path.group(1).replace("''", "'"));
            }
        }
        if (file == null) {
            call.out().line("error=FileNotFoundException");
            return NOT_THERE;
        }
        call.out().line("size=" + file.size());
        MessageDigest digest = sha256();
        for (long at = 0; at < file.size(); at += PIECE) {
            byte[] piece = new byte[(int) Math.min(PIECE, file.size() - at)];
            file.read(at, piece, piece.length);
            digest.update(piece);
            if (at + piece.length > from) {
                int skip = (int) Math.max(0, from - at);
                byte[] rest = Arrays.copyOfRange(piece, skip, piece.length);
                call.out()
                        .line("data=" + (at + skip) + " " + rest.length + " "
                                + Base64.getEncoder().encodeToString(rest));
                call.out().flush();
            }
        }
        call.out().line("sha256=" + HexFormat.of().formatHex(digest.digest()));
        return 0;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
