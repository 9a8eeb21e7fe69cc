// The editor of a routing policy: what other fields depend on is sent at once, and rules can be dragged. Without this,
// every button of the page does the same.
(() => {
  'use strict';
  const form = () => document.getElementById('draft');

  const send = deed => {
    const button = document.createElement('button');
    button.name = 'do';
    button.value = deed;
    button.hidden = true;
    form().append(button);
    button.click();
    button.remove();
  };

  document.addEventListener('change', event => {
    if (event.target.matches('select[data-reshapes]')) send('save:change');
  });

  document.addEventListener('keydown', event => {
    if (event.key === 's' && (event.ctrlKey || event.metaKey) && form()) {
      event.preventDefault();
      send('save:keys');
    }
  });

  // What a button did leaves the focus where one goes on.
  document.addEventListener('htmx:afterSettle', event => {
    const editor = document.getElementById('editor');
    const asked = event.detail.requestConfig && event.detail.requestConfig.elt;
    if (!editor || !editor.dataset.focus || !asked || asked.id !== 'draft') return;
    const next = document.getElementById(editor.dataset.focus);
    if (next) next.focus();
  });

  let dragged = null;
  document.addEventListener('pointerdown', event => {
    const handle = event.target.closest('[data-handle]');
    if (handle) handle.closest('[data-rule]').draggable = true;
  });
  document.addEventListener('dragstart', event => {
    dragged = event.target.closest ? event.target.closest('[data-rule]') : null;
  });
  document.addEventListener('dragover', event => {
    if (dragged && event.target.closest('[data-rule]')) event.preventDefault();
  });
  document.addEventListener('dragend', () => {
    if (dragged) dragged.draggable = false;
    dragged = null;
  });
  document.addEventListener('drop', event => {
    const over = event.target.closest('[data-rule]');
    if (!dragged || !over || over === dragged) return;
    event.preventDefault();
    let place = form().elements.place;
    if (!place) {
      place = document.createElement('input');
      place.type = 'hidden';
      place.name = 'place';
      form().append(place);
    }
    place.value = Number(over.dataset.rule) + 1;
    send('to:' + dragged.dataset.rule);
  });
})();
