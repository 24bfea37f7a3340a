extension Templates {
  /// The page that a coach opens first: every set against every mistake.
  static let index = """
    {{>head}}
    <header>
    <p class="soft small">Squat form, estimated from keypoints</p>
    <h1>{{heading}}</h1>
    <dl class="facts">
    {{#facts}}
    <div><dt>{{label}}</dt><dd class="big num">{{value}}</dd></div>
    {{/facts}}
    </dl>
    </header>
    <main id="main">
    {{#hasSets}}
    <h2>Sets, the most to work on first</h2>
    <div class="tools" id="tools" hidden>
    <input type="search" id="find" placeholder="Find a set or athlete" aria-label="Find a set or athlete">
    <label class="small">Order <select id="order"><option value="worst">most to work on</option>\
    <option value="good">fewest good reps</option><option value="name">name</option></select></label>
    <label class="small"><input type="checkbox" id="only"> only with something to work on</label>
    <span class="soft small" id="shown" role="status"></span>
    </div>
    <div class="scroll">
    {{{grid}}}
    </div>
    <ul class="legend small">
    <li class="absent">✓ fine</li>
    <li class="present">▲ mild</li>
    <li class="present">▲▲ moderate</li>
    <li class="present">▲▲▲ severe</li>
    <li class="borderline">≈ close: the limit lies within the error</li>
    <li class="unseen">– not seen: this recording cannot show it</li>
    </ul>
    {{/hasSets}}
    {{#hasUnseen}}
    <h2>What no recording here can show</h2>
    <ul>
    {{#unseen}}
    <li><strong>{{faults}}</strong>: {{reason}}</li>
    {{/unseen}}
    </ul>
    {{/hasUnseen}}
    {{#hasUnusable}}
    <h2 id="unusable">Files that could not be used</h2>
    <table><thead><tr><th scope="col">File</th><th scope="col">Why</th></tr></thead><tbody>
    {{#unusable}}
    <tr><td><bdi>{{name}}</bdi></td><td>{{reason}}</td></tr>
    {{/unusable}}
    </tbody></table>
    {{/hasUnusable}}
    <h2>Settings and limits used</h2>
    <dl class="facts small">
    {{#settings}}
    <div><dt>{{label}}</dt><dd>{{value}}</dd></div>
    {{/settings}}
    </dl>
    {{{limits}}}
    </main>
    {{>foot}}
    """
}
