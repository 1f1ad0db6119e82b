import LibFuzzer

// The first argument names the target; everything behind it is for libFuzzer.
let names = FuzzTarget.all.map(\.name)
guard CommandLine.arguments.count > 1, let target = FuzzTarget.all.first(where: { $0.name == CommandLine.arguments[1] })
else {
  print("usage: fuzz \(names.joined(separator: "|")) [libFuzzer's options] [folders with inputs]")
  throw FuzzUsage()
}

FuzzTarget.current = target
var count = CommandLine.argc - 1
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv + 1
_ = LLVMFuzzerRunDriver(&count, &arguments) { data, size in
  FuzzTarget.current?.run(Array(UnsafeBufferPointer(start: data, count: size)))
  return 0
}

/// There is no target of that name.
struct FuzzUsage: Error {}
