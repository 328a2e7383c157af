package org.ipsecworkbench.lab.program;

import java.security.cert.CRLException;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.lab.model.CertificateAuthority;
import org.ipsecworkbench.lab.model.WindowsHost;

/**
 * {@code certutil -urlcache [-f] [URL|CRL|*] [delete|FILE]}: what was fetched to check revocation, in the form of a sample;
 * with {@code -f} a file is fetched anew. What it prints of deleting and fetching is unverified.
 */
final class CertutilUrlcache {
    private static final int TIMED_OUT = 0x80072ee2;

    private CertutilUrlcache() {}

    static int run(Call call, CertutilLine line) {
        String what = line.operands().isEmpty() ? "*" : line.operand(0);
        boolean deletes = line.operand(1).equalsIgnoreCase("delete");
        if (line.has("f") && !deletes && what.contains("://")) {
            return fetch(call, line, what);
        }
        List<String> found = call.host().urlCache().urls().stream()
                .filter(url -> isMeant(url, what))
                .toList();
        for (String url : found) {
            call.out().blank();
            call.out().line(url);
            if (deletes) {
                call.host().urlCache().remove(url);
            }
        }
        call.out().blank();
        call.out().pair(deletes ? "WinHttp Cache entries deleted:" : "WinHttp Cache entries:", 0, " ", found.size());
        byte[] content = call.host().urlCache().get(what);
        if (!deletes && content != null && !line.operand(1).isEmpty()) {
            CertutilFile.write(call, line.operand(1), content);
        }
        call.out().blank();
        return Certutil.done(call, "-URLCache");
    }

    private static boolean isMeant(String url, String what) {
        return what.equals("*")
                || what.equalsIgnoreCase(url)
                || what.equalsIgnoreCase("CRL") && url.toLowerCase(Locale.ROOT).endsWith(".crl");
    }

    private static int fetch(Call call, CertutilLine line, String url) {
        WindowsHost host = call.host();
        call.out().line("****  Online  ****");
        byte[] content = fetch(host, url);
        if (content.length == 0) {
            call.out()
                    .line("CertUtil: -URLCache " + Words.of(host.language(), "command FAILED")
                            + ": 0x80072ee2 (WinHttp: 12002 ERROR_WINHTTP_TIMEOUT)");
            call.out().line("CertUtil: " + Words.of(host.language(), "The operation timed out"));
            return TIMED_OUT;
        }
        if (!line.operand(1).isEmpty()) {
            CertutilFile.write(call, line.operand(1), content);
        }
        return Certutil.done(call, "-URLCache");
    }

    /** What is at an address, which the host keeps from now on; empty where nothing answers. */
    static byte[] fetch(WindowsHost host, String url) {
        CertificateAuthority authority = host.network().domain().authority();
        if (!host.fetchesLists() || !url.equalsIgnoreCase(authority.crl())) {
            return new byte[0];
        }
        try {
            byte[] list = authority.list(host.network().now()).getEncoded();
            host.urlCache().put(url, list);
            return list;
        } catch (CRLException e) {
            throw new IllegalStateException("a list that was made has an encoding", e);
        }
    }
}
