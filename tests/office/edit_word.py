"""Edits Word files in LibreOffice as people do, with changes recorded.

    edit_word.py FOLDER < files.json

The input is a list of files: `source`, `target`, `author`, and `steps`. A step finds words that
stand once and does one thing there: `replace` (with `by`), `retype` the paragraph (`by`),
`delete_paragraph`, `insert_after` the paragraph (`words`), `move_down` the paragraph, `accept` the
change. FOLDER holds LibreOffice's profile and its log.
"""
# SPDX-License-Identifier: MIT

import json
import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue


def property_of(name, value):
    result = PropertyValue()
    result.Name = name
    result.Value = value
    return result


def connect(name):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={name};urp;StarOffice.ComponentContext")
        except Exception:  # not there yet
            time.sleep(0.25)
    raise SystemExit("LibreOffice does not answer")


class Editor:
    def __init__(self, context, document):
        self.context = context
        self.document = document
        self.view = document.CurrentController

    def found(self, words):
        search = self.document.createSearchDescriptor()
        search.SearchString = words
        search.SearchCaseSensitive = True
        first = self.document.findFirst(search)
        if first is None:
            raise SystemExit(f"not found: {words}")
        if self.document.findNext(first.End, search) is not None:
            raise SystemExit(f"found twice: {words}")
        return first

    def paragraph(self, words):
        cursor = self.document.Text.createTextCursorByRange(self.found(words).Start)
        cursor.gotoStartOfParagraph(False)
        cursor.gotoEndOfParagraph(True)
        return cursor

    def dispatch(self, command):
        helper = self.context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.DispatchHelper", self.context)
        helper.executeDispatch(self.view.Frame, f".uno:{command}", "", 0, ())

    def replace(self, step):
        self.found(step["find"]).String = step["by"]

    def retype(self, step):
        self.paragraph(step["find"]).String = step["by"]

    def delete_paragraph(self, step):
        cursor = self.paragraph(step["find"])
        cursor.goRight(1, True)
        cursor.String = ""

    def insert_after(self, step):
        text = self.document.Text
        cursor = self.paragraph(step["find"])
        cursor.collapseToEnd()
        text.insertControlCharacter(cursor, 0, False)
        text.insertString(cursor, step["words"], False)

    def move_down(self, step):
        self.view.ViewCursor.gotoRange(self.paragraph(step["find"]).Start, False)
        self.dispatch("MoveDown")

    def accept(self, step):
        self.view.ViewCursor.gotoRange(self.found(step["find"]).Start, False)
        self.view.ViewCursor.goRight(2, False)
        self.dispatch("AcceptTrackedChange")


def call_author(context, name):
    provider = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.configuration.ConfigurationProvider", context)
    data = provider.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationUpdateAccess",
        (property_of("nodepath", "/org.openoffice.UserProfile/Data"),))
    data.setPropertyValue("givenname", name)
    data.setPropertyValue("sn", "")
    data.commitChanges()


def edit(context, desktop, file):
    call_author(context, file["author"])
    document = desktop.loadComponentFromURL(
        "file://" + file["source"], "_blank", 0, (property_of("Hidden", True),))
    document.RecordChanges = True
    editor = Editor(context, document)
    for step in file["steps"]:
        getattr(editor, step["act"])(step)
    document.storeToURL("file://" + file["target"],
                        (property_of("FilterName", "MS Word 2007 XML"),))
    document.close(True)


def main():
    folder = os.path.abspath(sys.argv[1])
    files = json.load(sys.stdin)
    name = f"travaux{os.getpid()}"
    with open(os.path.join(folder, "office.log"), "wb") as log:
        office = subprocess.Popen(
            ["soffice", "--headless", "--norestore",
             f"-env:UserInstallation=file://{folder}/profile", f"--accept=pipe,name={name};urp;"],
            stdout=log, stderr=log)
        try:
            context = connect(name)
            desktop = context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", context)
            for file in files:
                edit(context, desktop, file)
            try:
                desktop.terminate()
            except Exception:  # it goes before it answers
                pass
            office.wait(timeout=60)
        finally:
            office.kill()


main()
