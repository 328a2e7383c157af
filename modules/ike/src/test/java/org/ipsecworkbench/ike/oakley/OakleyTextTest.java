package org.ipsecworkbench.ike.oakley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.OakleyLimits;
import org.ipsecworkbench.ike.OakleyText;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.testing.SyntheticLogs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OakleyTextTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-8", "mark UTF-8", "mark UTF-16LE", "mark UTF-16BE"})
    void everyPageHasTheLinesThatTheReaderCounts(String encoding) throws IOException {
        for (int seed = 0; seed < 8; seed++) {
            Random random = new Random(seed);
            byte[] log = log(random, encoding);
            Path file = folder.resolve("Oakley" + seed + ".log");
            Files.write(file, new byte[0]);
            try (OakleyText text = OakleyText.open(file)) {
                assertEquals(0, text.index(ScanMonitor.NONE));
                int there = 0;
                while (there < log.length) {
                    int next = Math.min(log.length, there + 1 + random.nextInt(40_000));
                    Files.write(file, Arrays.copyOfRange(log, there, next), StandardOpenOption.APPEND);
                    there = next;
                    List<String> expected = lines(Arrays.copyOf(log, there));
                    assertEquals(expected.size(), text.index(ScanMonitor.NONE));
                    assertEquals(expected, pages(text, expected.size()));
                }
                for (String words : List.of("oakley main", "Grüße", "SA", "keylen", "in no line")) {
                    assertEquals(found(lines(log), words), text.find(words, ScanMonitor.NONE), words);
                }
            }
        }
    }

    @Test
    void itCountsAsTheReportDoes() throws IOException {
        byte[] log = log(new Random(1), "windows-1252");
        Path file = Files.write(folder.resolve("Oakley.log"), log);
        OakleyReader reader = new OakleyReader(
                LogInput.open(new ByteArrayInputStream(log)),
                new Source("Oakley.log", Source.Kind.OAKLEY),
                OakleyLimits.DEFAULT,
                IkeLimits.DEFAULT);
        reader.read(log.length, ScanMonitor.NONE);
        try (OakleyText text = OakleyText.open(file)) {
            assertEquals(
                    reader.report(LocalDate.of(2004, 1, 1), ZoneId.of("UTC")).lines(), text.index(ScanMonitor.NONE));
        }
    }

    @Test
    void theLengthOfASecretIsNeitherShownNorFound() throws IOException {
        Path file =
                Files.writeString(folder.resolve("Oakley.log"), " 3-05: 10:00:00:7:c3c Auth[0]:PresharedKey KeyLen 24");
        try (OakleyText text = OakleyText.open(file)) {
            text.index(ScanMonitor.NONE);
            assertEquals(List.of(" 3-05: 10:00:00:7:c3c Auth[0]:PresharedKey"), text.page(0));
            assertEquals(0, text.find("24", ScanMonitor.NONE).count());
            assertEquals(1, text.find("presharedkey", ScanMonitor.NONE).count());
        }
    }

    @Test
    void whatIsCancelledSaysThatItIsAPart() throws IOException {
        Path file = Files.writeString(folder.resolve("Oakley.log"), "same line\n".repeat(100_000));
        ScanMonitor cancelled = new ScanMonitor() {
            @Override
            public boolean cancelled() {
                return true;
            }
        };
        try (OakleyText text = OakleyText.open(file)) {
            assertEquals(0, text.index(cancelled));
            OakleyText.Found part = text.find("line", cancelled);
            assertFalse(part.isWhole());
            assertTrue(part.count() < 100_000);
            assertTrue(text.find("line", ScanMonitor.NONE).isWhole());
        }
    }

    private static List<String> pages(OakleyText text, int lines) throws IOException {
        List<String> all = new ArrayList<>();
        for (int page = 0; page * OakleyText.PAGE_LINES < lines; page++) {
            all.addAll(text.page(page));
        }
        return all;
    }

    private static OakleyText.Found found(List<String> lines, String words) {
        List<Integer> numbers = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT)))
                .mapToObj(i -> i + 1)
                .toList();
        return new OakleyText.Found(numbers, numbers.size(), true);
    }

    /** As the engine's own reader steps over them. */
    private static List<String> lines(byte[] log) throws IOException {
        LineReader reader =
                new LineReader(LogInput.open(new ByteArrayInputStream(log)), OakleyLimits.DEFAULT.maxLineBytes());
        List<String> lines = new ArrayList<>();
        while (reader.next() || reader.rest()) {
            lines.add(Words.withoutSecret(LogLine.text(reader.bytes(), reader.start(), reader.end())));
            if (lines.size() > reader.number()) {
                break;
            }
        }
        return lines;
    }

    private static byte[] log(Random random, String encoding) {
        StringBuilder text = new StringBuilder();
        SyntheticLogs.all().values().forEach(log -> {
            text.append(log.text());
            if (random.nextBoolean()) {
                text.append("Grüße und ")
                        .append("mehr ".repeat(random.nextInt(3000)))
                        .append('\n');
            }
        });
        if (random.nextBoolean()) {
            text.append("no end of line");
        }
        boolean isMarked = encoding.startsWith("mark ");
        Charset charset = isMarked ? Charset.forName(encoding.substring(5)) : Charset.forName(encoding);
        return ((isMarked ? "\uFEFF" : "") + text).getBytes(charset);
    }
}
