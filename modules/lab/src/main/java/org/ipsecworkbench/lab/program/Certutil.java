package org.ipsecworkbench.lab.program;

import org.ipsecworkbench.lab.model.FileStore;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.ipsecworkbench.lab.model.WindowsVersion;
import org.jspecify.annotations.Nullable;

/**
 * {@code certutil}: stores of the computer and of the user, files of certificates and revocation lists, verification, what
 * was fetched. Listings, verification, the head of lists and the cache have the form of samples from Windows Server 2019 to
 * 2025; where a form is unverified, its class says so. Nothing that it verifies is a failure to it: what is wrong is in its
 * text.
 */
final class Certutil implements Program {
    static final int NOT_FOUND = 0x80090011;
    private static final int NO_FILE = 0x80070002;
    private static final int BAD_DATA = 0x8007000d;

    @Override
    public int run(Call call) {
        CertutilLine line = CertutilLine.of(call);
        return switch (line.verb()) {
            case "store" -> CertutilStore.run(call, line);
            case "verify" -> CertutilVerify.run(call, line);
            case "urlcache" -> CertutilUrlcache.run(call, line);
            case "hashfile" -> CertutilFile.hash(call, line);
            case "encode" -> CertutilFile.encode(call, line);
            case "pulse" -> {
                call.host().network().enroll(call.host());
                yield done(call, "-pulse");
            }
            default -> dump(call, line);
        };
    }

    private static int dump(Call call, CertutilLine line) {
        if (line.operands().isEmpty()) {
            call.out().line("CertUtil: " + Words.of(call.host().language(), "Unknown arg") + ": " + call.argument(0));
            return 1;
        }
        FileStore.File file = file(call, line.operand(0));
        return file == null ? missing(call, "-dump") : CertutilDump.run(call, file);
    }

    static int done(Call call, String verb) {
        call.out().say("CertUtil: {0} command completed successfully.", verb);
        return 0;
    }

    /** The file of this name, or null where there is none or it is too large for a certificate. */
    static FileStore.@Nullable File file(Call call, String name) {
        FileStore.File file = call.host().files().file(call.shell().path(name));
        return file == null || file.size() > CommandProcessor.MAX_PIPE ? null : file;
    }

    static byte[] content(FileStore.File file) {
        byte[] content = new byte[(int) file.size()];
        file.read(0, content, content.length);
        return content;
    }

    static int missing(Call call, String verb) {
        return failed(
                call,
                verb,
                "0x80070002 (WIN32: 2 ERROR_FILE_NOT_FOUND)",
                "The system cannot find the file specified.",
                NO_FILE);
    }

    static int notFound(Call call, String verb) {
        return failed(call, verb, "0x80090011 (-2146893807 NTE_NOT_FOUND)", "Object was not found.", NOT_FOUND);
    }

    static int invalid(Call call, String verb) {
        return failed(call, verb, "0x8007000d (WIN32: 13 ERROR_INVALID_DATA)", "The data is invalid.", BAD_DATA);
    }

    private static int failed(Call call, String verb, String code, String text, int exit) {
        call.out().line("CertUtil: " + verb + " " + Words.of(call.host().language(), "command FAILED") + ": " + code);
        call.out().line("CertUtil: " + Words.of(call.host().language(), text));
        return exit;
    }

    /** Byte pairs with blanks between up to Windows Server 2012 R2, without from 2016 on. */
    static String hash(WindowsHost host, String digits) {
        return isOld(host) ? digits.replaceAll("(..)(?=.)", "$1 ") : digits;
    }

    /** Whether a host has the forms from before Windows 10. */
    static boolean isOld(WindowsHost host) {
        return host.version().compareTo(WindowsVersion.SERVER_2012_R2) <= 0;
    }
}
