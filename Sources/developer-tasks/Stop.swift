/// Why a task ended without success.
struct Stop: Error, CustomStringConvertible {
  let message: String

  var description: String { message }
}
