#!/bin/bash
# kdc.sh FOLDER PORT [SKEW]: makes the realm LAB.TEST in an empty folder and serves it on loopback until standard input ends.
# alice has the password "Geheim-1234567" and a keytab, HTTP/localhost the keytab host.keytab.
# The KDC takes clocks for right that are SKEW seconds off (300), which below 0 are none.
set -euo pipefail
folder=$1 port=$2 skew=${3:-300}
export KRB5_CONFIG=$folder/krb5.conf KRB5_KDC_PROFILE=$folder/kdc.conf PATH=$PATH:/usr/sbin
cat >"$KRB5_CONFIG" <<END
[libdefaults]
    default_realm = LAB.TEST
    dns_lookup_kdc = false
    dns_lookup_realm = false
    rdns = false
    udp_preference_limit = 1
[realms]
    LAB.TEST = {
        kdc = 127.0.0.1:$port
    }
[domain_realm]
    localhost = LAB.TEST
END
cat >"$KRB5_KDC_PROFILE" <<END
[kdcdefaults]
    kdc_listen = 127.0.0.1:$port
    kdc_tcp_listen = 127.0.0.1:$port
[realms]
    LAB.TEST = {
        database_name = $folder/principal
        key_stash_file = $folder/stash
        acl_file = $folder/acl
        supported_enctypes = aes256-cts-hmac-sha1-96:normal aes128-cts-hmac-sha1-96:normal
    }
[logging]
    kdc = FILE:$folder/kdc.log
END
kdb5_util create -s -r LAB.TEST -P master >/dev/null
kadmin.local -q 'addprinc -pw Geheim-1234567 +requires_preauth alice' >/dev/null
kadmin.local -q 'addprinc -pw Geheim-1234567 -allow_tix +requires_preauth locked' >/dev/null
kadmin.local -q 'addprinc -randkey HTTP/localhost' >/dev/null
kadmin.local -q "ktadd -k $folder/host.keytab HTTP/localhost" >/dev/null
kadmin.local -q "ktadd -norandkey -k $folder/alice.keytab alice" >/dev/null
sed "s/^\[libdefaults\]/&\n    clockskew = $skew/" "$KRB5_CONFIG" >"$folder/kdc-krb5.conf"
KRB5_CONFIG=$folder/kdc-krb5.conf krb5kdc -n &
trap 'kill $! 2>/dev/null' EXIT
echo ready
cat >/dev/null
