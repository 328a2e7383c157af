package org.ipsecworkbench.certificate.fetch;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.asn1.ocsp.Request;
import org.bouncycastle.asn1.ocsp.TBSRequest;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.X509ObjectIdentifiers;

/** A question to an OCSP responder about one certificate (RFC 6960 section 4.1.1), by SHA-1, which every responder knows. */
final class OcspQuestion {
    private OcspQuestion() {}

    /** Without a nonce, so that a responder may give an answer that it has. */
    static byte[] of(X509Certificate certificate, X509Certificate issuer) {
        byte[] key = SubjectPublicKeyInfo.getInstance(issuer.getPublicKey().getEncoded())
                .getPublicKeyData()
                .getBytes();
        CertID id = new CertID(
                new AlgorithmIdentifier(X509ObjectIdentifiers.id_SHA1, DERNull.INSTANCE),
                new DEROctetString(sha1(issuer.getSubjectX500Principal().getEncoded())),
                new DEROctetString(sha1(key)),
                new ASN1Integer(certificate.getSerialNumber()));
        TBSRequest request = new TBSRequest(null, new DERSequence(new Request(id, null)), (Extensions) null);
        try {
            return new OCSPRequest(request, null).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("what was put together has an encoding", e);
        }
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
