import Kinematics
import Pose
import Signals
import TestSupport
import Testing

/// A standing lifter's markers, in millimetres: x forward, y to the left, z up.
private func markers(count: Int = 40) -> Recording {
  let places: [Joint: SIMD3<Float>] = [
    .leftASIS: [0, 120, 1000], .rightASIS: [0, -120, 1000],
    .leftPSIS: [-150, 50, 1010], .rightPSIS: [-150, -50, 1010],
    .leftLateralKnee: [-40, 150, 500], .rightLateralKnee: [-40, -150, 500],
    .leftThighWand: [-40, 190, 750], .rightThighWand: [-40, -190, 750],
    .leftLateralAnkle: [-40, 140, 90], .rightLateralAnkle: [-40, -140, 90],
    .leftAcromion: [-60, 180, 1450], .rightAcromion: [-60, -180, 1450],
    .leftToe: [120, 130, 30], .rightToe: [120, -130, 30],
    .leftHeel: [-90, 130, 40], .rightHeel: [-90, -130, 40],
  ]
  var recording = Recording(name: "markers", layout: "test", dimensions: 3, count: count)
  for (joint, p) in places {
    recording[joint] = Track(
      x: [Float](repeating: p.x, count: count), y: [Float](repeating: p.y, count: count),
      z: [Float](repeating: p.z, count: count))
  }
  return recording
}

@Suite struct JointCentersFromMarkers {
  @Test func hipsFollowTheRegression() throws {
    let body = try #require(Body(Cleaning.clean(markers())))
    let left = try #require(body[.leftHip])
    let right = try #require(body[.rightHip])
    // Harrington et al. 2007 for a pelvis 240 mm wide: 0.33 × 240 + 7.3 to each side.
    #expect(abs((left.left[20] - right.left[20]) - 2 * (0.33 * 240 + 7.3)) < 0.5)
    // −0.24 × depth − 9.9 forward, with the pelvis's depth as the markers have it.
    let forward = left.forward[20]
    #expect(forward < -40 && forward > -55)
  }

  @Test func kneesLieInwardsOfTheirMarkers() throws {
    let body = try #require(Body(Cleaning.clean(markers())))
    let knee = try #require(body[.leftKnee])
    #expect(abs((150 - knee.left[20]) - 60) < 8)
  }

  @Test func markersGiveMetresToo() throws {
    var small = markers()
    for joint in small.joints {
      guard let track = small[joint] else { continue }
      small[joint] = Track(
        x: track.x.map { $0 / 1000 }, y: track.y.map { $0 / 1000 }, z: track.z.map { $0 / 1000 })
    }
    let a = try #require(Body(Cleaning.clean(markers()))?[.leftKnee])
    let b = try #require(Body(Cleaning.clean(small))?[.leftKnee])
    #expect(abs(a.left[20] / 1000 - b.left[20]) < 1e-4)
  }
}
