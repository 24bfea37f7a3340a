// swift-tools-version: 6.2

import PackageDescription

// MARK: - Settings every Swift target is built with

/// Warnings are errors, and an import shows in a signature only where it says so.
let house: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The rooms without unsafe code say so to the compiler.
let safe: [SwiftSetting] = house + [.strictMemorySafety()]

let package = Package(
  name: "formcheck",
  products: [.executable(name: "formcheck", targets: ["formcheck"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // MARK: - System and C

    .systemLibrary(name: "CLibcsv", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(
      name: "CLibarchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CXXHash", providers: [.apt(["libxxhash-dev"])]),
    .systemLibrary(name: "CLinux"),
    .target(name: "CKernels", linkerSettings: [.linkedLibrary("m")]),

    // MARK: - The house, in the order in which data walks through it

    .target(name: "Pose", swiftSettings: safe),
    .target(
      name: "Kernels", dependencies: ["CKernels"], swiftSettings: house,
      linkerSettings: [.linkedLibrary("m")]),
    .target(
      name: "PoseCSV",
      dependencies: [
        "Pose", "Kernels", "CLibcsv", "CLibarchive", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: house),
    .target(name: "Signals", dependencies: ["Pose", "Kernels"], swiftSettings: safe),
    .target(name: "Kinematics", dependencies: ["Pose", "Kernels", "Signals"], swiftSettings: safe),
    .target(name: "Reps", dependencies: ["Pose", "Kernels", "Kinematics"], swiftSettings: safe),
    .target(
      name: "Faults",
      dependencies: [
        "Pose", "Kernels", "Kinematics", "Reps", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: safe),
    .target(
      name: "Reports",
      dependencies: ["Pose", "Kinematics", "Reps", "Faults"],
      resources: [.embedInCode("Assets/formcheck.css"), .embedInCode("Assets/formcheck.js")],
      swiftSettings: safe),
    .target(
      name: "Database",
      dependencies: [
        "Pose", "Kinematics", "Reps", "Faults", "Reports",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: safe),
    .target(
      name: "Evaluation", dependencies: ["PoseCSV", "Faults", "Reports"], swiftSettings: safe),
    .target(
      name: "Comparison", dependencies: ["Pose", "Faults", "Reports"], swiftSettings: safe),
    .target(
      name: "Batch",
      dependencies: [
        "Pose", "PoseCSV", "Signals", "Kinematics", "Reps", "Faults", "Reports", "CXXHash",
        "CLinux", "Database",
      ],
      swiftSettings: house),
    .executableTarget(
      name: "formcheck",
      dependencies: [
        "Batch", "Evaluation", "Comparison", "Reports", "Faults", "Pose", "PoseCSV",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),

    // MARK: - Tests, one target a room, and the program as a whole

    .target(
      name: "TestSupport", dependencies: ["Pose"], path: "Tests/TestSupport", swiftSettings: house),
    .testTarget(name: "PoseTests", dependencies: ["Pose"], swiftSettings: house),
    .testTarget(
      name: "PoseCSVTests", dependencies: ["PoseCSV", "Pose", "CLibarchive"], swiftSettings: house),
    .testTarget(name: "KernelsTests", dependencies: ["Kernels"], swiftSettings: house),
    .testTarget(
      name: "SignalsTests", dependencies: ["Signals", "Pose", "TestSupport", "Kernels"],
      swiftSettings: house),
    .testTarget(
      name: "KinematicsTests", dependencies: ["Kinematics", "Signals", "Pose", "TestSupport"],
      swiftSettings: house
    ),
    .testTarget(
      name: "RepsTests", dependencies: ["Reps", "Kinematics", "Signals", "Pose", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "FaultsTests", dependencies: ["Faults", "Reps", "Kinematics", "Pose"],
      swiftSettings: house),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "Faults", "Reps", "Kinematics", "Pose"],
      swiftSettings: house),
    .testTarget(
      name: "DatabaseTests",
      dependencies: [
        "Database", "Reports", "Faults", "Reps", "Kinematics", "Pose",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: house),
    .testTarget(
      name: "ComparisonTests", dependencies: ["Comparison", "Reports", "Faults", "Pose"],
      swiftSettings: house),
    .testTarget(
      name: "EvaluationTests", dependencies: ["Evaluation", "Faults"], swiftSettings: house),
    .testTarget(
      name: "BatchTests",
      dependencies: [
        "Batch", "Reports", "Faults", "Reps", "Kinematics", "Signals", "PoseCSV", "Pose",
        "TestSupport",
      ],
      swiftSettings: house),
    .testTarget(
      name: "EndToEndTests", dependencies: ["formcheck", "Database", "Reports", "Faults"],
      swiftSettings: house),
    .target(
      name: "FuzzTargets", dependencies: ["Batch", "Reports", "Faults", "PoseCSV", "Pose"],
      path: "Tests/FuzzTargets", swiftSettings: house),
    .testTarget(name: "FuzzTests", dependencies: ["FuzzTargets"], swiftSettings: house),
  ]
)

// MARK: - Fuzzing, built by Scripts/fuzz alone: libFuzzer brings the main function

if Context.environment["FORMCHECK_FUZZ"] != nil {
  package.products.append(.executable(name: "fuzz", targets: ["fuzz"]))
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz", swiftSettings: house))
}
