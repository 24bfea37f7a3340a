package import Pose

#if canImport(Glibc)
  import Glibc
#endif

/// A lifter of simple geometry, whose every angle is known because it is put in.
package struct Lifter: Sendable {
  /// Segment lengths in metres.
  package var shank = 0.43
  package var thigh = 0.43
  package var trunk = 0.50
  package var neck = 0.20
  package var foot = 0.20
  package var hipHalf = 0.09
  package var shoulderHalf = 0.18
  package var ankleHalf = 0.16
  /// Angles at the bottom in degrees: shank and trunk from the vertical, knee flexion.
  package var bottom = Pose(shank: 35, knee: 115, trunk: 40, neck: 0)
  package var top = Pose(shank: 0, knee: 0, trunk: 5, neck: 0)
  /// Seconds.
  package var rest = 1.5
  package var descent = 1.4
  package var pause = 0.3
  package var ascent = 1.2
  package var fps = 30.0
  /// One depth a rep, as a share of the way from top to bottom.
  package var depths = [1.0, 1.0, 1.0]

  package struct Pose: Sendable, Equatable {
    package var shank: Double
    package var knee: Double
    package var trunk: Double
    package var neck: Double

    package init(shank: Double, knee: Double, trunk: Double, neck: Double) {
      self.shank = shank
      self.knee = knee
      self.trunk = trunk
      self.neck = neck
    }

    package func mixed(_ other: Pose, _ t: Double) -> Pose {
      Pose(
        shank: shank + (other.shank - shank) * t, knee: knee + (other.knee - knee) * t,
        trunk: trunk + (other.trunk - trunk) * t, neck: neck + (other.neck - neck) * t)
    }
  }

  package init() {}

  /// The way down at a time: 0 standing, 1 at the deepest, with smooth ends.
  package func progress(_ time: Double) -> Double {
    var t = time - rest
    for depth in depths {
      if t < 0 { return 0 }
      if t < descent { return depth * smooth(t / descent) }
      t -= descent
      if t < pause { return depth }
      t -= pause
      if t < ascent { return depth * (1 - smooth(t / ascent)) }
      t -= ascent + rest
    }
    return 0
  }

  package var duration: Double {
    rest + Double(depths.count) * (descent + pause + ascent + rest)
  }

  private func smooth(_ t: Double) -> Double { t * t * t * (10 - 15 * t + 6 * t * t) }

  /// Joint places of one pose in metres: x forward, y up, z to the lifter's left.
  package func joints(_ pose: Pose) -> [Joint: SIMD3<Double>] {
    func direction(_ degrees: Double) -> SIMD3<Double> {
      SIMD3(sin(degrees * .pi / 180), cos(degrees * .pi / 180), 0)
    }
    let ankle = SIMD3<Double>(0, 0.08, 0)
    let knee = ankle + direction(pose.shank) * shank
    // Knee flexion turns the thigh backwards from the line of the shank.
    let hip = knee + direction(pose.shank - pose.knee) * thigh
    let shoulder = hip + direction(pose.trunk) * trunk
    let head = shoulder + direction(pose.trunk + pose.neck) * neck
    var joints: [Joint: SIMD3<Double>] = [:]
    for (side, sign) in [(Side.left, 1.0), (Side.right, -1.0)] {
      func beside(_ p: SIMD3<Double>, _ half: Double) -> SIMD3<Double> {
        p + SIMD3(0, 0, sign * half)
      }
      joints[side.ankle] = beside(ankle, ankleHalf)
      joints[side.knee] = beside(knee, ankleHalf)
      joints[side.hip] = beside(hip, hipHalf)
      joints[side.shoulder] = beside(shoulder, shoulderHalf)
      joints[side.ear] = beside(head, 0.07)
      joints[side.eye] = beside(head + SIMD3(0.08, 0.03, 0), 0.03)
      joints[side.heel] = beside(SIMD3(-0.05, 0.02, 0), ankleHalf)
      joints[side.toe] = beside(SIMD3(foot - 0.05, 0.02, 0), ankleHalf)
    }
    joints[.nose] = head + SIMD3(0.10, 0, 0)
    return joints
  }

  /// A recording of the set. `place` turns a joint's place into the recording's coordinates.
  package func record(
    dimensions: Int, place: (SIMD3<Double>) -> SIMD3<Double> = { $0 }
  ) -> Recording {
    let count = Int((duration * fps).rounded())
    var recording = Recording(
      name: "lifter.csv", layout: "test", dimensions: dimensions, count: count)
    recording.fps = fps
    recording.times = (0..<count).map { Double($0) / fps }
    recording.fpsSource = .timeColumn
    var tracks: [Joint: Track] = [:]
    for frame in 0..<count {
      let pose = top.mixed(bottom, progress(Double(frame) / fps))
      for (joint, p) in joints(pose) {
        let q = place(p)
        tracks[joint, default: .missing(count: count, dimensions: dimensions)].x[frame] =
          Float(q.x)
        tracks[joint]?.y[frame] = Float(q.y)
        if dimensions == 3 { tracks[joint]?.z[frame] = Float(q.z) }
      }
    }
    for (joint, track) in tracks { recording[joint] = track }
    return recording
  }

  /// Filmed from a camera turned by `yaw` degrees from the side: 0 shows the lifter facing right,
  /// 90 facing the camera. Parallel projection, 500 pixels a metre.
  package func filmed(yaw: Double = 0) -> Recording {
    let c = cos(yaw * .pi / 180)
    let s = sin(yaw * .pi / 180)
    return record(dimensions: 2) { p in
      SIMD3(600 + 500 * (p.x * c + p.z * s), 500 * p.y, 0)
    }
  }
}

/// A seeded generator, so that a failing case can be named (Steele et al. 2014, SplitMix).
package struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A value from a normal distribution of deviation 1.
  package mutating func normal() -> Double {
    var sum = 0.0
    for _ in 0..<12 { sum += Double.random(in: 0..<1, using: &self) }
    return sum - 6
  }
}

extension Recording {
  /// The same recording with normal noise on every coordinate.
  package func noisy(_ sd: Float, seed: UInt64) -> Recording {
    var random = SplitMix64(seed: seed)
    var copy = self
    for joint in joints {
      guard var track = copy[joint] else { continue }
      for i in 0..<count {
        track.x[i] += sd * Float(random.normal())
        track.y[i] += sd * Float(random.normal())
        if dimensions == 3 { track.z[i] += sd * Float(random.normal()) }
      }
      copy[joint] = track
    }
    return copy
  }
}
