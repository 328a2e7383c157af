#!/usr/bin/python3
"""A WinRM service whose authentication and sealing are those of GSS-API: MIT Kerberos and gss-ntlmssp, so that the client is
held against code that is not ours. It prints its port, then serves until its standard input ends.

acceptor.py [CERTIFICATE HASH]: with the file of a certificate and its key over HTTPS, where Kerberos has to be bound to the
hash, which is given in hex.

Users of NTLM stand in the file that NTLM_USER_FILE names, keys of Kerberos in that of KRB5_KTNAME.
"""
import base64
import re
import socketserver
import ssl
import sys
import threading
from http.server import BaseHTTPRequestHandler

import gssapi

MECHANISMS = {
    "Kerberos": (gssapi.OID.from_int_seq("1.2.840.113554.1.2.2"), "application/HTTP-Kerberos-session-encrypted"),
    "Negotiate": (gssapi.OID.from_int_seq("1.3.6.1.4.1.311.2.2.10"), "application/HTTP-SPNEGO-session-encrypted"),
}
SOAP = "application/soap+xml;charset=UTF-8"
ENVELOPE = (
    '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"'
    ' xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing"'
    ' xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"'
    ' xmlns:rsp="http://schemas.microsoft.com/wbem/wsman/1/windows/shell">'
    "<s:Header><a:RelatesTo>%s</a:RelatesTo></s:Header><s:Body>%s</s:Body></s:Envelope>"
)
IDENTITY = (
    '<i:IdentifyResponse xmlns:i="http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd">'
    "<i:ProtocolVersion>http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd</i:ProtocolVersion>"
    "<i:ProductVendor>GSS-API</i:ProductVendor><i:ProductVersion>Stack: 3.0</i:ProductVersion></i:IdentifyResponse>"
)


def body_of(request):
    """What the host answers: each command prints its own line, then ends."""
    action = re.search(r"<a:Action[^>]*>[^<]*/(\w+)</a:Action>", request).group(1)
    if action == "Create":
        return '<w:SelectorSet><w:Selector Name="ShellId">SHELL</w:Selector></w:SelectorSet>'
    if action == "Command":
        Handler.line = re.search(r"<rsp:Command>([^<]*)</rsp:Command>", request).group(1)
        return "<rsp:CommandResponse><rsp:CommandId>COMMAND</rsp:CommandId></rsp:CommandResponse>"
    if action == "Receive":
        output = base64.b64encode(("ran " + Handler.line).encode()).decode()
        return (
            "<rsp:ReceiveResponse>"
            f'<rsp:Stream Name="stdout" CommandId="COMMAND">{output}</rsp:Stream>'
            '<rsp:CommandState CommandId="COMMAND"'
            ' State="http://schemas.microsoft.com/wbem/wsman/1/windows/shell/CommandState/Done">'
            "<rsp:ExitCode>7</rsp:ExitCode></rsp:CommandState></rsp:ReceiveResponse>"
        )
    return ""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    line = ""

    def setup(self):
        super().setup()
        self.context = None
        self.protocol = ""

    def log_message(self, *args):
        pass

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        authorization = self.headers.get("Authorization")
        if self.headers.get("WSMANIDENTIFY"):
            self.answer(200, [], SOAP, (ENVELOPE % ("", IDENTITY)).encode())
        elif authorization:
            self.authenticate(*authorization.split(" ", 1))
        elif self.context is None or not self.context.complete:
            self.answer(401, [("WWW-Authenticate", scheme) for scheme in MECHANISMS])
        else:
            self.operate(body)

    def authenticate(self, scheme, token):
        mechanism, self.protocol = MECHANISMS[scheme]
        if self.context is None or self.context.complete:
            credentials = gssapi.Credentials(usage="accept", mechs=[mechanism])
            self.context = gssapi.SecurityContext(creds=credentials, usage="accept", channel_bindings=self.server.binding)
        try:
            reply = self.context.step(base64.b64decode(token))
            # Tells what the step puts off to tell.
            is_complete = self.context.complete
        except gssapi.exceptions.GSSError as error:
            print(error, file=sys.stderr)
            self.context = None
            self.answer(401, [("WWW-Authenticate", scheme)])
            return
        headers = [("WWW-Authenticate", scheme + " " + base64.b64encode(reply).decode())] if reply else []
        self.answer(200 if is_complete else 401, headers)

    def operate(self, body):
        if self.server.binding:
            self.answer(200, [], SOAP, self.reply(body.decode()))
            return
        head, rest = body.split(b"application/octet-stream\r\n", 1)
        rest = rest[: rest.rindex(b"--Encrypted Boundary--")]
        length = int.from_bytes(rest[:4], "little")
        # Header and ciphertext together are the token that GSS-API knows.
        request = self.context.unwrap(rest[4:])
        assert request.encrypted
        assert len(request.message) == int(re.search(rb"Length=(\d+)", head).group(1))
        assert len(rest) - 4 - length == len(request.message), "the ciphertext is as long as the message"
        soap = self.reply(request.message.decode())
        token = self.context.wrap(soap, True).message
        header = len(token) - len(soap)
        self.answer(
            200,
            [],
            f'multipart/encrypted;protocol="{self.protocol}";boundary="Encrypted Boundary"',
            (
                f"--Encrypted Boundary\r\n\tContent-Type: {self.protocol}\r\n"
                f"\tOriginalContent: type={SOAP};Length={len(soap)}\r\n"
                "--Encrypted Boundary\r\n\tContent-Type: application/octet-stream\r\n"
            ).encode()
            + header.to_bytes(4, "little")
            + token
            + b"--Encrypted Boundary--\r\n",
        )

    def reply(self, text):
        return (ENVELOPE % (re.search(r"<a:MessageID>([^<]*)", text).group(1), body_of(text))).encode()

    def answer(self, status, headers, content_type=None, body=b""):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        if content_type:
            self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    daemon_threads = True
    binding = None


if __name__ == "__main__":
    with Server(("127.0.0.1", 0), Handler) as server:
        if len(sys.argv) == 3:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(sys.argv[1])
            server.socket = context.wrap_socket(server.socket, server_side=True)
            data = b"tls-server-end-point:" + bytes.fromhex(sys.argv[2])
            Server.binding = gssapi.raw.ChannelBindings(application_data=data)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(server.server_address[1], flush=True)
        sys.stdin.read()
