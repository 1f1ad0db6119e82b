/// SHA-256 (FIPS 180-4), for the digests that are written when building.
///
/// The program itself computes digests with swift-crypto, and a test holds these against those. Here it would have to be
/// compiled a second time, for the machine that builds.
enum SHA256 {
  /// In lower-case hexadecimal.
  static func digest(_ message: [UInt8]) -> String {
    var state = initial
    for block in blocks(message) { compress(&state, block) }
    return state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  /// The message with its padding and length, in blocks of sixteen words.
  private static func blocks(_ message: [UInt8]) -> [[UInt32]] {
    var bytes = message + [0x80]
    while bytes.count % 64 != 56 { bytes.append(0) }
    bytes += (0..<8).map { UInt8(truncatingIfNeeded: UInt64(message.count * 8) >> (56 - 8 * UInt64($0))) }
    return stride(from: 0, to: bytes.count, by: 64).map { start in
      (0..<16).map { word in
        bytes[(start + 4 * word)..<(start + 4 * word + 4)].reduce(0) { $0 << 8 | UInt32($1) }
      }
    }
  }

  private static func compress(_ state: inout [UInt32], _ block: [UInt32]) {
    var words = block
    for index in 16..<64 {
      let (early, late) = (words[index - 15], words[index - 2])
      words.append(
        words[index - 16] &+ (turn(early, 7) ^ turn(early, 18) ^ early >> 3) &+ words[index - 7]
          &+ (turn(late, 17) ^ turn(late, 19) ^ late >> 10))
    }
    var part = state
    for index in 0..<64 {
      let choice = part[4] & part[5] ^ ~part[4] & part[6]
      let majority = part[0] & part[1] ^ part[0] & part[2] ^ part[1] & part[2]
      let first =
        part[7] &+ (turn(part[4], 6) ^ turn(part[4], 11) ^ turn(part[4], 25)) &+ choice
        &+ constants[index] &+ words[index]
      let second = (turn(part[0], 2) ^ turn(part[0], 13) ^ turn(part[0], 22)) &+ majority
      part = [first &+ second] + part[..<7]
      part[4] &+= first
    }
    for index in 0..<8 { state[index] &+= part[index] }
  }

  private static func turn(_ word: UInt32, _ bits: UInt32) -> UInt32 { word >> bits | word << (32 - bits) }

  private static let initial: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
