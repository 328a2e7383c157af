#!/usr/bin/python3
"""A client that signs in by Kerberos over HTTP and runs one command, its messages sealed by MIT Kerberos in the layout that
Windows has: what is not the ciphertext stands before it, and the ciphertext is as long as the message.

sealed_client.py PORT SCHEME COMMAND: prints what the command printed. The ticket is that of KRB5CCNAME.
"""
import base64
import http.client
import re
import sys
import uuid

import gssapi
from gssapi.raw import IOV, IOVBufferType, unwrap_iov, wrap_iov

port, scheme, command = sys.argv[1:4]
KIND = {"Kerberos": "Kerberos", "Negotiate": "SPNEGO"}[scheme]
PROTOCOL = f"application/HTTP-{KIND}-session-encrypted"
MECHANISM = gssapi.OID.from_int_seq({"Kerberos": "1.2.840.113554.1.2.2", "Negotiate": "1.3.6.1.5.5.2"}[scheme])
SHELL = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell"
TRANSFER = "http://schemas.xmlsoap.org/ws/2004/09/transfer/"

connection = http.client.HTTPConnection("localhost", int(port))
flags = gssapi.RequirementFlag
context = gssapi.SecurityContext(
    name=gssapi.Name("HTTP@localhost", gssapi.NameType.hostbased_service),
    mech=MECHANISM,
    usage="initiate",
    flags=flags.mutual_authentication | flags.confidentiality | flags.integrity,
)


def post(body, headers):
    connection.request("POST", "/wsman", body, headers)
    answer = connection.getresponse()
    return answer, answer.read()


token = context.step()
while token:
    answer, _ = post(b"", {"Authorization": f"{scheme} {base64.b64encode(token).decode()}"})
    offered = answer.getheader("WWW-Authenticate", "")
    assert " " in offered, f"refused: {answer.status} {offered}"
    token = context.step(base64.b64decode(offered.split(" ", 1)[1]))
assert context.complete and answer.status == 200


def ask(action, selectors, body):
    envelope = (
        '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"'
        ' xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing"'
        ' xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"'
        f' xmlns:rsp="{SHELL}"><s:Header><a:To>http://localhost/wsman</a:To>'
        f"<a:Action>{action}</a:Action><a:MessageID>uuid:{uuid.uuid4()}</a:MessageID>"
        f"<w:ResourceURI>{SHELL}/cmd</w:ResourceURI>{selectors}</s:Header><s:Body>{body}</s:Body></s:Envelope>"
    ).encode()
    sealed = IOV(IOVBufferType.header, envelope, std_layout=False)
    wrap_iov(context, sealed, confidential=True)
    header, data = sealed[0].value, sealed[1].value
    answer, reply = post(
        f"--Encrypted Boundary\r\n\tContent-Type: {PROTOCOL}\r\n"
        f"\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length={len(envelope)}\r\n"
        "--Encrypted Boundary\r\n\tContent-Type: application/octet-stream\r\n".encode()
        + len(header).to_bytes(4, "little")
        + header
        + data
        + b"--Encrypted Boundary--\r\n",
        {"Content-Type": f'multipart/encrypted;protocol="{PROTOCOL}";boundary="Encrypted Boundary"'},
    )
    head, rest = reply.split(b"\tContent-Type: application/octet-stream\r\n", 1)
    assert PROTOCOL.encode() in head, head
    rest = rest[: rest.rindex(b"--Encrypted Boundary--")]
    end = 4 + int.from_bytes(rest[:4], "little")
    length = int(re.search(rb"Length=(\d+)", head).group(1))
    assert len(rest) - end == length, "the ciphertext is as long as the message"
    opened = IOV((IOVBufferType.header, False, rest[4:end]), (IOVBufferType.data, False, rest[end:]), std_layout=False)
    assert unwrap_iov(context, opened).encrypted
    text = opened[1].value.decode()
    assert answer.status == 200, text
    return text


created = ask(TRANSFER + "Create", "", "<rsp:Shell><rsp:OutputStreams>stdout</rsp:OutputStreams></rsp:Shell>")
shell = re.search('Name="ShellId">([^<]+)<', created).group(1)
selectors = f'<w:SelectorSet><w:Selector Name="ShellId">{shell}</w:Selector></w:SelectorSet>'
started = ask(SHELL + "/Command", selectors, f"<rsp:CommandLine><rsp:Command>{command}</rsp:Command></rsp:CommandLine>")
number = re.search("CommandId>([^<]+)<", started).group(1)
wanted = f'<rsp:Receive><rsp:DesiredStream CommandId="{number}">stdout</rsp:DesiredStream></rsp:Receive>'
done = False
while not done:
    received = ask(SHELL + "/Receive", selectors, wanted)
    for piece in re.findall('<rsp:Stream Name="stdout"[^>]*>([^<]+)<', received):
        sys.stdout.buffer.write(base64.b64decode(piece))
    done = "CommandState/Done" in received
ask(TRANSFER + "Delete", selectors, "")
