#!/bin/sh
# Made rsa.cer and ec.cer: certificates of nobody, whose keys were thrown away. The certificates are kept, not made anew.
openssl req -x509 -newkey rsa:1024 -nodes -keyout key.pem -config certificate.cnf -days 3650 -outform DER -out rsa.cer
openssl ecparam -genkey -name prime256v1 -out key.pem
openssl req -x509 -key key.pem -config certificate.cnf -days 3650 -outform DER -out ec.cer
rm key.pem
