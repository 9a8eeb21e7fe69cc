// Keys. Each one clicks or focuses a control that can be seen; data-key names it, data-key-does says what it does.
(() => {
  'use strict';
  const CHORD_MS = 1000;
  let first = '';
  let firstAt = 0;

  const shown = element => element.getClientRects().length > 0;
  const typing = element => element.closest('input, textarea, select, [contenteditable]');

  const rows = () => [...document.querySelectorAll('a[data-row]')].filter(shown);
  const move = step => {
    const all = rows();
    if (!all.length) return false;
    const at = all.indexOf(document.activeElement);
    const next = step === 'first' ? 0 : step === 'last' ? all.length - 1
        : at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step));
    all[next].focus();
    return true;
  };

  const help = () => {
    const list = document.getElementById('keys-list');
    const entries = [...document.querySelectorAll('[data-key]')]
        .filter(shown).map(e => [e.dataset.key, e.dataset.keyDoes || e.textContent.trim()]);
    if (rows().length) entries.unshift(['j  k', 'Next, previous row'], ['Enter', 'Open the row']);
    entries.push(['?', 'This list'], ['Esc', 'Leave a field, close what is open'], ['Ctrl Enter', 'Send the form']);
    list.replaceChildren(...entries.flatMap(([keys, does]) => {
      const term = document.createElement('dt');
      term.append(...keys.split(' ').filter(Boolean).map(key => {
        const kbd = document.createElement('kbd');
        kbd.textContent = key;
        return kbd;
      }));
      const what = document.createElement('dd');
      what.textContent = does;
      return [term, what];
    }));
    document.getElementById('keys').showModal();
  };

  const press = keys => {
    const control = [...document.querySelectorAll('[data-key]')].find(e => e.dataset.key === keys && shown(e));
    if (!control) return false;
    if (control.matches('input, textarea, select')) {
      control.focus();
      if (control.select) control.select();
    } else control.click();
    return true;
  };

  const single = event => {
    const now = event.timeStamp;
    const chord = first && now - firstAt < CHORD_MS ? first + ' ' + event.key : '';
    first = '';
    if (chord && press(chord)) return true;
    if (event.key === '?') { help(); return true; }
    if (event.key === 'j') return move(1);
    if (event.key === 'k') return move(-1);
    if (press(event.key)) return true;
    if (event.key === 'g') { first = 'g'; firstAt = now; }
    return false;
  };

  document.addEventListener('keydown', event => {
    const target = event.target instanceof Element ? event.target : document.body;
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      const form = target.closest('form');
      if (form) { event.preventDefault(); form.requestSubmit(); }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      const open = target.closest('details[open].person');
      if (open) { open.open = false; open.querySelector('summary').focus(); }
      else if (typing(target)) target.blur();
      return;
    }
    if (typing(target) || document.querySelector('dialog[open]')) return;
    if (target.closest('a[data-row]') && ['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) {
      event.preventDefault();
      move({ArrowDown: 1, ArrowUp: -1, Home: 'first', End: 'last'}[event.key]);
      return;
    }
    if (document.documentElement.dataset.keys !== 'off' && single(event)) event.preventDefault();
  });

  document.addEventListener('click', event => {
    document.querySelectorAll('details[open].person').forEach(menu => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });
})();
