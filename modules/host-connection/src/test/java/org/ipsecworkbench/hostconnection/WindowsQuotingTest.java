package org.ipsecworkbench.hostconnection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Command lines that carry exactly the arguments that were given, through cmd.exe and the C run time. */
class WindowsQuotingTest {

    private static String line(String... arguments) {
        return RemoteCommand.program("p", arguments).line();
    }

    @Test
    void plainArgumentsStayAsTheyAre() {
        assertEquals("p ipsec static show all", line("ipsec", "static", "show", "all"));
        assertEquals("p C:\\Windows\\debug\\Oakley.log", line("C:\\Windows\\debug\\Oakley.log"));
        assertEquals("p name=äöü", line("name=äöü"));
    }

    @Test
    void spacesAndOperatorsAreQuoted() {
        assertEquals("p \"a b\"", line("a b"));
        assertEquals("p \"a&b|c>d\"", line("a&b|c>d"));
        assertEquals("p \"a b\\\\\"", line("a b\\"));
        assertEquals("p \"\"", line(""));
    }

    @Test
    void quotesAndPercentSignsLoseTheirMeaning() {
        assertEquals("p ^\"^%PATH^%^\"", line("%PATH%"));
        assertEquals("p ^\"a\\^\"b^\"", line("a\"b"));
        assertEquals("p ^\"\\^\" ^& calc^\"", line("\" & calc"));
    }

    @Test
    void lineBreaksAndStrangeProgramsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> line("a\nb"));
        assertThrows(IllegalArgumentException.class, () -> line("a\0b"));
        for (String program : List.of("", "a&b", "a\"b", "%COMSPEC%", "a|b", "a\nb")) {
            assertThrows(IllegalArgumentException.class, () -> RemoteCommand.program(program));
        }
    }

    @Test
    void linesThatWindowsWouldCutAreRefused() {
        String longest = "x".repeat(RemoteCommand.MAX_LINE - 2);
        assertEquals(RemoteCommand.MAX_LINE, line(longest).length());
        assertThrows(IllegalArgumentException.class, () -> line(longest + "x"));
    }

    @Test
    void everyArgumentArrivesAsItWas() {
        Random random = new Random(5);
        String alphabet = "ab \\\"%^&|<>()!'=,;@";
        for (int i = 0; i < 20_000; i++) {
            List<String> arguments = new ArrayList<>();
            for (int n = 0; n < 3; n++) {
                StringBuilder argument = new StringBuilder();
                for (int length = random.nextInt(8); length > 0; length--) {
                    argument.append(alphabet.charAt(random.nextInt(alphabet.length())));
                }
                arguments.add(argument.toString());
            }
            String line = line(arguments.toArray(String[]::new));
            assertEquals(arguments, split(afterCmd(line)), line);
        }
    }

    /** What cmd.exe leaves of a line; it fails the test where a character would have had its meaning. */
    private static String afterCmd(String line) {
        StringBuilder out = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '^' && !isQuoted) {
                out.append(line.charAt(++i));
                continue;
            }
            assertTrue(c != '%', () -> "a variable in " + line);
            assertTrue(isQuoted || "&|<>()".indexOf(c) < 0, () -> "an operator in " + line);
            isQuoted ^= c == '"';
            out.append(c);
        }
        return out.toString();
    }

    /** The arguments after the program, by the rules of Microsoft's C run time. */
    private static List<String> split(String line) {
        List<String> all = new ArrayList<>();
        StringBuilder one = new StringBuilder();
        boolean isQuoted = false;
        boolean isOpen = false;
        int backslashes = 0;
        for (char c : (line + " ").toCharArray()) {
            if (c == '\\') {
                backslashes++;
                isOpen = true;
                continue;
            }
            if (c == '"') {
                one.append("\\".repeat(backslashes / 2));
                if (backslashes % 2 == 1) {
                    one.append('"');
                } else {
                    isQuoted = !isQuoted;
                }
                isOpen = true;
            } else {
                one.append("\\".repeat(backslashes));
                if (c == ' ' && !isQuoted) {
                    if (isOpen) {
                        all.add(one.toString());
                    }
                    one.setLength(0);
                    isOpen = false;
                } else {
                    one.append(c);
                    isOpen = true;
                }
            }
            backslashes = 0;
        }
        return all.subList(1, all.size());
    }

    @Test
    void valuesOfScriptsAreLiterals() {
        RemoteCommand command = RemoteCommand.powerShell("dir $path", Map.of("path", "a';calc;'\u2019;calc", "n", 5));
        String encoded = command.line().substring(command.line().lastIndexOf(' ') + 1);
        String script = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_16LE);
        assertEquals(
                "$ProgressPreference='SilentlyContinue';$n=5;$path='a'';calc;''\u2019\u2019;calc';dir $path", script);
    }

    @Test
    void programsThatIgnoreTheCodePageAreKnown() {
        assertEquals(
                RemoteCommand.Encoding.OEM,
                RemoteCommand.program("net", "start").encoding());
        assertEquals(
                RemoteCommand.Encoding.OEM,
                RemoteCommand.program("C:\\Windows\\System32\\NET.EXE").encoding());
        assertEquals(
                RemoteCommand.Encoding.UTF_8, RemoteCommand.program("netsh").encoding());
    }
}
