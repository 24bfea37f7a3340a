// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "kernels",
  targets: [
    .target(name: "CKernels", linkerSettings: [.linkedLibrary("m")]),
    .executableTarget(
      name: "kernels", dependencies: ["CKernels"],
      swiftSettings: [.treatAllWarnings(as: .error)]),
  ]
)
