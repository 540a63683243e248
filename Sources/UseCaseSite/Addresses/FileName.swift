import UseCaseModel

/// A name for a file or an anchor of each element, without an extension: made of its key, safe on
/// every disk, and the same in whatever order the elements come.
public func fileNames(of model: Model) -> [ElementID: String] {
  var count: [String: Int] = [:]
  var slugs: [(id: ElementID, key: String, slug: String, isCut: Bool)] = []
  for element in model.elements {
    let key = element.key
    let slug = slug(ofKey: key)
    slugs.append((element.id, key, slug.name, slug.isCut))
    count[slug.name.lowercased(), default: 0] += 1
  }
  var names: [ElementID: String] = [:]
  var taken: [String: Int] = [:]
  for (id, key, slug, isCut) in slugs {
    var name = slug
    if isCut || count[slug.lowercased(), default: 0] > 1 {
      name += "~" + fingerprint(of: key)
    }
    // Only a name declared twice, which is an error, comes here a second time.
    let number = taken[name.lowercased(), default: 0] + 1
    taken[name.lowercased()] = number
    names[id] = number == 1 ? name : name + "~" + String(number)
  }
  return names
}

/// Turns a key such as `touchpoint BuyAndKeep.Pay` into a name for a file or an anchor, which every
/// disk and every address takes as it is: `touchpoint-BuyAndKeep.Pay`.
///
/// Letters outside ASCII are written as their number between tildes, so that two keys never get one
/// name but for case and length.
func slug(ofKey key: String) -> (name: String, isCut: Bool) {
  var name = ""
  for scalar in key.unicodeScalars {
    if scalar == " " {
      name += "-"
    } else if scalar.isASCII, isUnreserved(UInt8(truncatingIfNeeded: scalar.value)), scalar != "~" {
      name.unicodeScalars.append(scalar)
    } else {
      name += "~" + String(scalar.value, radix: 16) + "~"
    }
  }
  guard name.utf8.count > 120 else { return (name, false) }
  return (String(name.prefix(120)), true)
}

/// Eight hexadecimal digits of a text (FNV-1a, folded): the same on every machine.
func fingerprint(of text: String) -> String {
  var state: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in text.utf8 { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  let folded = UInt32(truncatingIfNeeded: state ^ (state >> 32))
  let digits = String(folded, radix: 16)
  return String(repeating: "0", count: 8 - digits.count) + digits
}
