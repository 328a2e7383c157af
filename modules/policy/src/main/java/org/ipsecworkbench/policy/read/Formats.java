package org.ipsecworkbench.policy.read;

/** Finds out by its content what a file is, and reads it. */
public final class Formats {
    /** Characters at the beginning that tell. */
    private static final int HEAD = 4096;

    private Formats() {}

    /** Whether a file is a hive of the registry, the only binary one that is read. */
    public static boolean isHive(byte[] content) {
        return Hive.recognises(content);
    }

    /** Reads one file. */
    public static void read(byte[] content, Reading reading) {
        int length = content.length;
        if (length > reading.limits().maxBytes()) {
            length = reading.limits().maxBytes();
            reading.problem(0, "The file is longer than " + length + " bytes; what follows was not read.");
        }
        if (Hive.recognises(content)) {
            HiveReader.read(content, length, reading);
            return;
        }
        String text = TextDecoder.decode(content, length);
        String head = text.substring(0, Math.min(HEAD, text.length()));
        String begin = head.stripLeading();
        if ((begin.startsWith("[") || begin.startsWith("{")) && isJson(begin)) {
            CmdletJson.read(text, reading);
        } else if (RegistryReader.recognises(head)) {
            RegistryReader.read(text, reading);
        } else if (begin.startsWith("<") && PlatformReader.recognises(text)) {
            PlatformReader.read(text, reading);
        } else {
            TextReader.read(text, reading);
        }
    }

    /** Brackets also begin keys of the registry and lines of logs. */
    private static boolean isJson(String begin) {
        String next = begin.substring(1).stripLeading();
        return next.startsWith("{") || next.startsWith("\"") || next.startsWith("[") || next.startsWith("]");
    }
}
