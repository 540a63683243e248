"""The server and clients with the capabilities of Neovim, Emacs and VS Code (pytest-lsp)."""

import pathlib
import urllib.parse
import urllib.request

import pytest
import pytest_lsp
import session
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

PROFILES = ["neovim_v0.7.0", "neovim_v0.11.0", "emacs_v29.1", "visual_studio_code_v1.65.2"]


@pytest_lsp.fixture(
    params=PROFILES,
    config=ClientServerConfig(server_command=[session.COMMAND, "lsp", "--today", session.DAY]))
async def client(request, lsp_client: LanguageClient, model):
    # The client library knows no registrations; the server asks for watched files where it may.
    lsp_client.feature(types.CLIENT_REGISTER_CAPABILITY)(lambda params: None)
    profile = request.param.replace("_v", "@v")
    await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities(profile),
            root_uri=model.as_uri(),
            workspace_folders=[types.WorkspaceFolder(uri=model.as_uri(), name="model")]))
    yield
    await lsp_client.shutdown_session()


def position(text, offset):
    """Lines and columns of an offset; the model's lines up to there hold no astral characters."""
    line = text.count("\n", 0, offset)
    return types.Position(line=line, character=offset - (text.rfind("\n", 0, offset) + 1))


def edited(text, edits):
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    places = [
        (starts[edit.range.start.line] + edit.range.start.character,
         starts[edit.range.end.line] + edit.range.end.character, edit.new_text)
        for edit in edits]
    for start, end, new in sorted(places, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def changes(edit):
    """The text edits of a workspace edit, by address, in either of its forms."""
    if edit.document_changes:
        return {change.text_document.uri: change.edits for change in edit.document_changes}
    return edit.changes


def path_of(uri):
    return pathlib.Path(urllib.request.url2pathname(urllib.parse.urlparse(uri).path))


class Document:
    """An open document, changed as a whole."""

    def __init__(self, client, path):
        self.client, self.path, self.uri, self.version = client, path, path.as_uri(), 1
        self.text = path.read_text()
        client.text_document_did_open(
            types.DidOpenTextDocumentParams(
                types.TextDocumentItem(self.uri, "usecase", self.version, self.text)))

    @property
    def identifier(self):
        return types.TextDocumentIdentifier(self.uri)

    def change(self, text):
        self.text = text
        self.version += 1
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(uri=self.uri, version=self.version),
                [types.TextDocumentContentChangeWholeDocument(text)]))

    def at(self, mark, inside=0):
        return position(self.text, self.text.index(mark) + inside)

    async def findings(self, enough):
        """What the server says of the document, asked for where the server does not push."""
        for _ in range(50):
            found = self.client.diagnostics.get(self.uri, [])
            if not enough(found) and provider_pulls(self.client):
                report = await self.client.text_document_diagnostic_async(
                    types.DocumentDiagnosticParams(self.identifier))
                found = report.items
            if enough(found):
                return found
            await self.client.wait_for_notification("textDocument/publishDiagnostics")
        raise AssertionError("the diagnostics did not come")


def provider_pulls(client):
    return bool(getattr(client.capabilities.text_document, "diagnostic", None))


@pytest.mark.asyncio
async def test_session(client: LanguageClient, model, wanted):
    document = Document(client, model / session.FILE)
    found = await document.findings(lambda all: any(d.code == session.RULE for d in all))
    mistake = next(d for d in found if d.code == session.RULE)
    assert session.MISSPELT in mistake.message

    offered = await client.text_document_completion_async(
        types.CompletionParams(document.identifier, document.at(session.MISSPELT)))
    items = offered.items if hasattr(offered, "items") else offered
    assert session.RIGHT in {item.label for item in items}

    card = await client.text_document_hover_async(
        types.HoverParams(document.identifier, document.at(f"usecase {session.OLD}", 9)))
    assert "Pay" in str(card.contents)

    actions = await client.text_document_code_action_async(
        types.CodeActionParams(
            document.identifier, mistake.range,
            types.CodeActionContext([mistake], only=[types.CodeActionKind.QuickFix])))
    action = next(action for action in actions if session.RIGHT in action.title)
    if action.edit is None:
        action = await client.code_action_resolve_async(action)
    document.change(edited(document.text, changes(action.edit)[document.uri]))

    edits = await client.text_document_formatting_async(
        types.DocumentFormattingParams(document.identifier, types.FormattingOptions(4, True)))
    document.change(edited(document.text, edits))
    document.path.write_text(document.text)

    edit = await client.text_document_rename_async(
        types.RenameParams(
            document.identifier, document.at(f"usecase {session.OLD}", 9), session.NEW))
    for uri, edits in changes(edit).items():
        path = path_of(uri)
        path.write_text(edited(path.read_text(), edits))
    session.compare(model, wanted)
