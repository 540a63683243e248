#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

#include "CRsvg.h"

// The parts of the binary interfaces of librsvg, Cairo and GLib that are used, declared here so that
// the compiler needs no headers of theirs.

typedef struct {
  double x;
  double y;
  double width;
  double height;
} Rectangle;

typedef struct {
  unsigned int domain;
  int code;
  char *message;
} Error;

typedef int WriteBytes(void *closure, const unsigned char *data, unsigned int length);

enum { formatARGB32 = 0, statusSuccess = 0, statusWriteError = 11 };
enum { metadataTitle = 0, metadataCreateDate = 5 };

struct RsvgLibrary {
  void *handle;
  void *(*rsvg_handle_new_from_data)(const unsigned char *, size_t, Error **);
  int (*rsvg_handle_render_document)(void *, void *, const Rectangle *, Error **);
  void (*g_object_unref)(void *);
  void (*g_error_free)(Error *);
  void *(*cairo_image_surface_create)(int, int, int);
  void *(*cairo_pdf_surface_create_for_stream)(WriteBytes *, void *, double, double);
  void (*cairo_pdf_surface_set_metadata)(void *, int, const char *);
  int (*cairo_surface_write_to_png_stream)(void *, WriteBytes *, void *);
  void (*cairo_surface_finish)(void *);
  int (*cairo_surface_status)(void *);
  void (*cairo_surface_destroy)(void *);
  void *(*cairo_create)(void *);
  void (*cairo_set_source_rgb)(void *, double, double, double);
  void (*cairo_paint)(void *);
  void (*cairo_destroy)(void *);
  const char *(*cairo_status_to_string)(int);
};

static void *function(const RsvgLibrary *library, const char *name, bool *complete) {
  // This finds what the libraries that librsvg needs hold, too.
  void *address = dlsym(library->handle, name);
  if (!address) *complete = false;
  return address;
}

#define FIND(name) *(void **)(&library->name) = function(library, #name, &complete)

static bool findFunctions(RsvgLibrary *library) {
  bool complete = true;
  FIND(rsvg_handle_new_from_data);
  FIND(rsvg_handle_render_document);
  FIND(g_object_unref);
  FIND(g_error_free);
  FIND(cairo_image_surface_create);
  FIND(cairo_pdf_surface_create_for_stream);
  FIND(cairo_pdf_surface_set_metadata);
  FIND(cairo_surface_write_to_png_stream);
  FIND(cairo_surface_finish);
  FIND(cairo_surface_status);
  FIND(cairo_surface_destroy);
  FIND(cairo_create);
  FIND(cairo_set_source_rgb);
  FIND(cairo_paint);
  FIND(cairo_destroy);
  FIND(cairo_status_to_string);
  return complete;
}

RsvgLibrary *rsvgOpen(const char *name) {
  void *handle = dlopen(name, RTLD_LAZY | RTLD_LOCAL);
  if (!handle) return NULL;
  RsvgLibrary *library = calloc(1, sizeof *library);
  if (library) {
    library->handle = handle;
    if (findFunctions(library)) return library;
    free(library);
  }
  dlclose(handle);
  return NULL;
}

void rsvgVersion(const RsvgLibrary *library, unsigned int *parts) {
  static const char *const names[] = {
      "rsvg_major_version", "rsvg_minor_version", "rsvg_micro_version"};
  for (int part = 0; part < 3; part++) {
    const unsigned int *value = dlsym(library->handle, names[part]);
    parts[part] = value ? *value : 0;
  }
}

typedef struct {
  unsigned char *bytes;
  size_t length;
  size_t capacity;
} Buffer;

static int append(void *closure, const unsigned char *data, unsigned int length) {
  Buffer *buffer = closure;
  size_t needed = buffer->length + length;
  if (needed > buffer->capacity) {
    size_t capacity = needed * 2;
    unsigned char *grown = realloc(buffer->bytes, capacity);
    if (!grown) return statusWriteError;
    buffer->bytes = grown;
    buffer->capacity = capacity;
  }
  memcpy(buffer->bytes + buffer->length, data, length);
  buffer->length = needed;
  return statusSuccess;
}

/// Draws the document into a surface; gives NULL, or the reason why that failed.
static char *drawInto(
    const RsvgLibrary *library, void *surface, const unsigned char *svg, size_t length,
    Rectangle page, bool onWhite) {
  Error *error = NULL;
  void *document = library->rsvg_handle_new_from_data(svg, length, &error);
  bool drawn = false;
  if (document) {
    void *context = library->cairo_create(surface);
    if (onWhite) {
      library->cairo_set_source_rgb(context, 1, 1, 1);
      library->cairo_paint(context);
    }
    drawn = library->rsvg_handle_render_document(document, context, &page, &error);
    library->cairo_destroy(context);
    library->g_object_unref(document);
  }
  if (drawn) return NULL;
  char *reason = strdup(error && error->message ? error->message : "it does not say why");
  if (error) library->g_error_free(error);
  return reason;
}

/// Frees the surface, and gives what has been written or why it has not.
static RsvgResult finish(
    const RsvgLibrary *library, void *surface, char *reason, int status, Buffer buffer) {
  if (!reason && status != statusSuccess) {
    reason = strdup(library->cairo_status_to_string(status));
  }
  library->cairo_surface_destroy(surface);
  if (!reason) {
    RsvgResult result = {buffer.bytes, buffer.length, NULL};
    return result;
  }
  free(buffer.bytes);
  RsvgResult result = {NULL, 0, reason};
  return result;
}

RsvgResult rsvgDrawPNG(
    const RsvgLibrary *library, const unsigned char *svg, size_t length, double width,
    double height, double scale) {
  Rectangle page = {0, 0, width * scale, height * scale};
  void *surface = library->cairo_image_surface_create(
      formatARGB32, (int)(page.width + 0.5), (int)(page.height + 0.5));
  Buffer buffer = {NULL, 0, 0};
  int status = library->cairo_surface_status(surface);
  if (status != statusSuccess) return finish(library, surface, NULL, status, buffer);
  char *reason = drawInto(library, surface, svg, length, page, true);
  if (!reason) status = library->cairo_surface_write_to_png_stream(surface, append, &buffer);
  return finish(library, surface, reason, status, buffer);
}

RsvgResult rsvgDrawPDF(
    const RsvgLibrary *library, const unsigned char *svg, size_t length, double width,
    double height, const char *title) {
  Rectangle page = {0, 0, width, height};
  Buffer buffer = {NULL, 0, 0};
  void *surface = library->cairo_pdf_surface_create_for_stream(append, &buffer, width, height);
  int status = library->cairo_surface_status(surface);
  if (status != statusSuccess) return finish(library, surface, NULL, status, buffer);
  library->cairo_pdf_surface_set_metadata(surface, metadataTitle, title);
  // The day would make each page another file.
  library->cairo_pdf_surface_set_metadata(surface, metadataCreateDate, "");
  char *reason = drawInto(library, surface, svg, length, page, false);
  library->cairo_surface_finish(surface);
  status = library->cairo_surface_status(surface);
  return finish(library, surface, reason, status, buffer);
}

void rsvgFree(RsvgResult result) {
  free(result.bytes);
  free(result.reason);
}
