package org.ipsecworkbench.session.redact;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds names of hosts, domains, users and organizations by the forms in which Windows writes them, in no language: {@code
 * \\HOST}, {@code DOMAIN\\user}, {@code user@realm}, {@code host.domain.tld}, {@code ACCOUNT$}, {@code CN=…}, and the fields of
 * events and of some programs. Not safe for several threads.
 */
final class NameFinder {
    private static final int MAX_LABELS = 10;

    private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";
    private static final Pattern SHARE =
            Pattern.compile("(?<![\\w:\\\\])\\\\\\\\(" + LABEL + ")(?=[.\\\\\\s\"'<,;)]|$)");
    private static final Pattern ACCOUNT =
            Pattern.compile("(?<![\\w\\\\/:.%-])(" + LABEL + ")\\\\([\\p{L}\\p{N}._-]{1,64}\\$?)(?![\\w\\\\])");
    private static final Pattern MAIL =
            Pattern.compile("([\\p{L}\\p{N}._-]{1,64})\\$?@(" + LABEL + "(?:\\." + LABEL + "){0,9})");
    private static final Pattern DOMAIN =
            Pattern.compile("(?<![\\w.\\\\/@$-])((?:" + LABEL + "\\.){1,9})(\\p{L}{2,18})(?![\\w-]|\\.[\\p{L}\\p{N}])");
    private static final Pattern MACHINE =
            Pattern.compile("(?<![\\w$-])([\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,14})\\$(?![\\w({])");
    private static final Pattern DISTINGUISHED =
            Pattern.compile("(?i)(?<![\\w-])(CN|OU|O|DC|L|ST|S|E|emailAddress)=\"?([^,+\"<>;=\\r\\n/]{1,256})");
    private static final Pattern FIELD = Pattern.compile(
            "(?i)<(?:Data|[\\w:]+) Name=[\"'][\\w ]*(?:UserName|DomainName|Workstation|WorkstationName|Computer|ComputerName"
                    + "|PrincipalName|MachineName|ServerName)[\"']>([^<]{1,256})<");
    private static final Pattern ELEMENT =
            Pattern.compile("(?i)<(Computer|machineName|principalName|userName|domainName)>([^<]{1,256})<");
    private static final Pattern VARIABLE = Pattern.compile(
            "(?im)(?:COMPUTERNAME|USERNAME|USERDOMAIN|LOGONSERVER|USERDNSDOMAIN|Site Name)\\s*[:=]\\s*\\\\*([^\\s\\\\]{1,64})");

    /** The first two values of {@code ipconfig /all} are the host and its domain, whatever their labels are called. */
    private static final Pattern VALUE = Pattern.compile("(?m)^[ \\t]{1,20}+[^:\\r\\n]{1,200}+: *+(\\S+)[ \\t]*+\\r?$");

    /** Dotted words that are no names of hosts: files, and what programs are made of. */
    private static final Set<String> NO_DOMAIN = Set.of(
            "exe",
            "dll",
            "log",
            "sys",
            "mof",
            "xml",
            "txt",
            "evtx",
            "evt",
            "etl",
            "cab",
            "ini",
            "inf",
            "cmd",
            "bat",
            "ps1",
            "psm1",
            "pcap",
            "pcapng",
            "cap",
            "json",
            "ipsecwb",
            "htm",
            "html",
            "mui",
            "dat",
            "man",
            "admx",
            "reg",
            "wfw",
            "csv",
            "zip",
            "cer",
            "crt",
            "pem",
            "pfx",
            "p7b",
            "crl",
            "cpl",
            "msc",
            "c",
            "h",
            "cpp",
            "cxx",
            "transcript");

    private static final Set<String> PUBLIC = Set.of("microsoft", "windows", "w3", "system", "schemas", "oid", "ietf");
    private static final Set<String> NO_ACCOUNT =
            Set.of("hklm", "hkcu", "hkcr", "hku", "root", "cert", "nt", "authority", "builtin", "software", "service");

    private final Names names;

    NameFinder(Names names) {
        this.names = names;
    }

    /** Looks through a text. */
    void find(String text) {
        each(SHARE, text, found -> names.add(found.group(1), "host"));
        each(ACCOUNT, text, found -> {
            if (!NO_ACCOUNT.contains(found.group(1).toLowerCase(Locale.ROOT))) {
                names.add(found.group(1), "domain");
                account(found.group(2));
            }
        });
        each(MAIL, text, found -> {
            account(found.group(1));
            labels(found.group(2), "domain");
        });
        each(DOMAIN, text, found -> domain(found.group(1) + found.group(2)));
        each(MACHINE, text, found -> names.add(found.group(1), "host"));
        each(DISTINGUISHED, text, found -> words(found.group(2)));
        each(FIELD, text, found -> whole(found.group(1)));
        each(ELEMENT, text, found -> whole(found.group(2)));
        each(VARIABLE, text, found -> whole(found.group(1)));
    }

    /** What a command printed, some of which tell names by their place. */
    void find(String command, String text) {
        if (command.toLowerCase(Locale.ROOT).startsWith("ipconfig")) {
            Matcher value = VALUE.matcher(text);
            for (int i = 0; i < 2 && value.find(); i++) {
                whole(value.group(1));
            }
        }
        if (command.toLowerCase(Locale.ROOT).strip().equals("hostname")) {
            whole(text.strip());
        }
        find(text);
    }

    /** The name of a host as a session has it: a name, an address or a URL with a user. */
    void host(String host) {
        String name = host.replaceFirst("^[a-z]+:(//)?", "").replaceFirst(":\\d+$", "");
        int at = name.lastIndexOf('@');
        if (at >= 0) {
            account(name.substring(0, at));
            find(name.substring(0, at));
        }
        whole(name.substring(at + 1));
    }

    /** A value that is nothing but a name; of anything else, the names that its forms tell. */
    void whole(String value) {
        String plain = value.strip().replaceFirst("\\$$", "");
        if (plain.matches("[\\d.]+") || plain.contains(":")) {
            return;
        }
        if (plain.matches(LABEL + "(?:\\." + LABEL + ")*")) {
            labels(plain, plain.indexOf('.') == plain.lastIndexOf('.') && plain.indexOf('.') > 0 ? "domain" : "host");
        } else {
            words(plain);
        }
    }

    private void account(String name) {
        for (String part : name.split("[._$]+", -1)) {
            names.add(part, name.endsWith("$") ? "host" : "user");
        }
    }

    private void domain(String name) {
        String[] labels = name.toLowerCase(Locale.ROOT).split("\\.", -1);
        String last = labels[labels.length - 1];
        boolean isPublic = false;
        for (String label : labels) {
            isPublic |= PUBLIC.contains(label);
        }
        if (!isPublic && !NO_DOMAIN.contains(last)) {
            labels(name, labels.length > 2 ? "host" : "domain");
        }
    }

    /** Each label but the last, which is nobody's own; a name without dots is all that there is. */
    private void labels(String name, String kind) {
        List<String> labels = List.of(name.split("\\.", MAX_LABELS + 1));
        int count = labels.size() == 1 ? 1 : labels.size() - 1;
        for (int i = 0; i < count; i++) {
            names.add(labels.get(i), i == 0 ? kind : "domain");
        }
    }

    private void words(String value) {
        for (String word : value.split("[^\\p{L}\\p{N}_-]+", -1)) {
            names.add(word.replaceAll("^[-_]+|[-_]+$", ""), Names.WORD_OF_NAME);
        }
    }

    /** What is done with a match. */
    private interface Found {
        void found(Matcher match);
    }

    private static void each(Pattern pattern, String text, Found found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.found(matcher);
        }
    }
}
