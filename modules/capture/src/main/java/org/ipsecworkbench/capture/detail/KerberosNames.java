package org.ipsecworkbench.capture.detail;

/** Numbers of Kerberos (RFC 4120 section 7.5, RFC 3961, RFC 3962, RFC 4757, RFC 8009, MS-KILE sections 2.2 and 3.1.5). */
final class KerberosNames {
    static final Names MESSAGES = Names.of("""
            10 AS-REQ
            11 AS-REP
            12 TGS-REQ
            13 TGS-REP
            14 AP-REQ
            15 AP-REP
            20 KRB-SAFE
            21 KRB-PRIV
            22 KRB-CRED
            30 KRB-ERROR
            """);

    static final Names ENCRYPTIONS = Names.of("""
            1 des-cbc-crc
            3 des-cbc-md5
            16 des3-cbc-sha1
            17 aes128-cts-hmac-sha1-96
            18 aes256-cts-hmac-sha1-96
            19 aes128-cts-hmac-sha256-128
            20 aes256-cts-hmac-sha384-192
            23 rc4-hmac
            24 rc4-hmac-exp
            25 camellia128-cts-cmac
            26 camellia256-cts-cmac
            -128 rc4-md4
            -133 rc4-hmac-old
            -135 rc4-hmac-old-exp
            """);

    static final Names PRE_AUTHENTICATIONS = Names.of("""
            1 TGS request
            2 Encrypted timestamp
            3 Password salt
            11 Encryption type information
            14 PKINIT request, old
            15 PKINIT reply, old
            16 PKINIT request
            17 PKINIT reply
            19 Encryption type information 2
            20 Referral
            111 TD-CMS-DIGEST-ALGORITHMS
            128 PAC request
            129 S4U for user
            130 S4U for certificate
            132 AS checksum
            133 FAST cookie
            136 FAST
            138 Encrypted challenge
            147 PKINIT key exchange
            149 Encrypted reply checksum
            150 AS freshness
            161 KERB-KEY-LIST-REQ
            162 KERB-KEY-LIST-REP
            165 Supported encryption types
            167 PAC options
            """);

    static final Names ERRORS = Names.of("""
            0 KDC_ERR_NONE
            1 KDC_ERR_NAME_EXP
            2 KDC_ERR_SERVICE_EXP
            3 KDC_ERR_BAD_PVNO
            6 KDC_ERR_C_PRINCIPAL_UNKNOWN
            7 KDC_ERR_S_PRINCIPAL_UNKNOWN
            8 KDC_ERR_PRINCIPAL_NOT_UNIQUE
            9 KDC_ERR_NULL_KEY
            11 KDC_ERR_NEVER_VALID
            12 KDC_ERR_POLICY
            13 KDC_ERR_BADOPTION
            14 KDC_ERR_ETYPE_NOSUPP
            15 KDC_ERR_SUMTYPE_NOSUPP
            16 KDC_ERR_PADATA_TYPE_NOSUPP
            18 KDC_ERR_CLIENT_REVOKED
            19 KDC_ERR_SERVICE_REVOKED
            20 KDC_ERR_TGT_REVOKED
            23 KDC_ERR_KEY_EXPIRED
            24 KDC_ERR_PREAUTH_FAILED
            25 KDC_ERR_PREAUTH_REQUIRED
            26 KDC_ERR_SERVER_NOMATCH
            29 KDC_ERR_SVC_UNAVAILABLE
            31 KRB_AP_ERR_BAD_INTEGRITY
            32 KRB_AP_ERR_TKT_EXPIRED
            33 KRB_AP_ERR_TKT_NYV
            34 KRB_AP_ERR_REPEAT
            35 KRB_AP_ERR_NOT_US
            36 KRB_AP_ERR_BADMATCH
            37 KRB_AP_ERR_SKEW
            39 KRB_AP_ERR_BADVERSION
            40 KRB_AP_ERR_MSG_TYPE
            41 KRB_AP_ERR_MODIFIED
            44 KRB_AP_ERR_BADKEYVER
            45 KRB_AP_ERR_NOKEY
            52 KRB_ERR_RESPONSE_TOO_BIG
            60 KRB_ERR_GENERIC
            61 KRB_ERR_FIELD_TOOLONG
            62 KDC_ERR_CLIENT_NOT_TRUSTED
            63 KDC_ERR_KDC_NOT_TRUSTED
            64 KDC_ERR_INVALID_SIG
            68 KDC_ERR_WRONG_REALM
            75 KDC_ERR_CLIENT_NAME_MISMATCH
            """);

    private KerberosNames() {}
}
