package org.ipsecworkbench.certificate.read;

import java.text.ParseException;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.asn1.ocsp.ResponseBytes;
import org.bouncycastle.asn1.ocsp.SingleResponse;
import org.ipsecworkbench.certificate.Moment;
import org.ipsecworkbench.certificate.OcspAnswer;
import org.ipsecworkbench.certificate.OcspAnswer.State;
import org.ipsecworkbench.ike.Bytes;

/** Answers of OCSP responders (RFC 6960 section 4.2.1). */
final class OcspReader {
    private OcspReader() {}

    static void read(byte[] bytes, Reading reading) {
        try {
            OCSPResponse response = OCSPResponse.getInstance(DerReader.parse(bytes));
            ResponseBytes inner = response.getResponseBytes();
            int status = response.getResponseStatus().getIntValue();
            if (status != OCSPResponseStatus.SUCCESSFUL || inner == null) {
                reading.problem(reading.file(), "The OCSP responder refused to answer, with status " + status + ".");
            } else if (!inner.getResponseType().equals(OCSPObjectIdentifiers.id_pkix_ocsp_basic)) {
                reading.problem(
                        reading.file(),
                        "The OCSP answer has the type "
                                + inner.getResponseType().getId() + ", which is not known.");
            } else {
                answers(
                        BasicOCSPResponse.getInstance(
                                DerReader.parse(inner.getResponse().getOctets())),
                        bytes,
                        reading);
            }
        } catch (IllegalArgumentException | IllegalStateException | NullPointerException | ParseException e) {
            // So the library says that the content is not what its type asks.
            reading.problem(reading.file(), "It begins like an OCSP answer but is damaged.");
        }
    }

    private static void answers(BasicOCSPResponse basic, byte[] bytes, Reading reading) throws ParseException {
        ASN1Sequence responses = basic.getTbsResponseData().getResponses();
        String responder = reading.cut(name(basic.getTbsResponseData().getResponderID()));
        for (int i = 0; i < Math.min(responses.size(), reading.limits().maxValues()); i++) {
            SingleResponse one = SingleResponse.getInstance(responses.getObjectAt(i));
            Moment thisUpdate = Moment.exact(one.getThisUpdate().getDate().toInstant());
            Moment nextUpdate = one.getNextUpdate() == null
                    ? null
                    : Moment.exact(one.getNextUpdate().getDate().toInstant());
            reading.add(new OcspAnswer(
                    ExtensionText.serial(
                            one.getCertID().getSerialNumber().getValue().toString(16)),
                    switch (one.getCertStatus().getTagNo()) {
                        case 0 -> State.GOOD;
                        case 1 -> State.REVOKED;
                        default -> State.UNKNOWN;
                    },
                    thisUpdate,
                    nextUpdate,
                    responder,
                    Bytes.wrap(bytes.clone()),
                    reading.file()));
        }
    }

    private static String name(ResponderID responder) {
        if (responder.getName() != null) {
            return responder.getName().toString();
        }
        byte[] hash = responder.getKeyHash();
        return hash == null ? "" : "key " + HexFormat.of().formatHex(hash);
    }
}
