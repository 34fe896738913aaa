"""A server of mail for tests, of aiosmtpd: it keeps what it takes as files, and answers by a script.

smtp_server.py FOLDER [--tls CERTIFICATE KEY] [--log-in USER PASSWORD] [--port PORT]
               [--answers ANSWER,ANSWER]

Each message has the next answer, the last one counts for all that follow: `ok` takes it, `451` and
the like refuse its words, `rcpt550` its reader, `drop` ends the connection after its words were
taken. The port is printed. Messages that were taken are FOLDER/1.eml, FOLDER/2.eml, ...
"""
# SPDX-License-Identifier: MIT

import argparse
import asyncio
import logging
import os
import ssl
import sys
import warnings

from aiosmtpd.smtp import SMTP, AuthResult


class Keeper:
    def __init__(self, folder: str, answers: list[str]):
        self.folder, self.answers, self.count, self.tries = folder, answers, 0, 0

    def answer(self) -> str:
        return self.answers[min(self.tries, len(self.answers) - 1)]

    def keep(self, envelope) -> None:
        self.count += 1
        path = os.path.join(self.folder, f"{self.count}.eml")
        with open(path + ".part", "wb") as out:
            out.write(b"X-Taken-From: " + envelope.mail_from.encode() + b"\r\n")
            out.write(b"X-Taken-For: " + ",".join(envelope.rcpt_tos).encode() + b"\r\n")
            out.write(envelope.content)
        os.rename(path + ".part", path)

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.answer().startswith("rcpt"):
            code = self.answer()[4:]
            self.tries += 1
            return f"{code} not here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        answer = self.answer()
        self.tries += 1
        if answer == "ok":
            self.keep(envelope)
            return "250 taken"
        if answer == "drop":
            self.keep(envelope)
            server.transport.abort()
            return "250 nobody hears this"
        return f"{answer} not now"


def main() -> None:
    # What clients that are refused do is what is tested.
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--tls", nargs=2)
    parser.add_argument("--log-in", nargs=2)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--answers", default="ok")
    said = parser.parse_args()
    keeper = Keeper(said.folder, said.answers.split(","))
    options = {"hostname": "localhost", "enable_SMTPUTF8": True}
    if said.tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*said.tls)
        options |= {"tls_context": context, "require_starttls": True}
    if said.log_in:
        user, password = (one.encode() for one in said.log_in)

        def check(server, session, envelope, mechanism, data):
            is_right = (data.login, data.password) == (user, password)
            return AuthResult(success=is_right, handled=False)

        options |= {"authenticator": check, "auth_required": True}

    async def serve() -> None:
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: SMTP(keeper, **options), "127.0.0.1", said.port)
        print(server.sockets[0].getsockname()[1], flush=True)
        await server.serve_forever()

    asyncio.run(serve())


if __name__ == "__main__":
    sys.exit(main())
