/// What the pages do beyond showing: find, filter and sort, with the choice kept in the address.
/// Without it, everything is still there to read.
enum Script {
  static let source = """
    'use strict';
    (() => {
      const $ = (id) => document.getElementById(id);
      const grid = $('sets');
      const state = new URLSearchParams(location.hash.slice(1));
      const save = () => {
        const text = state.toString();
        history.replaceState(null, '', text ? '#' + text : location.pathname + location.search);
      };
      const keep = (key, value) => {
        if (value) { state.set(key, value); } else { state.delete(key); }
        save();
      };
      if (grid && $('tools')) {
        $('tools').hidden = false;
        const body = grid.tBodies[0];
        const rows = [...body.rows];
        const orders = {
          worst: (a, b) => b.dataset.weight - a.dataset.weight,
          name: (a, b) => a.dataset.place - b.dataset.place,
          good: (a, b) => a.dataset.good - b.dataset.good,
        };
        const show = () => {
          const wanted = $('find').value.toLowerCase();
          let shown = 0;
          for (const row of rows) {
            const fits = row.dataset.text.includes(wanted) &&
              (!$('only').checked || row.dataset.weight > 0);
            row.hidden = !fits;
            shown += fits;
          }
          const order = orders[$('order').value] || orders.worst;
          const sorted = rows.slice().sort(
            (a, b) => order(a, b) || a.dataset.place - b.dataset.place);
          body.append(...sorted);
          $('shown').textContent = shown + ' of ' + rows.length + ' shown';
        };
        $('find').value = state.get('find') || '';
        $('order').value = state.get('order') || 'worst';
        $('only').checked = state.has('only');
        $('find').addEventListener('input', () => { keep('find', $('find').value); show(); });
        $('order').addEventListener('change', () => {
          keep('order', $('order').value === 'worst' ? '' : $('order').value);
          show();
        });
        $('only').addEventListener('change', () => {
          keep('only', $('only').checked ? '1' : '');
          show();
        });
        show();
      }
      const quiet = $('quiet');
      if (quiet) {
        quiet.parentElement.hidden = false;
        const apply = () => $('findings').classList.toggle('hide-quiet', quiet.checked);
        quiet.addEventListener('change', apply);
        if (!location.hash) { quiet.checked = true; }
        apply();
      }
    })();
    """
}
