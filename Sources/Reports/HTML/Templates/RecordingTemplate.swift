extension Templates {
  /// The page of one recording and person.
  static let recording = """
    {{>head}}
    <header>
    <p class="small screen"><a href="../index.html">All sets</a></p>
    <h1><bdi>{{heading}}</bdi></h1>
    <p class="soft">{{about}}</p>
    <dl class="facts">
    <div><dt>Good reps</dt><dd class="big num">{{good}}</dd></div>
    {{#facts}}
    <div><dt>{{label}}</dt><dd>{{value}}</dd></div>
    {{/facts}}
    </dl>
    </header>
    <main id="main">
    {{#hasAdvice}}
    <h2>What to work on first</h2>
    <div class="cards first">
    {{#advice}}{{>advice}}{{/advice}}
    </div>
    {{/hasAdvice}}
    {{^hasAdvice}}
    <h2>What to work on first</h2>
    <p>{{nothing}}</p>
    {{/hasAdvice}}
    {{#hasReps}}
    <h2>Reps</h2>
    <p class="soft small">Each figure is the lifter at the bottom of the rep; the right side is \
    drawn lighter, and what a finding is about is orange.</p>
    <div class="cards">
    {{#reps}}{{>rep}}{{/reps}}
    </div>
    {{/hasReps}}
    {{#hasOthers}}
    <h3>Movements that were not counted</h3>
    <ul>
    {{#others}}<li>{{text}}</li>{{/others}}
    </ul>
    {{/hasOthers}}
    {{#hasCharts}}
    <h2>Angles over time</h2>
    <p class="soft small">Grey: the reps, with their bottom dotted. The band around a curve is its \
    error, one standard deviation to each side.</p>
    {{#charts}}
    <figure class="curve">
    <figcaption><h3>{{title}}</h3> <span class="tech">{{technical}}</span>{{{key}}}</figcaption>
    <div class="scroll">{{{chart}}}</div>
    <details><summary>These values as a table</summary>{{{table}}}</details>
    </figure>
    {{/charts}}
    {{/hasCharts}}
    {{#hasFindings}}
    <h2>Every finding</h2>
    <div class="tools" hidden><label class="small"><input type="checkbox" id="quiet"> only what is \
    there or close</label></div>
    <div class="scroll" id="findings">{{{findings}}}</div>
    {{/hasFindings}}
    {{#hasAssessment}}
    <h2>Back Squat Assessment</h2>
    <p class="soft small">Ten criteria that coaches use (Myer and others, 2014), as far as keypoints \
    show them: a summary, not a score.</p>
    <div class="scroll">{{{assessment}}}</div>
    {{/hasAssessment}}
    {{#hasUnseen}}
    <h2>What this recording cannot show</h2>
    <ul>
    {{#unseen}}
    <li><strong>{{faults}}</strong>: {{reason}}</li>
    {{/unseen}}
    </ul>
    {{/hasUnseen}}
    <h2>How good the recording is</h2>
    <ul>
    {{#quality}}<li>{{text}}</li>{{/quality}}
    </ul>
    {{#hasMeasures}}
    <details><summary>All measures of every rep</summary><div class="scroll">{{{measures}}}</div></details>
    {{/hasMeasures}}
    </main>
    {{>foot}}
    """

  /// One thing to work on.
  static let advice = """
    <article class="card">
    <h3>{{title}}</h3>
    <p class="small"><span class="present">{{mark}}</span> · {{when}}</p>
    <p class="cue">{{cue}}</p>
    {{#hasExercises}}
    <p class="small soft">Exercises to choose from</p>
    <ul class="small">
    {{#exercises}}<li>{{text}}</li>{{/exercises}}
    </ul>
    {{/hasExercises}}
    <p class="tech">{{technical}}</p>
    </article>

    """

  /// One rep.
  static let rep = """
    <article class="card" id="rep-{{index}}">
    <div class="rephead"><h3>Rep {{index}}</h3><span class="badge {{badge}}">{{verdict}}</span></div>
    <p class="soft small num">{{times}}</p>
    {{{figure}}}
    <ul class="list small">
    {{#notes}}
    <li><span class="{{kind}}">{{mark}}</span> <strong>{{title}}</strong><br>{{reason}} \
    <a href="#f-{{index}}-{{fault}}">Details</a></li>
    {{/notes}}
    {{#isFine}}<li>Nothing stood out in what can be seen.</li>{{/isFine}}
    </ul>
    </article>

    """
}
