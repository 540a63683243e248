/// Loads librsvg while the program runs, and draws SVG with it and with the Cairo that it brings.
///
/// Calls must not overlap: Pango, which draws the texts, shares tables between them.

#ifndef CRSVG_H
#define CRSVG_H

#include <stdbool.h>
#include <stddef.h>

/// A loaded librsvg, which lives as long as the process.
typedef struct RsvgLibrary RsvgLibrary;

/// What was drawn, or why nothing was; `rsvgFree` frees both.
typedef struct {
  unsigned char *_Nullable bytes;
  size_t length;
  char *_Nullable reason;
} RsvgResult;

/// Loads librsvg by name and finds its functions; NULL if it is not there, or too old.
RsvgLibrary *_Nullable rsvgOpen(const char *_Nonnull name);

/// The three parts of the version; zeros if the library does not tell.
void rsvgVersion(const RsvgLibrary *_Nonnull library, unsigned int *_Nonnull parts);

/// Draws an SVG document of `width` by `height` points as PNG on white, `scale` pixels for a point.
RsvgResult rsvgDrawPNG(
    const RsvgLibrary *_Nonnull library, const unsigned char *_Nonnull svg, size_t length,
    double width, double height, double scale);

/// Draws an SVG document of `width` by `height` points as one page of PDF, without a date.
RsvgResult rsvgDrawPDF(
    const RsvgLibrary *_Nonnull library, const unsigned char *_Nonnull svg, size_t length,
    double width, double height, const char *_Nonnull title);

/// Frees what a drawing left.
void rsvgFree(RsvgResult result);

#endif
