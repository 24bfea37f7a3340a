import Pose
import Testing

@Suite struct LayoutRegistryTests {
  @Test func idsAreUnique() {
    #expect(Set(LayoutRegistry.all.map(\.id)).count == LayoutRegistry.all.count)
  }

  @Test func aliasesMeanALayoutAndNoOtherId() {
    for (alias, id) in LayoutRegistry.aliases {
      #expect(LayoutRegistry.layout(named: alias)?.id == id, "\(alias)")
    }
  }

  @Test(arguments: LayoutRegistry.all.map(\.id))
  func aLayoutIsWellFormed(id: String) throws {
    let layout = try #require(LayoutRegistry.layout(named: id))
    let joints = layout.keypoints.compactMap(\.joint)
    #expect(Set(joints).count == joints.count, "each joint once")
    #expect(Set(layout.keypoints.map(\.name)).count == layout.keypoints.count, "each name once")
    #expect(!layout.title.isEmpty && !layout.source.isEmpty)
    #expect(!layout.dimensions.isEmpty && layout.dimensions.isSubset(of: [2, 3]))
    for joint in joints { #expect(joint.mirrored == joint || joints.contains(joint.mirrored)) }
  }

  @Test(
    arguments: [
      ("coco17", 17), ("halpe26", 26), ("spinetrack37", 37), ("coco133", 133),
      ("mediapipe33", 33), ("body25", 25), ("body25b", 25), ("coco18", 18), ("mpi15", 15),
      ("h36m17", 17), ("kinect25", 25), ("azure_kinect32", 32), ("smpl24", 24),
      ("apple_vision_2d", 19), ("apple_vision_3d", 17), ("plug_in_gait", 39),
    ])
  func aLayoutHasItsKeypoints(id: String, count: Int) {
    #expect(LayoutRegistry.layout(named: id)?.keypoints.count == count)
  }

  @Test func namesAreTakenInAnySpelling() {
    #expect(LayoutRegistry.layout(named: "Kinect-v2")?.id == "kinect25")
    #expect(LayoutRegistry.layout(named: "BODY_25B")?.id == "body25b")
    #expect(LayoutRegistry.layout(named: "COCO 17")?.id == "coco17")
    #expect(LayoutRegistry.layout(named: "nonsense") == nil)
  }
}
