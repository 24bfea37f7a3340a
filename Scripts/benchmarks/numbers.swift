import Foundation

/// Parses every number of the CSV files named on the command line with one plain loop over bytes:
/// sign, digits, point, digits; anything else ends a field. The first line is passed over.
func sum(of bytes: UnsafeRawBufferPointer) -> (count: Int, sum: Double) {
  var count = 0
  var total = 0.0
  var mantissa = 0
  var scale = 0
  var negative = false
  var digits = false
  var point = false
  let powers: [Double] = (0...18).map { pow(10, Double($0)) }
  var start = 0
  while start < bytes.count, bytes[start] != 10 { start += 1 }
  for i in start..<bytes.count {
    let byte = bytes[i]
    if byte >= 48, byte <= 57 {
      mantissa = mantissa &* 10 &+ Int(byte &- 48)
      digits = true
      if point { scale &+= 1 }
    } else if byte == 46 {
      point = true
    } else if byte == 45 {
      negative = true
    } else {
      if digits {
        let value = Double(mantissa) / powers[min(scale, 18)]
        total += negative ? -value : value
        count &+= 1
      }
      mantissa = 0
      scale = 0
      negative = false
      digits = false
      point = false
    }
  }
  return (count, total)
}

var count = 0
var total = 0.0
for path in CommandLine.arguments.dropFirst() {
  let file = open(path, O_RDONLY)
  var status = stat()
  guard file >= 0, fstat(file, &status) == 0 else { exit(1) }
  let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Int(status.st_size), alignment: 64)
  var filled = 0
  while filled < buffer.count {
    let got = read(file, buffer.baseAddress! + filled, buffer.count - filled)
    if got <= 0 { break }
    filled += got
  }
  close(file)
  let part = sum(of: UnsafeRawBufferPointer(rebasing: buffer[..<filled]))
  count += part.count
  total += part.sum
  buffer.deallocate()
}
print(count, total)
