#include "Interface.h"

void *graphvizFirstNode(GraphvizLibrary *library, void *graph) {
  return library->agfstnode(graph);
}

void *graphvizNextNode(GraphvizLibrary *library, void *graph, void *node) {
  return library->agnxtnode(graph, node);
}

void *graphvizFirstEdge(GraphvizLibrary *library, void *graph, void *tail) {
  return library->agfstout(graph, tail);
}

void *graphvizNextEdge(GraphvizLibrary *library, void *graph, void *edge) {
  return library->agnxtout(graph, edge);
}

void *graphvizFirstSubgraph(GraphvizLibrary *library, void *graph) {
  return library->agfstsubg(graph);
}

void *graphvizNextSubgraph(GraphvizLibrary *library, void *subgraph) {
  return library->agnxtsubg(subgraph);
}

const char *graphvizName(GraphvizLibrary *library, void *object) {
  return library->agnameof(object);
}

bool graphvizIsMarkup(GraphvizLibrary *library, const char *text) {
  return library->aghtmlstr(text);
}

void *graphvizAttribute(GraphvizLibrary *library, void *object, const char *name) {
  // Graphviz does not change the name, but only later versions say so.
  return library->agattrsym(object, (char *)name);
}

const char *graphvizValue(GraphvizLibrary *library, void *object, void *attribute) {
  return library->agxget(object, attribute);
}
