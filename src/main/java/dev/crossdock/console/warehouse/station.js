// A station: a scanner types a code and Enter. Each one is counted here at once; the form is sent as a whole.
(() => {
  'use strict';
  const adjust = document.getElementById('adjust');
  if (adjust) {
    // A scanner's Enter leads on to the next field; only from the last one is the form sent.
    adjust.addEventListener('keydown', event => {
      if (event.key !== 'Enter' || event.ctrlKey || event.target.id !== 'sku' || !event.target.value) return;
      event.preventDefault();
      document.getElementById('units').focus();
    });
    const first = document.getElementById('errors') || document.querySelector('.adjust-preview [autofocus]');
    (first || document.getElementById('sku')).focus();
  }
  const form = document.querySelector('[data-station]');
  if (!form) return;
  const code = form.elements.code;
  const each = form.elements.each;
  const verdict = document.getElementById('verdict');
  const body = form.querySelector('[data-lines]');
  const open = body.dataset.lines === 'open';
  const pattern = document.getElementById('station-row');
  const clear = form.querySelector('[data-station-clear]');
  const store = 'station:' + form.dataset.station;
  const rows = () => [...body.rows];
  const units = row => row.querySelector('[name=units]');
  const number = text => /^\d{1,9}$/.test(text.trim()) ? parseInt(text, 10) : 0;
  const lots = row => row.querySelector('.tally-lots');
  const names = row => lots(row).value.split(/[\s,;]+/).filter(Boolean);

  let sound;
  const beep = (pitch, seconds) => {
    try {
      sound = sound || new AudioContext();
      const tone = sound.createOscillator();
      const volume = sound.createGain();
      volume.gain.value = 0.15;
      tone.frequency.value = pitch;
      tone.connect(volume).connect(sound.destination);
      tone.start();
      tone.stop(sound.currentTime + seconds);
    } catch (none) { /* A browser without sound shows the verdict all the same. */ }
  };
  const tell = (role, words) => {
    verdict.className = 'station-verdict role-' + role;
    verdict.textContent = words;
    if (role === 'critical') beep(220, 0.5);
    else beep(role === 'warning' ? 440 : 880, 0.08);
  };

  const keep = () => {
    const lines = rows().map(row => [...row.querySelectorAll('input, textarea')].map(input => input.value)
        .concat(row.dataset.codes, row.querySelector('.tally-title').textContent));
    const fields = [...form.querySelectorAll('.station-fields [name]')].map(field => field.value);
    sessionStorage.setItem(store, JSON.stringify({lines, fields}));
    clear.hidden = false;
  };
  const added = (sku, title, codes) => {
    const row = pattern.content.firstElementChild.cloneNode(true);
    row.dataset.codes = codes;
    row.querySelector('.tally-sku').textContent = sku;
    row.querySelector('.tally-title').textContent = title;
    row.querySelector('[name=sku]').value = sku;
    units(row).id = 'units-' + sku;
    units(row).setAttribute('aria-label', units(row).getAttribute('aria-label') + sku);
    body.append(row);
    const none = form.querySelector('.station-none');
    if (none) none.remove();
    return row;
  };
  const restore = () => {
    const kept = JSON.parse(sessionStorage.getItem(store) || 'null');
    if (!kept || form.dataset.typed) return;
    let total = 0;
    kept.lines.forEach(values => {
      const row = rows().find(one => one.querySelector('input').value === values[0])
          || (open ? added(values[0], values[values.length - 1], values[values.length - 2]) : null);
      if (!row) return;
      row.querySelectorAll('input, textarea').forEach((input, i) => { input.value = values[i]; });
      if (lots(row)) units(row).dataset.follows = units(row).value;
      total += number(units(row).value);
    });
    [...form.querySelectorAll('.station-fields [name]')].forEach((field, i) => {
      if (i < kept.fields.length) field.value = kept.fields[i];
    });
    clear.hidden = false;
    if (total) tell('warning', total + ' from before are not sent yet.');
  };

  const count = row => {
    rows().forEach(other => delete other.dataset.last);
    row.dataset.last = 'yes';
    row.scrollIntoView({block: 'nearest'});
    const name = row.querySelector('.tally-sku').textContent;
    if (units(row).type === 'hidden') {
      tell('success', name + ' is on the list.');
      keep();
      return;
    }
    if (each.value === 'ask') {
      tell('success', name + ': how many?');
      units(row).focus();
      units(row).select();
      return;
    }
    if (lots(row) && lots(row).dataset.serial) {
      tell('success', name + ': scan its serial numbers.');
      if (lots(row).value && !lots(row).value.endsWith('\n')) lots(row).value += '\n';
      lots(row).focus();
      return;
    }
    judge(row, number(units(row).value) + 1, name);
    keep();
  };
  // Units that nobody typed are as many as the lots and serial numbers say.
  const follow = row => {
    const field = units(row);
    if (field.value && field.value !== field.dataset.follows) return;
    const serial = lots(row).dataset.serial;
    const told = names(row).map(name => serial ? 1 : Number((name.match(/\*(\d{1,9})/) || [])[1]));
    const sum = told.reduce((all, one) => all + one, 0);
    if (Number.isNaN(sum)) return;
    field.value = told.length ? sum : '';
    field.dataset.follows = field.value;
  };
  // Enter behind a lot or serial number: the next one goes into a new line; a code of the tally is no serial number.
  const named = (area, row) => {
    const before = area.value.slice(0, area.selectionStart);
    const last = before.split(/[\s,;]+/).pop();
    const without = () => {
      area.value = before.slice(0, before.length - last.length) + area.value.slice(area.selectionStart);
      follow(row);
      keep();
    };
    const sku = row.querySelector('.tally-sku').textContent;
    if (!last) {
      code.focus();
      return true;
    }
    if (find(last) || rows().some(one => one.dataset.place && one.dataset.place === last)) {
      without();
      code.focus();
      scan(last);
      return true;
    }
    if (names(row).filter(name => name === last).length > 1) {
      without();
      tell('critical', sku + ': ' + last + ' was named before. It is counted once.');
      return true;
    }
    tell('success', sku + ': ' + names(row).length + ' named');
    return false;
  };
  const judge = (row, now, name) => {
    const {wanted, most} = row.dataset;
    if (most !== undefined && now > Number(most)) {
      tell('critical', name + ': only ' + most + ' are taken.');
      return false;
    }
    units(row).value = now;
    if (wanted !== undefined && now > Number(wanted)) {
      tell('warning', name + ': ' + now + ' of ' + wanted + '. That is more than expected.');
    } else tell('success', name + ': ' + now + (wanted === undefined ? '' : ' of ' + wanted));
    return true;
  };

  let place = '';
  const find = text => {
    const exact = rows().filter(row => row.dataset.codes.split('\n').includes(text));
    const low = text.toLowerCase();
    const all = exact.length ? exact : rows().filter(row => row.dataset.codes.toLowerCase().split('\n').includes(low));
    return all.find(row => row.dataset.place === place) || (all.length < 2 || !all[0].dataset.place ? all[0] : 'many');
  };
  let queue = Promise.resolve();
  const scan = text => {
    const row = find(text);
    if (row === 'many') tell('critical', text + ' lies in several bins. Scan the bin first.');
    else if (row) count(row);
    else if (rows().some(one => one.dataset.place === text)) {
      place = text;
      tell('success', 'Bin ' + text);
    } else if (!open) tell('critical', text + ' does not belong here. Nothing was counted for it.');
    else queue = queue.then(() => look(text));
  };
  const look = async text => {
    const row = find(text);
    if (row) { count(row); return; }
    try {
      const answer = await fetch('/console/stock/codes?code=' + encodeURIComponent(text));
      if (answer.status === 404) tell('critical', text + ' is no SKU and no barcode of ours. Nothing was counted for it.');
      else if (!answer.ok || answer.redirected) throw new Error();
      else {
        const sku = await answer.json();
        count(find(sku.sku) || added(sku.sku, sku.title, sku.codes.join('\n')));
      }
    } catch (unreachable) {
      tell('critical', text + ' could not be looked up. Scan it again.');
    }
  };

  form.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    if (event.target === code) {
      event.preventDefault();
      const text = code.value.trim();
      code.value = '';
      if (text) scan(text);
    } else if (event.target.matches('.tally-lots')) {
      if (named(event.target, event.target.closest('tr'))) event.preventDefault();
    } else if (event.target.matches('.tally-units')) {
      event.preventDefault();
      const row = event.target.closest('tr');
      if (event.target.name === 'units') {
        judge(row, number(units(row).value), row.querySelector('.tally-sku').textContent);
      }
      keep();
      code.focus();
    } else if (event.target.matches('input')) {
      event.preventDefault();
      form.querySelector('.station-send').focus();
    }
  });
  form.addEventListener('input', event => {
    if (event.target.matches('.tally-lots')) follow(event.target.closest('tr'));
    if (event.target !== code) keep();
  });
  form.querySelector('.station-add').addEventListener('click', event => {
    event.preventDefault();
    const text = code.value.trim();
    code.value = '';
    if (text) scan(text);
    code.focus();
  });
  form.addEventListener('submit', () => sessionStorage.removeItem(store));
  clear.addEventListener('click', () => {
    sessionStorage.removeItem(store);
    location.assign(form.dataset.station);
  });
  document.addEventListener('keydown', event => {
    if (event.key === 'F9') { event.preventDefault(); form.querySelector('.station-send').click(); }
    if (event.key === 'F2') { event.preventDefault(); code.focus(); code.select(); }
    const busy = event.target.closest('input, textarea, select, button, a, summary, dialog');
    if (!busy && event.key.length === 1 && event.key !== '?' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      code.focus();
    }
  }, true);

  restore();
  const errors = document.getElementById('errors');
  if (errors) errors.focus();
  else code.focus();
})();
