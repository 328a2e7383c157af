package org.ipsecworkbench.diagnosis;

import java.util.List;
import java.util.Map;
import org.ipsecworkbench.hostconnection.RemoteCommand;

/** The commands that several checks read. All of them only read. */
public final class Commands {
    /** The version in numbers, in any language. */
    public static final Need VERSION = Need.user("which Windows it is", "ver");

    /** All interfaces with their addresses. */
    public static final Need ADDRESSES = Need.user("its addresses", "ipconfig", "/all");

    /** Connection security rules in force, of every store, with the global settings. */
    public static final Need RULES_IN_FORCE = Need.administrator(
            "the connection security rules in force", "netsh", "advfirewall", "monitor", "show", "consec", "verbose");

    /** Connection security rules that the host itself holds, in force or not. */
    public static final Need LOCAL_RULES = Need.administrator(
            "the connection security rules of the host itself",
            "netsh",
            "advfirewall",
            "consec",
            "show",
            "rule",
            "name=all",
            "verbose");

    /** Which profile of the firewall is in use. */
    public static final Need CURRENT_PROFILE = Need.administrator(
            "the firewall profile in use", "netsh", "advfirewall", "monitor", "show", "currentprofile");

    /** The quick mode SAs that there are. */
    public static final Need QUICK_MODE_SAS =
            Need.administrator("quick mode SAs", "netsh", "advfirewall", "monitor", "show", "qmsa");

    /** Policies of the Policy Agent that the host holds, with the one that is assigned. */
    public static final Need STORED_POLICIES =
            Need.administrator("the IPsec policies of the host itself", "netsh", "ipsec", "static", "show", "all");

    /** The policy of the Policy Agent that the domain assigns. */
    public static final Need ASSIGNED_BY_DOMAIN = Need.administrator(
            "the IPsec policy that the domain assigns", "netsh", "ipsec", "static", "show", "gpoassignedpolicy");

    /** What the Policy Agent has in force, with SAs and settings. */
    public static final Need POLICY_IN_FORCE =
            Need.administrator("the IPsec policy in force", "netsh", "ipsec", "dynamic", "show", "all");

    /** Failed negotiations and dropped packets, with their numbers, whether auditing is on or not. */
    public static final Need NET_EVENTS =
            Need.administrator("failed negotiations", "netsh", "wfp", "show", "netevents", "file=-");

    /** The newest audit events of negotiations and SAs. */
    public static final Need AUDIT_EVENTS = Need.administrator(
            "audit events of negotiations",
            "wevtutil",
            "qe",
            "Security",
            "/q:*[System[(EventID=4650 or EventID=4651 or EventID=4652 or EventID=4653 or EventID=4654 or EventID=5451"
                    + " or EventID=5453 or EventID=4963)]]",
            "/c:500",
            "/rd:true",
            "/f:xml");

    /** Failed negotiations of Windows Server 2003, by its own script; it lists one kind of event at a time. */
    public static final Need FAILED_2003 = events2003("failed negotiations", 547);

    /** Main mode and quick mode SAs of Windows Server 2003 that were established. */
    public static final Need ESTABLISHED_2003 = events2003("negotiations that ended well", 541);

    /** The log of IKE, where Windows Server 2003 is in its usual folder. */
    public static final Need IKE_LOG = Need.administrator("the log of IKE", "type", "C:\\WINDOWS\\Debug\\Oakley.log");

    /** Whether audit events of IKE are switched off (Windows Server 2003). */
    public static final Need AUDITS_DISABLED = Need.user(
            "whether IKE may audit",
            "reg",
            "query",
            "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\Audit",
            "/v",
            "DisableIKEAudits");

    /** Which negotiations are audited. */
    public static final Need AUDITING = Need.administrator(
            "which negotiations are audited",
            "auditpol",
            "/get",
            "/subcategory:{0CCE9218-69AE-11D9-BED3-505054503030},{0CCE9219-69AE-11D9-BED3-505054503030}",
            "/r");

    /**
     * The same as {@link #AUDITING} in numbers, for hosts whose words are not known: lines of a GUID and a sum of 1 for success, 2
     * for failure and 4 for none (AuditQuerySystemPolicy). Compiles a declaration in memory.
     */
    public static final Need AUDITING_IN_NUMBERS = new Need(
            RemoteCommand.powerShell(
                    "Add-Type -Namespace W -Name A -MemberDefinition '[DllImport(\"advapi32.dll\",SetLastError=true)]"
                            + "public static extern bool AuditQuerySystemPolicy(Guid[] g,uint n,out IntPtr p);';"
                            + "foreach($g in '0CCE9218-69AE-11D9-BED3-505054503030','0CCE9219-69AE-11D9-BED3-505054503030'){"
                            + "$p=[IntPtr]::Zero;if([W.A]::AuditQuerySystemPolicy(@([Guid]$g),1,[ref]$p)){"
                            + "$g+'='+[Runtime.InteropServices.Marshal]::ReadInt32($p,16)}}",
                    Map.of()),
            "which negotiations are audited, in numbers",
            Need.Right.ADMINISTRATOR,
            "which negotiations are audited, in numbers");

    /** The name that the host calls itself. */
    public static final Need NAME = Need.user("its name", "hostname");

    /**
     * The certificates of the computer, with their chains and whether they were revoked, as lines of name and value in no
     * language. A simulated host knows it by its mark. Looks at revocation lists, as IKE would.
     */
    public static final Need CERTIFICATES = new Need(
            RemoteCommand.powerShell(
                    "<#ipsecwb certificates#>"
                            + "foreach($c in @(Get-ChildItem Cert:\\LocalMachine\\My)){"
                            + "'certificate='+[Convert]::ToBase64String($c.RawData);'key='+$c.HasPrivateKey;"
                            + "$h=New-Object Security.Cryptography.X509Certificates.X509Chain $true;"
                            + "$h.ChainPolicy.RevocationMode='Online';$h.ChainPolicy.RevocationFlag='ExcludeRoot';"
                            + "$h.ChainPolicy.UrlRetrievalTimeout=[TimeSpan]::FromSeconds(20);[void]$h.Build($c);"
                            + "foreach($e in $h.ChainElements){'chain='+[Convert]::ToBase64String($e.Certificate.RawData)};"
                            + "foreach($s in $h.ChainStatus){'status='+$s.Status}}",
                    Map.of()),
            "certificates of the computer, with their chains",
            Need.Right.USER,
            "its certificates");

    /**
     * The newest events of CryptoAPI about chains, revocation and fetching, in the context of services, too. The log is off until
     * somebody switches it on.
     */
    public static final Need CHAIN_EVENTS = Need.administrator(
            "what CryptoAPI logged of chains and fetching",
            "wevtutil",
            "qe",
            "Microsoft-Windows-CAPI2/Operational",
            "/q:*[System[(EventID=11 or EventID=30 or EventID=41 or EventID=53)]]",
            "/c:300",
            "/rd:true",
            "/f:xml");

    /** Stores of certificates beside those own ones: whom the computer trusts, and what does not count for IKE. */
    public static final List<Need> CERTIFICATE_STORES = List.of(
            Need.user("the roots that the computer trusts", "certutil", "-store", "Root"),
            Need.user("the authorities that the computer knows", "certutil", "-store", "CA"),
            Need.user("certificates of the user, which IKE does not take", "certutil", "-user", "-store", "My"));

    /**
     * Where the registry keeps {@code strongcrlcheck}, the place that counts first: what group policy sets, the computer's own of
     * Windows Vista and later ([MS-GPFAS] 2.2.1), and that of the Policy Agent before.
     */
    public static final List<Need> STRONG_CRL_CHECK = List.of(
            strongCrlCheck("HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall"),
            strongCrlCheck("HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy"),
            strongCrlCheck("HKLM\\SYSTEM\\CurrentControlSet\\Services\\PolicyAgent\\Oakley"));

    /** A domain controller and the domain; of the host's own domain where none is named. */
    public static final Need DOMAIN_CONTROLLER = Need.user("which domain controller it uses", "nltest", "/dsgetdc:");

    private Commands() {}

    private static Need strongCrlCheck(String key) {
        return Need.user("how it acts on revocation", "reg", "query", key, "/v", "StrongCRLCheck");
    }

    /** The secure channel of the computer to its domain. */
    public static Need secureChannel(String domain) {
        return Need.user("whether the domain accepts its account", "nltest", "/sc_query:" + domain);
    }

    /** How far its clock is from that of another computer; sends it one packet. */
    public static Need clockOffset(String computer) {
        return Need.user(
                "how far its clock is off", "w32tm", "/stripchart", "/computer:" + computer, "/samples:1", "/dataonly");
    }

    /** A ticket for the computer itself; puts it into the cache of the system, where it would come by itself. */
    public static Need ticket(String realm) {
        return Need.administrator(
                "whether it gets a Kerberos ticket", "klist", "-li", "0x3e7", "get", "krbtgt/" + realm);
    }

    /** The names by which Kerberos finds a computer. */
    public static Need servicePrincipals(String computer) {
        return Need.user("the names by which Kerberos finds it", "setspn", "-L", computer);
    }

    private static Need events2003(String reads, int id) {
        return Need.administrator(
                reads,
                "cscript",
                "//nologo",
                "C:\\WINDOWS\\system32\\eventquery.vbs",
                "/L",
                "Security",
                "/V",
                "/FO",
                "CSV",
                "/FI",
                "ID eq " + id);
    }

    /** State of a service. */
    public static Need service(String name) {
        return Need.user("whether the service " + name + " runs", "sc", "queryex", name);
    }

    /** How a service starts. */
    public static Need serviceStart(String name) {
        return Need.user("how the service " + name + " starts", "sc", "qc", name);
    }
}
