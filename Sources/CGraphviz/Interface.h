/// The parts of Graphviz' binary interface that are used; its plugins depend on them as well.
///
/// They are declared here so that the compiler needs no headers of Graphviz.

#ifndef CGRAPHVIZ_INTERFACE_H
#define CGRAPHVIZ_INTERFACE_H

#include <stdint.h>

#include "CGraphviz.h"

typedef struct {
  const char *name;
  void *address;
} PreloadedSymbol;

typedef struct {
  int identifier;
  const char *type;
  int quality;
  void *engine;
  void *features;
} InstalledPlugin;

enum { apiTextLayout = 2 };

typedef struct {
  int kind;
  InstalledPlugin *types;
} PluginInterface;

typedef struct {
  const char *name;
  PluginInterface *interfaces;
} PluginLibrary;

enum { fontIsBold = 1 };

typedef struct {
  char *name;
  char *color;
  void *postscriptAlias;
  double size;
  // The lower seven bits are flags, the others a count.
  unsigned int flags;
} TextFont;

typedef struct {
  double x;
  double y;
} GraphvizPoint;

typedef struct {
  char *text;
  TextFont *font;
  void *layout;
  void (*freeLayout)(void *layout);
  double baseline;
  double centerline;
  GraphvizPoint size;
  char justification;
} TextSpan;

// Version 2.43 declares the result as unsigned char, later ones as bool; 0 and 1 suit both.
typedef struct {
  unsigned char (*layOut)(TextSpan *span, char **fontPath);
} TextLayoutEngine;

typedef long GraphvizMapName(void *, int, char *, uint64_t *, int);

// How names become the numbers by which objects are found.
typedef struct {
  void *(*open)(void *, void *);
  GraphvizMapName *map;
} IdentifierDiscipline;

enum { severityWarning = 0 };

struct GraphvizLibrary {
  void *handle;
  void *context;
  void *(*gvContextPlugins)(const PreloadedSymbol *, int);
  void (*gvAddLibrary)(void *, void *);
  int (*gvLayout)(void *, void *, const char *);
  int (*gvFreeLayout)(void *, void *);
  void (*attach_attrs)(void *);
  void *(*agmemread)(const char *);
  int (*agclose)(void *);
  void *(*agfstnode)(void *);
  void *(*agnxtnode)(void *, void *);
  void *(*agfstout)(void *, void *);
  void *(*agnxtout)(void *, void *);
  void *(*agfstsubg)(void *);
  void *(*agnxtsubg)(void *);
  char *(*agnameof)(void *);
  void *(*agattrsym)(void *, char *);
  char *(*agxget)(void *, void *);
  int (*aghtmlstr)(const char *);
  int (*(*agseterrf)(int (*)(char *)))(char *);
  // Those below are not needed, and later versions may lack them.
  int (*agerr)(int, const char *, ...);
  void (*agreadline)(int);
  // Absent where objects have numbers that do not depend on addresses.
  IdentifierDiscipline *identifiers;
  GraphvizMapName *usualNumbering;
};

#endif
