package org.ipsecworkbench.lab.model;

import java.nio.charset.Charset;
import java.util.Locale;

/** The language of a host's user interface, with its code pages and the form of its dates. */
public enum Language {
    ENGLISH("en-US", "0409", "IBM437", 437, "M/d/yyyy", "h:mm a", "h:mm:ss a"),
    GERMAN("de-DE", "0407", "IBM850", 850, "dd.MM.yyyy", "HH:mm", "HH:mm:ss"),
    JAPANESE("ja-JP", "0411", "windows-31j", 932, "yyyy/MM/dd", "H:mm", "H:mm:ss");

    private final String tag;
    private final String identifier;
    private final String oem;
    private final int codePage;
    private final String date;
    private final String shortTime;
    private final String longTime;

    Language(String tag, String identifier, String oem, int codePage, String date, String shortTime, String longTime) {
        this.tag = tag;
        this.identifier = identifier;
        this.oem = oem;
        this.codePage = codePage;
        this.date = date;
        this.shortTime = shortTime;
        this.longTime = longTime;
    }

    /** The language tag, such as en-US. */
    public String tag() {
        return tag;
    }

    /** The language identifier of Windows, four hexadecimal digits. */
    public String identifier() {
        return identifier;
    }

    /** The charset of the console unless it is changed, the OEM code page. */
    public Charset oem() {
        return Charset.forName(oem);
    }

    /** The number of the OEM code page. */
    public int codePage() {
        return codePage;
    }

    /** A pattern of {@link java.time.format.DateTimeFormatter} for short dates. */
    public String date() {
        return date;
    }

    /** The pattern for times without seconds. */
    public String shortTime() {
        return shortTime;
    }

    /** The pattern for times with seconds. */
    public String longTime() {
        return longTime;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** The language with this tag or its first part. */
    public static Language of(String tag) {
        for (Language language : values()) {
            if (language.tag.equals(tag) || language.locale().getLanguage().equals(tag)) {
                return language;
            }
        }
        throw new IllegalArgumentException("the lab speaks no " + tag);
    }
}
