package org.ipsecworkbench.hostconnection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final Pattern MARK = Pattern.compile("\\(redacted-[0-9a-f]{16}\\)");

    /** .NET is not here, and reads what this uses as Java does. */
    private static final Pattern DOT_NET = Pattern.compile(Redaction.patternOfDotNet(), Pattern.UNICODE_CASE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add rule name=\"a\" auth1=computerpsk auth1psk=geheim action=x",
                "add rule \"auth1psk=geheim und mehr\" action=x",
                "netsh ipsec static add rule kerberos=no psk=\"geheim, lang\" description=x",
                "Auth1PSK:                             geheim \r\nnext: x",
                "        Preshared Key              : geheim mit Leerzeichen\r\nx",
                "PreSharedKey : geheim 2\nx",
                "  Vorinstallierter Schl\u00fcssel : geheim\r\nx",
                "\u4e8b\u524d\u5171\u6709\u30ad\u30fc : geheim\r\nx",
                "{\"PreSharedKey\":  \"geheim\", \"a\": \"x\"}",
                "New-NetIPsecAuthProposal -Machine -PreSharedKey 'ge''heim' ; x",
                "$presharedKey='geheim';x"
            })
    void keysAreTakenOutAndTheRestStays(String text) {
        String without = Redaction.of(text);
        assertFalse(without.matches("(?s).*(geheim|heim|lang|Leer|mehr).*"), without);
        assertTrue(MARK.matcher(without).find(), without);
        assertTrue(without.endsWith(text.substring(text.length() - 1)), without);
        assertEquals(without, Redaction.of(without), "once is enough");
        String ofDotNet = DOT_NET.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) != null
                                ? found.group(1)
                                : found.group(3) != null ? found.group(3) : found.group(5)));
        assertFalse(ofDotNet.matches("(?s).*(geheim|heim|lang|Leer|mehr).*"), ofDotNet);
        for (Charset charset : new Charset[] {
            StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, Charset.forName("IBM850"), Charset.forName("Shift_JIS")
        }) {
            if (charset.newEncoder().canEncode(text)) {
                assertEquals(without, new String(Redaction.of(text.getBytes(charset), charset), charset));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Auth1:                                ComputerPSK\r\n",
                "Preshared key ID.\r\nPeer IP Address: 192.0.2.1",
                "data=0 49152 AApskBBpsk==\r\n",
                "psk=\r\nnext"
            })
    void whatIsNoKeyStays(String text) {
        assertEquals(text, Redaction.of(text));
        assertFalse(DOT_NET.matcher(text).find());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertSame(bytes, Redaction.of(bytes, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AUTH2PSK",
                "Pre-Shared Key",
                "Vorinstallierter Schl\u00fcssel",
                "Cl\u00e9 pr\u00e9partag\u00e9e",
                "cl\u00e9 partag\u00e9e au pr\u00e9alable",
                "Clave previamente compartida",
                "Chiave gi\u00e0 condivisa",
                "Chave pr\u00e9-compartilhada",
                "\u041e\u0431\u0449\u0438\u0439 \u043a\u043b\u044e\u0447",
                "\u4e8b\u524d\u5171\u6709\u30ad\u30fc",
                "\u9884\u5171\u4eab\u5bc6\u94a5",
                "\u9810\u5148\u5171\u7528\u91d1\u9470",
                "\ubbf8\ub9ac \uacf5\uc720\ud55c \ud0a4"
            })
    void everyLabelIsKnownInItsCharacterSets(String label) {
        String text = "x\r\n  " + label + " : geheim\r\n";
        assertFalse(Redaction.of(text).contains("geheim"));
        for (String name : new String[] {
            "UTF-8",
            "UTF-16LE",
            "IBM850",
            "IBM866",
            "windows-1252",
            "windows-1251",
            "Shift_JIS",
            "GBK",
            "Big5",
            "EUC-KR"
        }) {
            Charset charset = Charset.forName(name);
            if (charset.newEncoder().canEncode(text)) {
                String without = new String(Redaction.of(text.getBytes(charset), charset), charset);
                assertFalse(without.contains("geheim"), name);
            }
        }
    }

    @Test
    void keysCanBeCompared() {
        String one = Redaction.of("auth1psk=alpha");
        assertEquals(one, Redaction.of("auth1psk=\"alpha\"").replace("\"", ""));
        assertNotEquals(one, Redaction.of("auth1psk=beta"));
    }

    @Test
    void bytesThatAreNoTextStayAsTheyAre() {
        byte[] bytes = {(byte) 0xff, (byte) 0xc3, '\n', 'p', 's', 'k', '=', 'x', '\n', (byte) 0x80};
        byte[] without = Redaction.of(bytes, StandardCharsets.UTF_8);
        assertArrayEquals(new byte[] {(byte) 0xff, (byte) 0xc3}, Arrays.copyOf(without, 2));
        assertEquals((byte) 0x80, without[without.length - 1]);
        assertTrue(new String(without, StandardCharsets.ISO_8859_1).contains("psk=(redacted-"));
    }

    @Test
    void aScriptThatCarriesAKeyIsWrittenAnewWithoutIt() {
        RemoteCommand command = RemoteCommand.powerShell("Set-It $presharedKey", Map.of("presharedKey", "geheim"));
        RemoteCommand shown = new RemoteCommand(
                command.redactedLine(), new byte[0], command.encoding(), command.deadline(), command.kept());
        assertTrue(shown.script().contains("Set-It $presharedKey"), shown.script());
        assertFalse(shown.script().contains("geheim"), shown.script());
        RemoteCommand plain = RemoteCommand.program("hostname");
        assertEquals("hostname", plain.redactedLine());
        assertEquals("", plain.script());
    }
}
