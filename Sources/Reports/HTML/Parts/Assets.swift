internal import Faults
internal import Pose

/// The files that all pages of a report share.
package enum Assets {
  /// The name of the script within the folder `assets`.
  package static let scriptName = "formcheck.js"

  /// The name of the index's data within the same folder, where there is much of it.
  package static let setsName = "sets.js"

  /// The look of all pages; it stands in each of them, so that a page alone looks right.
  static let style = PackageResources.formcheck_css

  /// The script: how findings are drawn, then what pages do beyond showing.
  package static let script: [UInt8] = {
    var json = JSONWriter()
    json.object { json in
      for fault in FaultID.allCases { FigureMark.write(fault, to: &json) }
    }
    return Array("'use strict';\nconst marks = ".utf8) + json.bytes + Array(";\n".utf8)
      + PackageResources.formcheck_js
  }()
}
