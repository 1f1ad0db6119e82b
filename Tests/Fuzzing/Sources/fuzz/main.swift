import FoundationEssentials
import LibFuzzer

// No argument names the target: libFuzzer starts this program again with arguments of its own.
let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"]
guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
  let names = FuzzTarget.all.map(\.name).joined(separator: "|")
  print("usage: FUZZ_TARGET=\(names) fuzz [libFuzzer's options] [folders with inputs]")
  throw FuzzUsage()
}

FuzzTarget.current = target
var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
_ = LLVMFuzzerRunDriver(&count, &arguments) { data, size in
  FuzzTarget.current?.run(Array(UnsafeBufferPointer(start: data, count: size)))
  return 0
}

/// There is no target of that name.
struct FuzzUsage: Error {}
