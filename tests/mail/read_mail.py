"""Reads a message as programs of mail do, with Python's own library, and prints it as JSON."""
# SPDX-License-Identifier: MIT

import email
import email.policy
import json
import sys

with open(sys.argv[1], "rb") as file:
    message = email.message_from_binary_file(file, policy=email.policy.default)
heads = {}
for name, value in message.items():
    heads[name.lower()] = str(value)
parts = [
    {
        "type": part.get_content_type(),
        "file": part.get_filename() or "",
        "words": part.get_content() if part.get_content_maintype() == "text" else "",
    }
    for part in message.walk()
    if not part.is_multipart()
]
print(json.dumps({"heads": heads, "parts": parts, "type": message.get_content_type()}))
