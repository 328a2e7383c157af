package org.ipsecworkbench.lab.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ipsecworkbench.lab.model.Language;
import org.ipsecworkbench.lab.model.WindowsVersion;
import org.ipsecworkbench.lab.testing.Networks;
import org.ipsecworkbench.lab.testing.Prompt;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    private final Prompt prompt = new Prompt(Networks.single(WindowsVersion.SERVER_2019, Language.ENGLISH));

    @Test
    void quotesKeepBlanksTogether() {
        assertEquals(List.of("name=a b", "c"), CommandLine.split("name=\"a b\"  c"));
    }

    @Test
    void variablesStandForTheirValues() {
        assertEquals("SRV1 C:\\Windows %none%\r\n", prompt.print("echo %COMPUTERNAME% %SystemRoot% %none%"));
    }

    @Test
    void theSecondCommandDependsOnTheFirst() {
        assertEquals("a\r\nb\r\n", prompt.print("echo a& echo b"));
        assertEquals("", prompt.run("nothing 2>nul && echo b").out());
        assertEquals("b\r\n", prompt.print("nothing 2>nul || echo b"));
    }

    @Test
    void aPipeHandsOutputOver() {
        assertEquals("        STATE              : 4  RUNNING \r\n", prompt.print("sc query IKEEXT | find \"STATE\""));
        assertEquals(1, prompt.run("echo x | find \"y\"").code());
    }

    @Test
    void outputGoesToFilesAndComesBack() {
        assertEquals("", prompt.print("echo one> C:\\t.txt"));
        prompt.print("echo two>> C:\\t.txt");
        assertEquals("one\r\ntwo\r\n", prompt.print("type C:\\t.txt"));
        assertEquals(1, prompt.run("type C:\\none.txt").code());
    }

    @Test
    void errorsGoWhereTheyAreSent() {
        assertEquals("", prompt.run("nothing 2>nul").err());
        assertTrue(prompt.run("nothing 2>&1").out().startsWith("'nothing' is not recognized"));
    }

    @Test
    void aCircumflexTakesTheMeaningOff() {
        assertEquals("a & b\r\n", prompt.print("echo a ^& b"));
    }

    @Test
    void whatIsBeyondTheLongestLineIsDroppedWithoutAWord() {
        Prompt.Printed printed = prompt.run("echo " + "x".repeat(9000));
        assertEquals(0, printed.code());
        assertEquals(CommandLine.MAX_LENGTH - "echo ".length() + 2, printed.stdout().length);
    }

    @Test
    void cmdRunsInCmdButNotForEver() {
        assertEquals("hi\r\n", prompt.print("cmd.exe /c echo hi"));
        assertEquals("hi\r\n", prompt.print("cmd /c \"cmd /c echo hi\""));
        assertEquals(1, prompt.run("cmd /c ".repeat(50) + "echo hi").code());
        prompt.print("set X=powershell -Command cmd /c %X%");
        assertEquals(1, prompt.run("%X%").code(), "a line that runs itself");
    }

    @Test
    void anUnknownProgramIsToldAsCmdDoes() {
        Prompt.Printed printed = prompt.run("frobnicate /all");
        assertEquals(1, printed.code());
        assertEquals(
                "'frobnicate' is not recognized as an internal or external command,\r\noperable program or batch file.\r\n",
                printed.err());
    }

    @Test
    void aProgramIsFoundByItsPathToo() {
        assertEquals("SRV1\r\n", prompt.print("C:\\Windows\\system32\\hostname.exe"));
        assertEquals("SRV1\r\n", prompt.print("\"C:\\Windows\\system32\\HOSTNAME.EXE\""));
    }
}
