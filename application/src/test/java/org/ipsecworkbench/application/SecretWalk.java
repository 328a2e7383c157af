package org.ipsecworkbench.application;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Looks for secrets in every byte of files: as they are, in UTF-8 and both orders of UTF-16, in hex, and in base64 wherever they
 * begin in it; also in what ZIP, gzip and the streams of PDF pack.
 */
final class SecretWalk {
    private static final int MAX_DEPTH = 4;
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);

    /** What is looked for, by what it is. */
    private final Map<String, byte[]> forms = new LinkedHashMap<>();

    private final List<String> found = new ArrayList<>();
    private int files;

    /** Looks for a text. */
    SecretWalk with(String secret) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            with(secret + " in " + charset, secret.getBytes(charset));
        }
        return this;
    }

    /** Looks for bytes, such as those of a key. */
    SecretWalk with(String name, byte[] secret) {
        forms.put(name, secret);
        String hex = HexFormat.of().formatHex(secret);
        texts(name + ", hex", hex);
        texts(name + ", capital hex", hex.toUpperCase(Locale.ROOT));
        for (int before = 0; before < 3; before++) {
            texts(name + ", base64 after " + before, base64(secret, before));
        }
        return this;
    }

    private void texts(String name, String text) {
        forms.put(name, text.getBytes(StandardCharsets.US_ASCII));
        forms.put(name + ", UTF-16", text.getBytes(StandardCharsets.UTF_16LE));
    }

    /** The letters that hang on nothing but the secret where so many bytes stand before it in their group of three. */
    private static String base64(byte[] secret, int before) {
        byte[] shifted = new byte[before + secret.length];
        System.arraycopy(secret, 0, shifted, before, secret.length);
        String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int first = (before * 8 + 5) / 6;
        int last = shifted.length * 8 / 6;
        return text.substring(first, last);
    }

    /** Looks into every file below a folder. */
    SecretWalk through(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files++;
                look(file.toString(), Files.readAllBytes(file), 0);
            }
        }
        return this;
    }

    private void look(String name, byte[] bytes, int depth) throws IOException {
        String whole = new String(bytes, StandardCharsets.ISO_8859_1);
        forms.forEach((form, secret) -> {
            if (whole.contains(new String(secret, StandardCharsets.ISO_8859_1))) {
                found.add(name + ": " + form);
            }
        });
        if (depth == MAX_DEPTH) {
            return;
        }
        if (whole.startsWith("PK\3\4")) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    look(name + "!" + entry.getName(), zip.readAllBytes(), depth + 1);
                }
            }
        } else if (whole.startsWith("\u001f\u008b")) {
            try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                look(name + "!", gzip.readAllBytes(), depth + 1);
            }
        } else if (whole.startsWith("%PDF")) {
            for (int at = whole.indexOf("FlateDecode"); at >= 0; at = whole.indexOf("FlateDecode", at + 1)) {
                int begin = whole.indexOf("stream", at) + STREAM.length;
                begin += whole.startsWith("\r\n", begin) ? 2 : 1;
                int end = whole.indexOf("endstream", begin);
                byte[] packed = Arrays.copyOfRange(bytes, begin, end);
                try (InputStream stream = new InflaterInputStream(new ByteArrayInputStream(packed))) {
                    look(name + "!stream", stream.readAllBytes(), depth + 1);
                }
            }
        }
    }

    /** Where something was found, and as what; empty where nothing was. */
    List<String> found() {
        return List.copyOf(found);
    }

    /** How many files were looked into. */
    int files() {
        return files;
    }
}
