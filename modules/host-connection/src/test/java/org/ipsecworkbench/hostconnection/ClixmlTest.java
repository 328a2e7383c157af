package org.ipsecworkbench.hostconnection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Standard error of PowerShell, as text. */
class ClixmlTest {
    @Test
    void errorsBecomeLines() {
        assertEquals(
                "a <b> & 'c'\r\nsecond",
                Clixml.strip(
                        "#< CLIXML\r\n<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">"
                                + "<S S=\"Error\">a &lt;b&gt; &amp; &apos;c&apos;_x000D__x000A_</S><S S=\"Error\">second</S></Objs>"));
    }

    @Test
    void progressIsLeftOut() {
        assertEquals(
                "", Clixml.strip("#< CLIXML\n<Objs><Obj S=\"progress\"><MS><I64 N=\"x\">1</I64></MS></Obj></Objs>"));
    }

    @Test
    void whatIsBeforeTheMarkStaysAsItIs() {
        assertEquals("plain &lt; text\n", Clixml.strip("plain &lt; text\n#< CLIXML\n<Objs/>"));
        assertEquals("no mark &lt;", Clixml.strip("no mark &lt;"));
    }

    @Test
    void onlyFourHexDigitsAreACharacter() {
        assertEquals("_x41_ A _x00 _x0041", Clixml.strip("#< CLIXML<S S=\"Error\">_x41_ _x0041_ _x00 _x0041</S>"));
    }
}
