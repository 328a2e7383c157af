package org.ipsecworkbench.ikelogbrowser.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.ipsecworkbench.ike.IkeFiles;
import org.ipsecworkbench.ike.IkeMerge;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.LogTime;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ikelogbrowser.Lab;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class LadderPictureTest {
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);

    @Test
    void theVectorGraphicIsWellFormedAndHoldsTheWords() throws Exception {
        Document document =
                parse(picture("Failed: <authentication> & \"more\"\u0001").svg());
        assertEquals("svg", document.getDocumentElement().getTagName());
        StringBuilder words = new StringBuilder();
        NodeList texts = document.getElementsByTagName("text");
        for (int i = 0; i < texts.getLength(); i++) {
            words.append(texts.item(i).getTextContent()).append('\n');
        }
        assertTrue(words.toString().startsWith("Failed: <authentication> & \"more\"\uFFFD\n"), words.toString());
        assertTrue(words.toString().contains("\n10.13.0.10\n"), words.toString());
        assertTrue(words.toString().contains("security association, 5 × vendor id"), words.toString());
        // An arrow head per message.
        assertEquals(9, document.getElementsByTagName("polygon").getLength());
    }

    @Test
    void theImageHasTwiceThePixelsAndShowsTheFailureInItsColour() throws Exception {
        BufferedImage image = picture("Failed").image();
        assertEquals(1800, image.getWidth());
        assertEquals(Color.WHITE.getRGB(), image.getRGB(image.getWidth() - 1, image.getHeight() - 1));
        int failed = Inks.paper().failed().getRGB();
        boolean found = false;
        for (int y = 0; y < image.getHeight() && !found; y++) {
            for (int x = 0; x < image.getWidth() && !found; x++) {
                found = image.getRGB(x, y) == failed;
            }
        }
        assertTrue(found);
    }

    @Test
    void aMergedLadderNamesThePlacesOfBothSources() throws Exception {
        Path log = Lab.log("beside-c01_ikev1_psk_mismatch");
        IkeReport lines = IkeFiles.read(
                        log,
                        new Source("Oakley.log", Source.Kind.OAKLEY),
                        new LogTime(ZoneOffset.UTC, 2026),
                        DecryptionKeys.NONE,
                        ScanMonitor.NONE,
                        IkeFiles.Listener.NONE)
                .report();
        Negotiation merged = IkeMerge.merge(List.of(Lab.read("c01_ikev1_psk_mismatch"), lines))
                .get(0)
                .negotiations()
                .get(0);
        LadderPicture picture = new LadderPicture(merged, "Failed", FONT);
        String places = "";
        NodeList texts = parse(picture.svg()).getElementsByTagName("text");
        for (int i = 0; i < texts.getLength(); i++) {
            places += texts.item(i).getTextContent() + "\n";
        }
        // What has no room loses its middle, so that packet and last line remain.
        assertTrue(places.contains("\npacket 3, lines 2 to 10\n"), places);
        assertEquals(1800, picture.image().getWidth());
    }

    private static LadderPicture picture(String title) throws Exception {
        return new LadderPicture(
                Lab.read("c01_ikev1_psk_mismatch").negotiations().get(0), title, FONT);
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
