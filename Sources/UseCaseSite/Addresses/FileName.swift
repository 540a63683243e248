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
