// kernels              the least time of each kernel, a line each: name, nanoseconds a unit, unit,
//                      units a call
// kernels --list       the same without times
// kernels NAME CALLS   calls one kernel so often and prints nothing, for counting instructions

let suite = Suite.all
let arguments = CommandLine.arguments.dropFirst()

if let name = arguments.first, let calls = arguments.dropFirst().first.flatMap({ Int($0) }) {
  guard let benchmark = suite.first(where: { $0.name == name }) else {
    fatalError("no kernel is called \(name)")
  }
  let call = benchmark.prepare()
  for _ in 0..<calls { call() }
} else if arguments.first == "--list" {
  for benchmark in suite { print("\(benchmark.name),\(benchmark.unit),\(benchmark.count)") }
} else {
  for benchmark in suite {
    let thousandths = Int(benchmark.nanoseconds() * 1000 + 0.5)
    let fraction = String(thousandths % 1000)
    let zeros = String(repeating: "0", count: 3 - fraction.utf8.count)
    let time = "\(thousandths / 1000).\(zeros)\(fraction)"
    print("\(benchmark.name),\(time),\(benchmark.unit),\(benchmark.count)")
  }
}
