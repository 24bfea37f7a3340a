// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "kernels",
  targets: [
    .target(name: "CKernels"),
    .executableTarget(
      name: "kernels", dependencies: ["CKernels"],
      swiftSettings: [.treatAllWarnings(as: .error)]),
  ]
)
