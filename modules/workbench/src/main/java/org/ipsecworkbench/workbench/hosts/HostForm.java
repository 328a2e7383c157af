package org.ipsecworkbench.workbench.hosts;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.ipsecworkbench.hostconnection.AuthenticationMethod;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.hostconnection.known.TlsFiles;
import org.ipsecworkbench.workbench.Typing;
import org.ipsecworkbench.workbench.hosts.PasswordStore.Scope;
import org.jspecify.annotations.Nullable;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** The fields of a host. */
@Messages({
    "CTL_Address=&Host or address:",
    "CTL_Way=&Reached by:",
    "WAY_Https=WinRM over HTTPS (5986)",
    "WAY_Http=WinRM over HTTP, sealed (5985)",
    "WAY_Local=This machine (Windows only)",
    "CTL_Name=&Name:",
    "CTL_Group=&Group:",
    "CTL_Method=&Sign in by:",
    "METHOD_Best=What fits",
    "METHOD_Ntlm=NTLM",
    "METHOD_Kerberos=Kerberos (without a user: your tickets)",
    "METHOD_Basic=Basic (HTTPS only)",
    "METHOD_Certificate=Certificate (HTTPS only)",
    "CTL_Certificate=&Certificate:",
    "HINT_Certificate=Certificate with its key (PKCS #12)",
    "CTL_Authorities=Author&ities:",
    "HINT_Authorities=Certificates of authorities (PEM)",
    "CTL_User=&User:",
    "HINT_User=DOMAIN\\name, name@REALM, or a local user",
    "CTL_HostPassword=&Password:",
    "CTL_KeepPassword=&Keep in keyring:",
    "KEEP_Group1=For this user at every host of the group",
    "CTL_Tags=Ta&gs:",
    "CTL_Notes=N&otes:",
    "CTL_Pin=Trusted key:"
})
final class HostForm extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int COLUMNS = 26;
    private static final int NOTES = 3;
    private static final String PLACEHOLDER = "JTextField.placeholderText";
    private static final List<AuthenticationMethod> METHODS = Arrays.asList(
            null,
            AuthenticationMethod.NTLM,
            AuthenticationMethod.KERBEROS,
            AuthenticationMethod.BASIC,
            AuthenticationMethod.CERTIFICATE);

    private final JTextField address = field("address");
    private final JComboBox<String> way = combo("way", Bundle.WAY_Https(), Bundle.WAY_Http(), Bundle.WAY_Local());
    private final JTextField name = field("name");
    private final JComboBox<String> group = combo("group");
    private final JComboBox<String> method = combo(
            "method",
            Bundle.METHOD_Best(),
            Bundle.METHOD_Ntlm(),
            Bundle.METHOD_Kerberos(),
            Bundle.METHOD_Basic(),
            Bundle.METHOD_Certificate());
    private final JTextField user = field("user");
    private final FileField certificate = new FileField("certificate", Bundle.HINT_Certificate());
    private final FileField authorities = new FileField("authorities", Bundle.HINT_Authorities());
    private final JPasswordField password = new JPasswordField(COLUMNS);
    private final JComboBox<String> keep =
            combo("keep", Bundle.KEEP_Nobody(), Bundle.KEEP_Host(), Bundle.KEEP_Group1());
    private final JTextField tags = field("tags");
    private final JTextArea notes = new JTextArea(NOTES, COLUMNS);
    private final PinField pin = new PinField();
    private transient @Nullable KnownHost edited;

    /** Empty, with groups to choose from; told of every change. */
    HostForm(List<String> groups, Runnable changed) {
        super(new GridBagLayout());
        group.setEditable(true);
        group.addItem("");
        groups.forEach(group::addItem);
        password.setName("password");
        notes.setName("notes");
        notes.setLineWrap(true);
        notes.setWrapStyleWord(true);
        keep.setSelectedIndex(Scope.HOST.ordinal());
        user.setToolTipText(Bundle.HINT_User());
        user.putClientProperty(PLACEHOLDER, Bundle.HINT_User());
        row(0, Bundle.CTL_Address(), address);
        row(1, Bundle.CTL_Way(), way);
        row(2, Bundle.CTL_Name(), name);
        row(3, Bundle.CTL_Group(), group);
        row(4, Bundle.CTL_Method(), method);
        row(5, Bundle.CTL_User(), user);
        row(6, Bundle.CTL_Certificate(), certificate);
        row(7, Bundle.CTL_HostPassword(), password);
        row(8, Bundle.CTL_KeepPassword(), keep);
        row(9, Bundle.CTL_Authorities(), authorities);
        row(10, Bundle.CTL_Tags(), tags);
        row(11, Bundle.CTL_Notes(), new JScrollPane(notes));
        row(12, Bundle.CTL_Pin(), pin);
        certificate.text().putClientProperty(PLACEHOLDER, Bundle.HINT_Certificate());
        authorities.text().putClientProperty(PLACEHOLDER, Bundle.HINT_Authorities());
        Stream.of(address, name, user, tags, password, notes, certificate.text(), authorities.text())
                .forEach(one -> Typing.in(one, changed));
        Stream.of(way, group, method).forEach(one -> one.addActionListener(e -> changed.run()));
    }

    private static JTextField field(String id) {
        JTextField field = new JTextField(COLUMNS);
        field.setName(id);
        return field;
    }

    private static JComboBox<String> combo(String id, String... items) {
        JComboBox<String> combo = new JComboBox<>(items);
        combo.setName(id);
        return combo;
    }

    private void row(int row, String words, JComponent field) {
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, words);
        label.setLabelFor(field instanceof JScrollPane ? notes : field instanceof FileField file ? file.text() : field);
        GridBagConstraints at = new GridBagConstraints();
        at.gridy = row;
        at.anchor = GridBagConstraints.NORTHWEST;
        at.insets = new Insets(4, 0, 4, 10);
        add(label, at);
        at.gridx = 1;
        at.weightx = 1;
        at.fill = GridBagConstraints.HORIZONTAL;
        at.insets = new Insets(0, 0, 6, 0);
        add(field, at);
    }

    /** Fills the fields with those of a host. */
    void fill(KnownHost host) {
        edited = host;
        boolean isLocal = !host.isRemote();
        address.setText(isLocal ? host.address().toString() : host.address().urlHost() + port(host.address()));
        way.setSelectedIndex(isLocal ? 2 : host.address().scheme().equals("winrms") ? 0 : 1);
        name.setText(host.name());
        group.setSelectedItem(host.group());
        method.setSelectedIndex(Math.max(0, METHODS.indexOf(host.method())));
        user.setText(host.user());
        certificate.text().setText(host.files().certificate());
        authorities.text().setText(host.files().authorities());
        tags.setText(String.join(", ", host.tags()));
        notes.setText(host.notes());
        pin.set(host.pin());
    }

    private static String port(HostAddress address) {
        return address.port() == 0 ? "" : ":" + address.port();
    }

    /**
     * The host that the fields say.
     *
     * @throws IllegalArgumentException where they say none, with a message for people
     */
    KnownHost host() {
        String where = address.getText().strip();
        HostAddress parsed = parse(where);
        String called = name.getText().strip();
        KnownHost before = edited;
        return new KnownHost(
                called.isEmpty() ? parsed.host() : called,
                parsed,
                METHODS.get(method.getSelectedIndex()),
                user.getText().strip(),
                String.valueOf(group.getEditor().getItem()).strip(),
                Stream.of(tags.getText().split("[,\\s]+"))
                        .filter(tag -> !tag.isEmpty())
                        .distinct()
                        .toList(),
                pin.get(),
                new TlsFiles(certificate.text().getText(), authorities.text().getText()),
                notes.getText().strip(),
                before == null ? List.of() : before.unknown());
    }

    private HostAddress parse(String where) {
        if (where.contains("://") || where.startsWith("recorded:")) {
            return HostAddress.parse(where);
        }
        String scheme = List.of("winrms", "winrm", "local").get(way.getSelectedIndex());
        if (scheme.equals("local")) {
            return HostAddress.parse("local:");
        }
        if (where.isEmpty()) {
            throw new IllegalArgumentException("Enter the name or the address of the host.");
        }
        return HostAddress.parse(scheme + "://" + where);
    }

    /** A copy of the password, which the caller zeroes; empty where none was entered. */
    char[] password() {
        return password.getPassword();
    }

    Scope scope() {
        Scope scope = Scope.values()[keep.getSelectedIndex()];
        boolean hasGroup = !String.valueOf(group.getEditor().getItem()).isBlank();
        return scope == Scope.GROUP && !hasGroup ? Scope.HOST : scope;
    }

    void trust(String key) {
        pin.set(key);
    }

    /** Tells of what is typed. */
}
