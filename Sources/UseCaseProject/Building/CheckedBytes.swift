/// A file that only this program reads: what it is, its content, and a sum by which a damaged one is
/// noticed.
func checked(_ content: [UInt8], header: String) -> [UInt8] {
  var file = ByteWriter()
  file.write(header)
  file.write(content)
  file.write(ContentHash(content).value)
  return file.bytes
}

/// What `checked` was given; nil where the bytes are something else, or damaged.
func content(of bytes: [UInt8], header: String) -> ArraySlice<UInt8>? {
  var reader = ByteReader(bytes)
  guard let found = try? reader.string(), found == header, let content = try? reader.text(),
    let sum = try? reader.number(), sum == ContentHash(content).value, reader.isAtEnd
  else { return nil }
  return content
}
