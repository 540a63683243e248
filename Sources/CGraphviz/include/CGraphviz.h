/// Loads Graphviz while the program runs and hides what differs between its versions.
///
/// None of this may be called by two threads at once, because Graphviz keeps global state.

#ifndef CGRAPHVIZ_H
#define CGRAPHVIZ_H

#include <stdbool.h>
#include <stddef.h>

/// A loaded Graphviz with its context, which both live as long as the process.
typedef struct GraphvizLibrary GraphvizLibrary;

/// The extent of one line of text in points, and where its baseline is to be drawn.
typedef struct {
  double width;
  double height;
  double baseline;
  double centerline;
} GraphvizTextExtent;

/// Measures one line of UTF-8 text at a font size in points.
typedef GraphvizTextExtent (*GraphvizMeasure)(
    const char *_Nonnull text, size_t length, double size, bool bold);

/// Loads libgvc by name and finds its functions; NULL if it is not there, or not as expected.
GraphvizLibrary *_Nullable graphvizOpen(const char *_Nonnull name);

/// The path of the file that libgvc was loaded from, or NULL if the system does not tell.
const char *_Nullable graphvizPath(const GraphvizLibrary *_Nonnull library);

/// Loads a plugin's file and returns its description, which has the name `symbol`.
void *_Nullable graphvizOpenPlugin(const char *_Nonnull path, const char *_Nonnull symbol);

/// Starts Graphviz with the plugin for the layout engine `dot` and with a measure for texts.
bool graphvizStart(
    GraphvizLibrary *_Nonnull library, void *_Nonnull dotPlugin, GraphvizMeasure _Nonnull measure);

/// The version of a Graphviz that has been started, or NULL if it does not tell.
const char *_Nullable graphvizVersion(const GraphvizLibrary *_Nonnull library);

/// Adds the plugin of other layout engines to a Graphviz that has been started.
bool graphvizAddPlugin(GraphvizLibrary *_Nonnull library, void *_Nonnull plugin);

/// Makes the calling thread read and write numbers with a point, and returns what it did before.
void *_Nullable graphvizEnterNeutralLocale(void);

/// Undoes `graphvizEnterNeutralLocale`.
void graphvizLeaveNeutralLocale(void *_Nullable previous);

/// Reads a graph from DOT; NULL if there is none. `inOrder` numbers its objects in the order of the
/// text, as the engine 'dot' needs it; `hasMore` tells whether another graph follows.
void *_Nullable graphvizRead(
    GraphvizLibrary *_Nonnull library, const char *_Nonnull dot, bool inOrder, bool *_Nonnull hasMore);

/// Lays a graph out and writes the result into its attributes.
bool graphvizLayOut(
    GraphvizLibrary *_Nonnull library, void *_Nonnull graph, const char *_Nonnull engine);

/// Frees the layout of a graph.
void graphvizFreeLayout(GraphvizLibrary *_Nonnull library, void *_Nonnull graph);

/// Frees a graph.
void graphvizClose(GraphvizLibrary *_Nonnull library, void *_Nonnull graph);

/// Takes the messages since the last call; each begins with the byte 1, then its severity.
///
/// The text stays valid until the next call of any of these functions.
const char *_Nonnull graphvizTakeMessages(void);

/// Whether a font of that name is drawn bold.
bool graphvizIsBold(const char *_Nonnull fontName);

/// How many bytes a text has before the null byte that ends it.
size_t graphvizLength(const char *_Nonnull text);

/// The first node of a graph, in the order of its text.
void *_Nullable graphvizFirstNode(GraphvizLibrary *_Nonnull library, void *_Nonnull graph);
/// The node after another.
void *_Nullable graphvizNextNode(
    GraphvizLibrary *_Nonnull library, void *_Nonnull graph, void *_Nonnull node);
/// The first edge whose tail is a node.
void *_Nullable graphvizFirstEdge(
    GraphvizLibrary *_Nonnull library, void *_Nonnull graph, void *_Nonnull tail);
/// The edge after another with the same tail.
void *_Nullable graphvizNextEdge(
    GraphvizLibrary *_Nonnull library, void *_Nonnull graph, void *_Nonnull edge);
/// The first subgraph of a graph or subgraph.
void *_Nullable graphvizFirstSubgraph(GraphvizLibrary *_Nonnull library, void *_Nonnull graph);
/// The subgraph after another of the same parent.
void *_Nullable graphvizNextSubgraph(GraphvizLibrary *_Nonnull library, void *_Nonnull subgraph);

/// The name of a graph, node or edge.
const char *_Nullable graphvizName(GraphvizLibrary *_Nonnull library, void *_Nonnull object);
/// Whether a text that is the value of an attribute was written between angle brackets.
bool graphvizIsMarkup(GraphvizLibrary *_Nonnull library, const char *_Nonnull text);
/// The attribute of that name which objects of this kind have, or NULL if none has it.
void *_Nullable graphvizAttribute(
    GraphvizLibrary *_Nonnull library, void *_Nonnull object, const char *_Nonnull name);
/// The value of an attribute.
const char *_Nullable graphvizValue(
    GraphvizLibrary *_Nonnull library, void *_Nonnull object, void *_Nonnull attribute);

#endif
