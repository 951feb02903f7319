#!/bin/sh
# Makes a certificate for a host without a public name: local-certificate.sh DOMAIN FOLDER
# FOLDER gets ca.crt, which browsers are told to trust, and local.crt with local.key, which Traefik serves. Run again, it
# renews local.crt under the same authority.
set -eu
domain=$1
folder=$2
umask 077
mkdir -p "$folder"
cd "$folder"
key='-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes'
if ! [ -e ca.crt ]; then
  openssl req -x509 $key -keyout ca.key -out ca.crt -days 3650 -subj '/CN=WB Assistant local authority' \
    -addext 'keyUsage=critical,keyCertSign,cRLSign' 2>/dev/null
fi
openssl req -new $key -keyout local.key -out local.csr -subj "/CN=$domain" 2>/dev/null
printf 'subjectAltName=DNS:%s\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth\nbasicConstraints=critical,CA:FALSE\n' \
  "$domain" > local.ext
# Browsers take none that is valid for longer.
openssl x509 -req -in local.csr -CA ca.crt -CAkey ca.key -CAcreateserial -out local.crt -days 397 -sha256 \
  -extfile local.ext 2>/dev/null
rm local.csr local.ext
chmod 644 ca.crt local.crt
