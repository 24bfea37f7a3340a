// What the pages do beyond showing. Without it, everything is still there to read.

const byId = (id) => document.getElementById(id);

// An element with a class and what it contains.
const make = (name, kind, ...inside) => {
  const element = document.createElement(name);
  if (kind) { element.className = kind; }
  element.append(...inside);
  return element;
};
const draw = (name, attributes) => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) { element.setAttribute(key, value); }
  return element;
};

// The index: find, filter and sort, with the choice kept in the address. The sets are the rows of
// the page or, when there are many, come from a data script and get rows as they are shown.
class Index {
  constructor(items) {
    this.items = items;
    this.body = byId('sets').tBodies[0];
    this.state = new URLSearchParams(location.hash.slice(1));
    const choose = (select, value) => {
      if ([...select.options].some((option) => option.value === value)) { select.value = value; }
    };
    byId('find').value = this.state.get('find') || '';
    choose(byId('order'), this.state.get('order'));
    choose(byId('fault'), this.state.get('fault'));
    byId('only').checked = this.state.has('only');
    const keep = (id, kind, value) => byId(id).addEventListener(kind, (event) => {
      this.keep(id, value(event.target));
      this.show();
    });
    keep('find', 'input', (field) => field.value);
    keep('fault', 'change', (field) => field.value);
    keep('only', 'change', (field) => (field.checked ? '1' : ''));
    keep('order', 'change', (field) => (field.value === 'worst' ? '' : field.value));
    byId('more').addEventListener('click', () => this.more());
    new IntersectionObserver((seen) => { if (seen[0].isIntersecting) { this.more(); } })
      .observe(byId('more'));
    byId('tools').hidden = false;
    if (byId('rest')) { byId('rest').remove(); }
    this.show();
  }

  keep(key, value) {
    if (value) { this.state.set(key, value); } else { this.state.delete(key); }
    const text = this.state.toString();
    history.replaceState(null, '', text ? '#' + text : location.pathname + location.search);
  }

  show() {
    const wanted = byId('find').value.toLowerCase();
    const fault = byId('fault').value;
    const orders = {
      worst: (a, b) => b.weight - a.weight,
      name: () => 0,
      good: (a, b) => a.good - b.good,
      date: (a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0),
    };
    const order = orders[byId('order').value];
    this.found = this.items.filter((item) => item.text.includes(wanted) &&
      (!fault || item.faults.includes(fault)) && (!byId('only').checked || item.weight > 0));
    this.found.sort((a, b) => order(a, b) || a.place - b.place);
    byId('shown').textContent = this.found.length + ' of ' + this.items.length + (this.items.length === 1 ? ' set' : ' sets');
    this.body.replaceChildren();
    this.more();
  }

  // Adds the next rows.
  more() {
    const shown = this.body.rows.length;
    this.body.append(...this.found.slice(shown, shown + 100).map((item) => item.row()));
    byId('more').hidden = this.body.rows.length >= this.found.length;
  }
}

const setOfRow = (row) => ({
  row: () => row,
  text: row.cells[0].textContent.toLowerCase(),
  faults: row.dataset.faults.split(' '),
  weight: +row.dataset.weight,
  place: +row.dataset.place,
  good: +row.dataset.good,
  date: row.dataset.date,
});

const cellKinds = {
  a: ['absent', '✓', 'fine'], u: ['unseen', '–', 'not seen'], b: ['borderline', '≈', 'close'],
  m: ['mild', '▲', 'mild'], o: ['moderate', '▲▲', 'moderate'], s: ['severe', '▲▲▲', 'severe'],
};

const setOfData = (set, faults) => {
  const cells = set.cells.split(' ').map((word) => word.split('.'));
  const link = (fragment, ...inside) => {
    const element = make(set.page ? 'a' : 'span', '', ...inside);
    if (set.page) { element.href = set.page + fragment; }
    return element;
  };
  const cell = ([letter, reps, first], place) => {
    if (letter === '-') { return make('td'); }
    const [kind, sign, word] = cellKinds[letter];
    const inside = [make('b', '', sign), word];
    if (+reps) { inside.push(make('br'), reps + ' of ' + set.reps); }
    return first ? make('td', kind, link('#f-' + first + '-' + faults[place], ...inside))
      : make('td', kind, ...inside);
  };
  const spark = () => {
    const points = atob(set.spark);
    if (points.length < 2) { return ''; }
    const svg = draw('svg', { class: 'spark', viewBox: '0 0 240 52', 'aria-hidden': 'true' });
    const path = [...points].map((point, place) =>
      Math.floor(4 + 232 * place / (points.length - 1)) + ' ' +
      Math.floor(6 + 40 * point.charCodeAt(0) / 255)).join(' ');
    svg.append(draw('path', { d: 'M' + path }));
    return svg;
  };
  return {
    text: (set.title + ' ' + set.details).toLowerCase(),
    faults: faults.filter((_, place) => 'mos'.includes(cells[place][0])),
    weight: set.weight,
    place: set.place,
    good: set.reps ? Math.floor(100 * set.good / set.reps) : 0,
    date: set.date,
    row: () => {
      const name = make('th', 'set', link('', make('bdi', '', set.title)), make('br'),
        make('span', 'soft', make('bdi', '', set.details)));
      name.scope = 'row';
      const good = set.reps ? set.good + ' of ' + set.reps : make('span', 'soft', 'no rep');
      return make('tr', '', name, make('td', '', spark()), make('td', 'num', good),
        ...cells.map(cell));
    },
  };
};

// Called by the index's data script, where there is one.
const formcheckSets = (data) => new Index(data.sets.map((set) => setOfData(set, data.faults)));

if (byId('sets') && !byId('rest')) { new Index([...byId('sets').tBodies[0].rows].map(setOfRow)); }

// A recording's data: columns of differences from one number to the next. -127 is a missing
// value; -128 announces a whole one in four bytes.
const unpack = (data) => {
  const bytes = Int8Array.from(atob(data.data), (letter) => letter.charCodeAt(0));
  let place = 0;
  const column = () => {
    const numbers = new Float32Array(data.kept);
    let last = 0;
    for (let index = 0; index < data.kept; index += 1) {
      const byte = bytes[place];
      place += 1;
      if (byte === -127) { numbers[index] = NaN; continue; }
      if (byte === -128) {
        last = (bytes[place] & 255) | (bytes[place + 1] & 255) << 8 |
          (bytes[place + 2] & 255) << 16 | bytes[place + 3] << 24;
        place += 4;
      } else {
        last += byte;
      }
      numbers[index] = last;
    }
    return numbers;
  };
  const sums = () => {
    let sum = 0;
    return Float64Array.from(column(), (step) => { sum += step; return sum; });
  };
  const rows = sums();
  const times = sums().map((time) => time / 1000);
  const numbers = data.numbered ? sums() : null;
  const joints = data.joints.map(() => Array.from({ length: data.dimensions }, column));
  const curves = {};
  for (const name of data.curves) { curves[name] = { values: column(), deviations: column() }; }
  const bones = [];
  for (let index = 0; index < data.bones.length; index += 2) {
    bones.push([data.bones[index], data.bones[index + 1]]);
  }
  return { ...data, rows, times, numbers, joints, names: data.joints, curves, bones };
};

// The index of the number nearest to a wanted one among ascending ones.
const nearest = (numbers, wanted) => {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] < wanted) { low = middle + 1; } else { high = middle; }
  }
  return low > 0 && wanted - numbers[low - 1] < numbers[low] - wanted ? low - 1 : low;
};

const headJoints = ['nose', 'leftEye', 'rightEye', 'leftEar', 'rightEar', 'headCenter'];

// The stick figure on its canvas.
class Stage {
  constructor(canvas, data, reps) {
    this.canvas = canvas;
    this.data = data;
    this.context = canvas.getContext('2d');
    this.turn = 0;
    this.index = new Map(data.names.map((name, place) => [name, place]));
    this.frame(reps);
  }

  // Fits everything between the first rep's start and the last one's end.
  frame(reps) {
    const { data } = this;
    const first = reps.length ? reps[0].start : 0;
    const last = reps.length ? reps[reps.length - 1].end : data.kept - 1;
    const range = (axis) => {
      const values = [];
      const step = Math.max(1, Math.floor((last - first) / 200));
      for (const joint of data.joints) {
        for (let at = first; at <= last; at += step) {
          if (!Number.isNaN(joint[axis][at])) { values.push(joint[axis][at]); }
        }
      }
      values.sort((a, b) => a - b);
      const edge = Math.floor(values.length * 0.002);
      return values.length ? [values[edge], values[values.length - 1 - edge]] : [0, 1];
    };
    const x = range(0);
    const y = range(1);
    this.middle = [(x[0] + x[1]) / 2, 0];
    let width = x[1] - x[0];
    if (data.dimensions === 3) {
      const z = range(2);
      this.middle = [(x[0] + x[1]) / 2, (z[0] + z[1]) / 2];
      width = Math.hypot(width, z[1] - z[0]);
    }
    this.low = y[0];
    this.scale = 620 / Math.max(width, (y[1] - y[0]) * 1.08, 1);
  }

  // A joint's place on the canvas; null where it was not seen.
  place(joint, at, shift = [0, 0]) {
    const { data } = this;
    const [xs, ys, zs] = data.joints[joint];
    if (Number.isNaN(xs[at]) || Number.isNaN(ys[at])) { return null; }
    let x = xs[at] - this.middle[0];
    if (zs) {
      const angle = this.turn * Math.PI / 180;
      x = x * Math.cos(angle) + (zs[at] - this.middle[1]) * Math.sin(angle);
    }
    return [360 + x * this.scale + shift[0], 664 - (ys[at] - this.low) * this.scale + shift[1]];
  }

  // The middle of those of the joints that were seen.
  spot(names, at, shift) {
    let [x, y, count] = [0, 0, 0];
    for (const name of names) {
      const joint = this.index.get(name);
      const place = joint === undefined ? null : this.place(joint, at, shift);
      if (place) { x += place[0]; y += place[1]; count += 1; }
    }
    return count ? [x / count, y / count] : null;
  }

  draw(at, ghost, fault, isFrontal) {
    const { context } = this;
    const style = getComputedStyle(document.documentElement);
    const color = (name) => style.getPropertyValue('--' + name);
    context.clearRect(0, 0, 720, 720);
    context.lineCap = 'round';
    context.lineJoin = 'round';
    this.stroke([[20, 676], [700, 676]], color('line'), 3);
    if (ghost !== null) {
      const feet = ['leftAnkle', 'rightAnkle'];
      const [here, there] = [this.spot(feet, at), this.spot(feet, ghost)];
      const shift = here && there ? [here[0] - there[0], here[1] - there[1]] : [0, 0];
      context.globalAlpha = 0.55;
      this.lifter(ghost, color('blue'), color('blue'), color('card'), shift);
      context.globalAlpha = 1;
    }
    this.lifter(at, color('ink'), color('soft'), color('card'), [0, 0]);
    if (fault && marks[fault]) {
      for (const mark of isFrontal ? marks[fault].front : marks[fault].side) {
        this.mark(mark, at, color('orange'));
      }
    }
  }

  lifter(at, near, far, paper, shift) {
    const { context, data } = this;
    for (const isFar of [true, false]) {
      for (const [a, b] of data.bones) {
        const right = data.names[a].startsWith('right') && data.names[b].startsWith('right');
        if (right !== isFar) { continue; }
        const [from, to] = [this.place(a, at, shift), this.place(b, at, shift)];
        if (from && to) { this.stroke([from, to], isFar ? far : near, isFar ? 6 : 8); }
      }
    }
    const head = this.spot(headJoints, at, shift);
    const neck = this.spot(['leftShoulder', 'rightShoulder', 'spineTop'], at, shift);
    if (head && neck) { this.stroke([neck, head], near, 8); }
    if (head) {
      context.beginPath();
      context.arc(head[0], head[1], 24, 0, 2 * Math.PI);
      context.fillStyle = paper;
      context.fill();
      context.lineWidth = 7;
      context.strokeStyle = near;
      context.stroke();
    }
  }

  stroke(points, color, width, dash = []) {
    const { context } = this;
    context.beginPath();
    points.forEach(([x, y], place) => {
      if (place) { context.lineTo(x, y); } else { context.moveTo(x, y); }
    });
    context.setLineDash(dash);
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke();
    context.setLineDash([]);
  }

  mark(mark, at, color) {
    const a = this.spot(mark.a, at);
    const b = mark.b ? this.spot(mark.b, at) : a;
    if (!a || !b) { return; }
    const guide = (from, to) => this.stroke([from, to], color, 4, [10, 10]);
    const solid = (from, to) => this.stroke([from, to], color, 11);
    switch (mark.kind) {
      case 'line': return solid(a, b);
      case 'guide': return guide(a, b);
      case 'level': return guide([a[0] - 120, a[1]], [a[0] + 120, a[1]]);
      case 'plumb': return guide(a, [a[0], a[1] - 220]);
      case 'gap': return solid(a, [b[0], a[1]]);
      default: return this.arc(mark, a, b, at, color, guide);
    }
  }

  arc(mark, a, b, at, color, guide) {
    let way = [b[0] < a[0] ? -1 : 1, 0];
    if (mark.kind === 'up') { way = [0, -1]; }
    if (mark.kind === 'along') {
      const [c, d] = [this.spot(mark.c, at), this.spot(mark.d, at)];
      if (!c || !d) { return; }
      way = [d[0] - c[0], d[1] - c[1]];
    }
    const from = Math.atan2(way[1], way[0]);
    const to = Math.atan2(b[1] - a[1], b[0] - a[0]);
    guide(a, [a[0] + 150 * Math.cos(from), a[1] + 150 * Math.sin(from)]);
    const { context } = this;
    context.beginPath();
    context.arc(a[0], a[1], 78, from, to, Math.sin(to - from) < 0);
    context.strokeStyle = color;
    context.lineWidth = 6;
    context.stroke();
  }
}

// The curves of a page, with the cursor that they share.
class Curves {
  constructor(data, moved) {
    this.data = data;
    this.start = data.times[0];
    this.span = data.times[data.kept - 1] - this.start;
    this.charts = [...document.querySelectorAll('.chart')].map((svg) => this.prepare(svg));
    for (const { svg } of this.charts) {
      const follow = (event) => {
        const box = svg.getBoundingClientRect();
        const x = (event.clientX - box.left) / box.width * 1440;
        moved(nearest(data.times, this.start + (x - 72) / 1352 * this.span));
      };
      svg.addEventListener('pointermove', follow);
      svg.addEventListener('pointerdown', follow);
    }
  }

  prepare(svg) {
    const names = svg.dataset.curves.split(' ');
    const cursor = draw('path', { class: 'cursor' });
    const dots = names.map(() => draw('circle', { class: 'cursor-dot', r: 7 }));
    svg.append(cursor, ...dots);
    const output = svg.closest('figure').querySelector('output');
    return { svg, names, cursor, dots, output, low: +svg.dataset.low, high: +svg.dataset.high };
  }

  show(at) {
    const x = 72 + (this.data.times[at] - this.start) / this.span * 1352;
    for (const chart of this.charts) {
      chart.cursor.setAttribute('d', 'M' + x + ' 8V224');
      const isRatio = chart.svg.dataset.unit === '';
      const steps = isRatio ? 1000 : 10;
      const said = [];
      chart.names.forEach((name, place) => {
        const { values, deviations } = this.data.curves[name];
        const value = values[at] / steps;
        chart.dots[place].style.display = Number.isNaN(value) ? 'none' : '';
        if (Number.isNaN(value)) { return; }
        const y = 224 - (value - chart.low) / (chart.high - chart.low) * 208;
        chart.dots[place].setAttribute('cx', x);
        chart.dots[place].setAttribute('cy', y);
        const round = (number) =>
          (isRatio ? number.toFixed(2) : Math.round(number) + '°').replace('-', '−');
        const side = name.endsWith('left') ? 'left ' : name.endsWith('right') ? 'right ' : '';
        const error = deviations[at] > 0 ? ' ± ' + round(deviations[at] / steps) : '';
        said.push(side + round(value) + error);
      });
      chart.output.textContent = said.join(' · ') || 'not seen here';
    }
  }
}

// Called by the data script of a recording's page.
const formcheck = (packed) => {
  const player = byId('player');
  if (!player) { return; }
  const data = unpack(packed);
  const ends = player.dataset.reps.split(' ').filter(Boolean).map((row) => nearest(data.rows, +row));
  const reps = [];
  for (let place = 0; place < ends.length; place += 3) {
    reps.push({ start: ends[place], bottom: ends[place + 1], end: ends[place + 2] });
  }
  const best = reps[+player.dataset.best - 1];
  const is3D = data.dimensions === 3;
  const stage = new Stage(byId('stage'), data, reps);
  let at = reps.length ? reps[0].start : 0;
  let fault = '';
  let playing = null;

  const repAt = (position) => reps.findIndex((rep) => rep.start <= position && position <= rep.end);

  // The best rep at the same share of the way down or up.
  const ghostAt = (position) => {
    const rep = reps[repAt(position)];
    if (!best || !rep || rep === best || !byId('ghost').checked) { return null; }
    const share = (low, high) => (high > low ? (position - low) / (high - low) : 0);
    return Math.round(position < rep.bottom
      ? best.start + share(rep.start, rep.bottom) * (best.bottom - best.start)
      : best.bottom + share(rep.bottom, rep.end) * (best.end - best.bottom));
  };

  const words = (position) => {
    const place = repAt(position);
    const rep = reps[place];
    const phase = !rep ? 'between reps'
      : 'rep ' + (place + 1) + ', ' + (position === rep.bottom ? 'at the bottom'
        : position < rep.bottom ? 'on the way down' : 'on the way up');
    const own = data.numbers && data.numbers[position] !== data.rows[position]
      ? ' (file’s ' + data.numbers[position] + ')' : '';
    return data.times[position].toFixed(2) + ' s · frame ' + data.rows[position] + own + ' · ' + phase;
  };

  const redraw = () => {
    const isFrontal = is3D ? Math.abs(Math.sin(stage.turn * Math.PI / 180)) > 0.7
      : player.dataset.front === '1';
    stage.draw(at, ghostAt(at), fault, isFrontal);
  };

  let curves = null;
  const show = (position) => {
    at = Math.min(Math.max(position, 0), data.kept - 1);
    redraw();
    curves.show(at);
    const text = words(at);
    byId('now').textContent = text + (fault ? ' · marked: ' + titles[fault] : '');
    byId('scrub').value = at;
    byId('scrub').setAttribute('aria-valuetext', text);
    player.dataset.row = data.rows[at];
  };

  const stop = () => {
    if (playing !== null) { cancelAnimationFrame(playing); }
    playing = null;
    byId('play').textContent = 'Play';
  };
  const play = () => {
    if (playing !== null) { return stop(); }
    if (at >= data.kept - 1) { show(0); }
    byId('play').textContent = 'Pause';
    let before = null;
    let clock = data.times[at];
    const tick = (now) => {
      if (before !== null) { clock += (now - before) / 1000 * +byId('speed').value; }
      before = now;
      show(nearest(data.times, clock));
      if (at >= data.kept - 1) { return stop(); }
      playing = requestAnimationFrame(tick);
    };
    playing = requestAnimationFrame(tick);
  };
  const seek = (position) => { stop(); show(position); };
  const turnTo = (angle) => {
    stage.turn = angle;
    if (byId('turn')) { byId('turn').value = angle; }
    redraw();
  };

  // Findings: their titles, and their frames on request.
  const titles = {};
  for (const link of document.querySelectorAll('.card .go strong')) {
    titles[link.parentElement.dataset.fault] = link.textContent.toLowerCase();
  }
  for (const group of document.querySelectorAll('.fault')) {
    const link = group.querySelector('.go');
    if (link) { titles[link.dataset.fault] = group.querySelector('b').textContent.toLowerCase(); }
  }
  const present = (link) => {
    fault = link.dataset.fault;
    if (is3D) { turnTo(marks[fault].frontal ? 90 : 0); }
    seek(nearest(data.rows, +link.dataset.row));
  };
  document.addEventListener('click', (event) => {
    const link = event.target.closest('.go[data-row]');
    if (!link) { return; }
    event.preventDefault();
    present(link);
    const box = player.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) { byId('watch').scrollIntoView(); }
    byId('stage').focus({ preventScroll: true });
  });
  const followAddress = () => {
    const target = location.hash.startsWith('#f-') ? byId(location.hash.slice(1)) : null;
    if (!target) { return; }
    target.closest('details').open = true;
    target.scrollIntoView();
    const link = target.querySelector('.go');
    if (link) { present(link); }
  };

  byId('scrub').max = data.kept - 1;
  byId('scrub').addEventListener('input', (event) => seek(+event.target.value));
  byId('play').addEventListener('click', play);
  byId('back').addEventListener('click', () => seek(at - 1));
  byId('next').addEventListener('click', () => seek(at + 1));
  byId('ghost').addEventListener('change', redraw);
  byId('ghost-label').hidden = !best || reps.length < 2;
  if (is3D) {
    byId('turn').addEventListener('input', (event) => turnTo(+event.target.value));
    byId('from-side').addEventListener('click', () => turnTo(0));
    byId('from-front').addEventListener('click', () => turnTo(90));
    let grip = null;
    byId('stage').addEventListener('pointerdown', (event) => {
      grip = event.clientX - stage.turn * 2;
      event.target.setPointerCapture(event.pointerId);
    });
    byId('stage').addEventListener('pointermove', (event) => {
      if (grip !== null) { turnTo(Math.max(-180, Math.min(180, (event.clientX - grip) / 2))); }
    });
    byId('stage').addEventListener('pointerup', () => { grip = null; });
  }
  document.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) { return; }
    const kind = event.target.tagName;
    if (kind === 'INPUT' || kind === 'SELECT') { return; }
    // Within a table wider than its frame, the arrow keys are the frame's.
    if (event.target.matches('.scroll') && event.target.scrollWidth > event.target.clientWidth) { return; }
    const step = event.shiftKey ? 10 : 1;
    if (event.key === 'ArrowLeft') { seek(at - step); }
    else if (event.key === 'ArrowRight') { seek(at + step); }
    else if (event.key === 'Home' && kind === 'CANVAS') { seek(0); }
    else if (event.key === 'End' && kind === 'CANVAS') { seek(data.kept - 1); }
    else if (event.key === 'Escape') { fault = ''; show(at); return; }
    else if (event.key === ' ' && (kind === 'CANVAS' || kind === 'BODY')) { play(); }
    else { return; }
    event.preventDefault();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  addEventListener('hashchange', followAddress);

  player.hidden = false;
  curves = new Curves(data, seek);
  show(at);
  followAddress();
};
