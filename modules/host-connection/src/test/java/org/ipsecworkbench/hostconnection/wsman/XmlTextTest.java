package org.ipsecworkbench.hostconnection.wsman;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.ipsecworkbench.hostconnection.wire.MalformedException;
import org.junit.jupiter.api.Test;

/** XML that a hostile or broken host may send, and what we write. */
class XmlTextTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertRefused(String document) {
        assertThrows(MalformedException.class, () -> XmlText.read(bytes(document)));
    }

    @Test
    void entitiesAndDocumentTypesAreRefused() {
        assertRefused("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>");
        assertRefused("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>");
        assertRefused("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>");
        assertRefused("<a>&e;</a>");
        StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 'ha'>");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY e" + i + " '&e" + (i - 1) + ";&e" + (i - 1) + ";'>");
        }
        assertRefused(bomb + "]><a>&e29;</a>");
    }

    @Test
    void depthAndNumberHaveLimits() {
        assertRefused("<a>".repeat(XmlText.MAX_DEPTH + 1) + "</a>".repeat(XmlText.MAX_DEPTH + 1));
        assertRefused("<a>" + "<b/>".repeat(XmlText.MAX_ELEMENTS) + "</a>");
    }

    @Test
    void brokenDocumentsAreRefused() {
        for (String broken :
                new String[] {"", "x", "<a", "<a><b></a>", "<a>\u0001</a>", "<p:a/>", "<a b='1' b='2'/>"}) {
            assertRefused(broken);
        }
    }

    @Test
    void everyTextSurvivesWriting() throws MalformedException {
        String text = "a<b>&\"'\r\n\t ]]> äöü 語 \ud83d\ude00";
        Element element = Element.text(Names.SHELL, "Command", text).with("Name", text);
        assertEquals(element, XmlText.read(XmlText.write(element)));
    }

    @Test
    void textCannotBecomeMarkup() {
        byte[] written = XmlText.write(Element.text(Names.SHELL, "Command", "</rsp:Command><x/>\u0000"));
        assertFalse(new String(written, StandardCharsets.UTF_8).contains("<x/>"));
    }
}
