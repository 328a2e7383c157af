package org.ipsecworkbench.diagnosis.report;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.FontFactory;
import com.lowagie.text.HeaderFooter;
import com.lowagie.text.Image;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.diagnosis.Verdict;

/** Writes paragraphs of a PDF in the fonts that every reader has. */
final class Sheet {
    private static final Font TITLE = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 16);
    private static final Font HEADING = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 12);
    private static final Font STRONG = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 9.5f);
    private static final Font TEXT = FontFactory.getFont(FontFactory.HELVETICA, 9.5f);
    private static final Font QUIET = FontFactory.getFont(FontFactory.HELVETICA_OBLIQUE, 9);
    private static final Font CODE = FontFactory.getFont(FontFactory.COURIER, 8);
    private static final float LEADING = 1.3f;
    private static final float INDENT = 12;
    private static final float HEAD_GRAY = 0.9f;
    /** What the fonts are encoded in. */
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private static final float BAR_WIDTH = 200;
    private static final float BAR_HEIGHT = 8;

    private final Document document;
    private final PdfWriter writer;
    private final CharsetEncoder encoder = WESTERN.newEncoder();

    Sheet(Document document, PdfWriter writer) {
        this.document = document;
        this.writer = writer;
    }

    void begin(String title) {
        document.addTitle(plain(title));
        document.addCreator("IPsec Workbench");
        HeaderFooter footer = new HeaderFooter(new Phrase("IPsec Workbench · page ", QUIET), true);
        footer.setAlignment(Element.ALIGN_CENTER);
        footer.setBorder(0);
        document.setFooter(footer);
        document.open();
    }

    void title(String words) {
        add(words, TITLE, 4, 0);
    }

    void heading(String words) {
        add(words, HEADING, 14, 0);
    }

    void strong(String words) {
        add(words, STRONG, 6, 0);
    }

    void text(String words) {
        add(words, TEXT, 2, 0);
    }

    void quiet(String words) {
        add(words, QUIET, 2, 0);
    }

    void item(String words) {
        add("– " + words, TEXT, 1, INDENT);
    }

    void code(String words) {
        add(words, CODE, 2, INDENT);
    }

    private void add(String words, Font font, float before, float indent) {
        Chunk chunk = new Chunk(plain(words), font);
        Paragraph paragraph = new Paragraph(chunk);
        paragraph.setMultipliedLeading(LEADING);
        paragraph.setSpacingBefore(before);
        paragraph.setIndentationLeft(indent);
        document.add(paragraph);
    }

    /** The first row is the head, and stands on every page. */
    void table(List<List<String>> rows) {
        PdfPTable table = new PdfPTable(rows.get(0).size());
        table.setWidthPercentage(100);
        table.setSpacingBefore(4);
        table.setHeaderRows(1);
        for (int i = 0; i < rows.size(); i++) {
            for (String text : rows.get(i)) {
                PdfPCell cell = new PdfPCell(new Phrase(plain(text), i == 0 ? STRONG : TEXT));
                if (i == 0) {
                    cell.setGrayFill(HEAD_GRAY);
                }
                table.addCell(cell);
            }
        }
        document.add(table);
    }

    /** Bars beside their titles and their numbers in words. What failed is darkest, and each part has a border: for paper. */
    void bars(List<Bar> bars) {
        PdfPTable table = new PdfPTable(new float[] {2, 3, 3});
        table.setWidthPercentage(100);
        table.setSpacingBefore(4);
        for (Bar bar : bars) {
            table.addCell(new PdfPCell(new Phrase(plain(bar.title()), TEXT)));
            PdfPCell cell = new PdfPCell(picture(bar), true);
            cell.setPadding(3);
            table.addCell(cell);
            table.addCell(new PdfPCell(new Phrase(plain(bar.words()), TEXT)));
        }
        document.add(table);
    }

    private Image picture(Bar bar) {
        PdfTemplate template = writer.getDirectContent().createTemplate(BAR_WIDTH, BAR_HEIGHT);
        template.setLineWidth(0.5f);
        float x = 0;
        for (Bar.Part part : bar.parts()) {
            if (part.size() > 0) {
                float width = BAR_WIDTH * part.size() / bar.size();
                template.setGrayFill(gray(part.style()));
                template.rectangle(x, 0, width, BAR_HEIGHT);
                template.fillStroke();
                x += width;
            }
        }
        return Image.getInstance(template);
    }

    private static float gray(Verdict verdict) {
        return switch (verdict) {
            case FAILED -> 0.1f;
            case ATTENTION -> 0.45f;
            case INCONCLUSIVE -> 0.7f;
            case OK -> 0.9f;
            case NOT_APPLICABLE -> 1;
        };
    }

    /** What the fonts do not have as its code point, and nothing that ends a line. */
    private String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            String letter = Character.toString(c);
            if (c < ' ') {
                plain.append(' ');
            } else if (c >= 0xd800 && c < 0xe000 || !encoder.canEncode(letter)) {
                plain.append(String.format(Locale.ROOT, "[U+%04X]", c));
            } else {
                plain.append(letter);
            }
        });
        return plain.toString();
    }
}
