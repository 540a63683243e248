#define _GNU_SOURCE
#include <dlfcn.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#ifdef __APPLE__
#include <xlocale.h>
#endif

#include "Interface.h"

static GraphvizMeasure measure;

static struct {
  char *text;
  size_t length;
  size_t capacity;
} messages;

static void appendToMessages(const char *text, size_t length) {
  size_t needed = messages.length + length + 1;
  if (needed > messages.capacity) {
    char *grown = realloc(messages.text, needed * 2);
    // Without memory a message is lost, which is better than the layout.
    if (!grown) return;
    messages.text = grown;
    messages.capacity = needed * 2;
  }
  memcpy(messages.text + messages.length, text, length);
  messages.length += length;
  messages.text[messages.length] = 0;
}

/// Graphviz reports a message in three parts: the severity, a colon, and the text.
static int receiveMessage(char *text) {
  if (!strcmp(text, "Warning") || !strcmp(text, "Error")) appendToMessages("\1", 1);
  appendToMessages(text, strlen(text));
  return 0;
}

static int ignoreMessage(char *text) {
  (void)text;
  return 0;
}

const char *graphvizTakeMessages(void) {
  if (!messages.length) return "";
  messages.length = 0;
  return messages.text;
}

bool graphvizIsBold(const char *fontName) { return strcasestr(fontName, "bold") != NULL; }

size_t graphvizLength(const char *text) { return strlen(text); }

static unsigned char layOutText(TextSpan *span, char **fontPath) {
  (void)fontPath;
  const TextFont *font = span->font;
  bool bold = (font->flags & fontIsBold) || (font->name && graphvizIsBold(font->name));
  const char *text = span->text ? span->text : "";
  GraphvizTextExtent extent = measure(text, strlen(text), font->size, bold);
  span->size.x = extent.width;
  span->size.y = extent.height;
  span->baseline = extent.baseline;
  span->centerline = extent.centerline;
  span->layout = NULL;
  span->freeLayout = NULL;
  return 1;
}

static TextLayoutEngine textEngine = {layOutText};
static InstalledPlugin textTypes[] = {{0, "textlayout", 1000, &textEngine, NULL}, {0}};
static PluginInterface textInterfaces[] = {{apiTextLayout, textTypes}, {0}};
static PluginLibrary textPlugin = {"usecase", textInterfaces};

static void *function(const GraphvizLibrary *library, const char *name, bool *complete) {
  void *address = dlsym(library->handle, name);
  if (!address) *complete = false;
  return address;
}

#define FIND(name) *(void **)(&library->name) = function(library, #name, &complete)

static bool findFunctions(GraphvizLibrary *library) {
  bool complete = true;
  FIND(gvContextPlugins);
  FIND(gvAddLibrary);
  FIND(gvLayout);
  FIND(gvFreeLayout);
  FIND(attach_attrs);
  FIND(agmemread);
  FIND(agclose);
  FIND(agfstnode);
  FIND(agnxtnode);
  FIND(agfstout);
  FIND(agnxtout);
  FIND(agfstsubg);
  FIND(agnxtsubg);
  FIND(agnameof);
  FIND(agattrsym);
  FIND(agxget);
  FIND(aghtmlstr);
  FIND(agseterrf);
  bool found = complete;
  FIND(agerr);
  FIND(agreadline);
  return found;
}

GraphvizLibrary *graphvizOpen(const char *name) {
  void *handle = dlopen(name, RTLD_LAZY | RTLD_LOCAL);
  if (!handle) return NULL;
  GraphvizLibrary *library = calloc(1, sizeof *library);
  if (library) {
    library->handle = handle;
    if (findFunctions(library)) return library;
    free(library);
  }
  dlclose(handle);
  return NULL;
}

const char *graphvizPath(const GraphvizLibrary *library) {
  Dl_info info;
  void *address = dlsym(library->handle, "gvContextPlugins");
  return address && dladdr(address, &info) ? info.dli_fname : NULL;
}

void *graphvizOpenPlugin(const char *path, const char *symbol) {
  void *handle = dlopen(path, RTLD_LAZY | RTLD_LOCAL);
  return handle ? dlsym(handle, symbol) : NULL;
}

const char *graphvizVersion(const GraphvizLibrary *library) {
  char *(*version)(void *) = NULL;
  *(void **)&version = dlsym(library->handle, "gvcVersion");
  return version && library->context ? version(library->context) : NULL;
}

static uint64_t nextIdentifier;

/// Numbers objects in the order of the text; for names that have no number here, Graphviz keeps a
/// table of its own, and asks again for a number.
static long numberObject(void *state, int kind, char *name, uint64_t *identifier, int create) {
  (void)state;
  (void)kind;
  if (name || !create) return 0;
  *identifier = nextIdentifier;
  // Even numbers would be taken for addresses.
  nextIdentifier += 2;
  return 1;
}

/// Finds out how names become numbers, where that needs mending.
///
/// Version 2 takes the addresses of names for their numbers, and 'dot' visits clusters in the order
/// of their numbers, so that a layout would depend on what else stands in memory.
static void findNumbering(GraphvizLibrary *library) {
  const char *version = graphvizVersion(library);
  if (!version || strncmp(version, "2.", 2)) return;
  library->identifiers = dlsym(library->handle, "AgIdDisc");
  if (library->identifiers) library->usualNumbering = library->identifiers->map;
}

bool graphvizStart(GraphvizLibrary *library, void *dotPlugin, GraphvizMeasure textMeasure) {
  // Only plugins in this list can measure text: those added later are ignored for that.
  static PreloadedSymbol plugins[3] = {
      {"gvplugin_usecase_LTX_library", &textPlugin}, {"gvplugin_dot_layout_LTX_library", NULL}};
  plugins[1].address = dotPlugin;
  measure = textMeasure;
  library->agseterrf(receiveMessage);
  library->context = library->gvContextPlugins(plugins, 0);
  if (library->context) findNumbering(library);
  return library->context != NULL;
}

bool graphvizAddPlugin(GraphvizLibrary *library, void *plugin) {
  if (!library->context) return false;
  library->gvAddLibrary(library->context, plugin);
  return true;
}

void *graphvizEnterNeutralLocale(void) {
  static locale_t neutral;
  if (!neutral) neutral = newlocale(LC_ALL_MASK, "C", (locale_t)0);
  return neutral ? uselocale(neutral) : NULL;
}

void graphvizLeaveNeutralLocale(void *previous) {
  if (previous) uselocale((locale_t)previous);
}

/// Lets Graphviz' buffer for messages grow beyond any message about this text.
///
/// Version 2.43 formats a message that is longer than its buffer twice from one list of arguments,
/// and so reads arguments that nobody gave; here these are given twice.
static void growMessageBuffer(GraphvizLibrary *library, const char *dot) {
  static size_t grown = 1024;
  size_t length = strlen(dot);
  if (!library->agerr || length < grown / 4) return;
  library->agseterrf(ignoreMessage);
  library->agerr(severityWarning, "%s%s%s%s", dot, dot, dot, dot, dot, dot, dot, dot);
  library->agseterrf(receiveMessage);
  grown = length * 4;
}

void *graphvizRead(GraphvizLibrary *library, const char *dot, bool inOrder, bool *hasMore) {
  *hasMore = false;
  nextIdentifier = 1;
  if (library->identifiers) {
    library->identifiers->map = inOrder ? numberObject : library->usualNumbering;
  }
  growMessageBuffer(library, dot);
  // Otherwise lines would be counted on from the text before.
  if (library->agreadline) library->agreadline(1);
  void *graph = library->agmemread(dot);
  // What follows the graph stays in the parser's buffer and would spoil the next text.
  for (void *next; graph && (next = library->agmemread("")); *hasMore = true) {
    library->agclose(next);
  }
  return graph;
}

bool graphvizLayOut(GraphvizLibrary *library, void *graph, const char *engine) {
  if (library->gvLayout(library->context, graph, engine)) return false;
  library->attach_attrs(graph);
  return true;
}

void graphvizFreeLayout(GraphvizLibrary *library, void *graph) {
  library->gvFreeLayout(library->context, graph);
}

void graphvizClose(GraphvizLibrary *library, void *graph) { library->agclose(graph); }
