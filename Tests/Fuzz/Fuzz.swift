import FuzzTargets
import Glibc
import Synchronization

/// The target that FORMCHECK_FUZZ names.
private let target: FuzzTarget = {
  let name = getenv("FORMCHECK_FUZZ").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
    fatalError("FORMCHECK_FUZZ names one of \(FuzzTarget.all.map(\.name))")
  }
  atexit {
    let rows = FuzzTarget.rowsCompared.load(ordering: .relaxed)
    if rows > 0 { print("\(rows) rows were compared") }
  }
  return target
}()

/// What libFuzzer calls with every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let violation = target.violation(bytes) { fatalError("\(target.name): \(violation)") }
  return 0
}
