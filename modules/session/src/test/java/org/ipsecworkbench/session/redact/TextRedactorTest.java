package org.ipsecworkbench.session.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRedactorTest {
    private final Salt salt = new Salt();
    private final Names names = new Names();
    private final TextRedactor texts = new TextRedactor(salt, new AddressPseudonyms(salt), names);

    private String redact(String... pieces) {
        for (String piece : pieces) {
            texts.find("", piece);
        }
        names.number();
        return texts.redact(String.join("\n", pieces));
    }

    /** Each form of a name tells it, and then it is found where nothing tells it. */
    @ParameterizedTest
    @CsvSource({
        "\\\\paris01\\share, paris01",
        "CONTOSO\\jdoe logged on, contoso",
        "CONTOSO\\jdoe logged on, jdoe",
        "j.doe@fabrikam.com, fabrikam",
        "paris01.emea.fabrikam.com, emea",
        "PARIS01$ authenticated, paris01",
        "'CN=Tailspin Root CA,DC=corp', tailspin",
        "<Computer>paris01</Computer>, paris01",
        "'<Data Name=\"SubjectUserName\">jdoe</Data>', jdoe",
        "COMPUTERNAME=PARIS01, paris01",
    })
    void aNameIsToldByItsForm(String form, String name) {
        String redacted = redact(form, "a rule for " + name + ", and " + name.toUpperCase(Locale.ROOT) + "-to-branch");
        assertFalse(redacted.toLowerCase(Locale.ROOT).contains(name), redacted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Local address in Main Mode, C:\\Windows\\System32\\drivers\\tcpip.sys, Oakley.log",
                "HKLM\\SYSTEM\\CurrentControlSet\\Services\\PolicyAgent",
                "NT AUTHORITY\\SYSTEM and BUILTIN\\Administrators",
                "OID 1.3.6.1.5.5.8.2.2, version 10.0.17763.1, at 10:20:30, mask 255.255.255.0",
                "I-COOKIE 0123456789abcdef, SPI 0xc1b2a3f4, {0CCE9218-69AE-11D9-BED3-505054503030}",
                "http://schemas.microsoft.com/win/2004/08/events/event",
            })
    void whatIsNobodysStays(String text) {
        assertEquals(text, redact(text));
    }

    @Test
    void addressesOfEveryFormAreReplacedAndKeepWhatTheyShare() {
        String redacted = redact("from 198.51.100.7.0500 to 198.51.100.9, 2001:db8:1::7, 00-15-5D-01-02-03");
        assertFalse(redacted.contains("198.51.100"), redacted);
        assertFalse(redacted.contains("2001:db8:1::7"), redacted);
        assertFalse(redacted.contains("00-15-5D"), redacted);
        assertTrue(
                redacted.matches(
                        "from (\\d+\\.\\d+\\.\\d+)\\.\\d+\\.0500 to \\1\\.\\d+, [0-9a-f:]+, [0-9A-F]{2}(-[0-9A-F]{2}){5}"),
                redacted);
    }

    @Test
    void aSidKeepsItsAccount() {
        String redacted = redact(
                "S-1-5-21-1004336348-1177238915-682003330-1105 S-1-5-21-1004336348-1177238915-682003330-500 S-1-5-18");
        assertTrue(redacted.matches("(S-1-5-21-\\d+-\\d+-\\d+)-1105 \\1-500 S-1-5-18"), redacted);
        assertFalse(redacted.contains("1004336348"), redacted);
    }

    @Test
    void secretsAreTakenOut() {
        String redacted = redact(
                "psk=hunter2 password: hunter3",
                "-----BEGIN PRIVATE KEY-----\naHVudGVyNA==\n-----END PRIVATE KEY-----");
        assertFalse(redacted.contains("hunter"), redacted);
        assertFalse(redacted.contains("aHVudGVyNA"), redacted);
        assertTrue(redacted.contains(TextRedactor.REMOVED), redacted);
    }

    @Test
    void aScriptInACommandIsLookedInto() {
        String ours = "powershell.exe -EncodedCommand " + encoded("Get-ChildItem Cert:\\LocalMachine\\My");
        assertEquals(ours, redact(ours));
        String theirs = "powershell.exe -EncodedCommand " + encoded("Test-Connection paris01.emea.fabrikam.com");
        texts.find("", theirs);
        names.number();
        String redacted = texts.redact(theirs).replaceFirst(".* ", "");
        String script = new String(Base64.getDecoder().decode(redacted), StandardCharsets.UTF_16LE);
        assertFalse(script.contains("paris01"), script);
    }

    private static String encoded(String script) {
        return Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_16LE));
    }

    @Test
    void hostileTextCostsNoMoreThanOther() {
        for (String part :
                new String[] {"-", "a-", "a.", "0:", "1.", "\\\\", "-----BEGIN A-----", "A", "@a", "CN=", " : "}) {
            redact(part.repeat(200_000 / part.length()));
        }
    }
}
